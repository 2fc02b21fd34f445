package dev.cdm.examples.quickstart.generator;

import java.time.LocalDate;

/**
 * An invented person.
 *
 * @param number from 1
 * @param family the family name
 * @param given the given name
 * @param woman whether a woman
 * @param born the date of birth
 * @param email the usual address
 * @param otherEmail another one
 * @param phone the mobile number, with the country's prefix and without punctuation
 * @param landline the number of the household
 * @param place the town
 * @param house the house number
 * @param loyalty the number in the loyalty programme; empty if not in it
 */
record Person(
        int number,
        Name family,
        Name given,
        boolean woman,
        LocalDate born,
        String email,
        String otherEmail,
        String phone,
        String landline,
        Place place,
        String house,
        String loyalty) {

    boolean japanese() {
        return place.country().equals("JP");
    }
}
