package dev.cdm.examples.benchmarks;

import java.time.LocalDate;

/**
 * An invented person.
 *
 * @param given the given name
 * @param family the family name
 * @param former another family name used in some records, or the same
 * @param born the date of birth
 * @param male the sex
 * @param homes one address, or two for someone who moved
 * @param phone the telephone number
 * @param email the e-mail address
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Person(
        Name given, Name family, Name former, LocalDate born, boolean male, Home[] homes, String phone, String email) {

    @Override
    public String toString() {
        return "person";
    }

    /**
     * An address.
     *
     * @param street street and number
     * @param city the city
     * @param postcode the postal code
     */
    record Home(String street, String city, String postcode) {

        @Override
        public String toString() {
            return "home";
        }
    }
}
