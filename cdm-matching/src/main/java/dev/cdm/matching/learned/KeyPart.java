package dev.cdm.matching.learned;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the keys are made of under which records meet. */
public enum KeyPart {
    /** The given name as it is read, or as it is written where no reading is known. */
    GIVEN,
    /** The family name as it is read, or as it is written where no reading is known. */
    FAMILY,
    /** The given name as it is written. */
    GIVEN_WRITTEN,
    /** The family name as it is written. */
    FAMILY_WRITTEN,
    /** Given and family name in any order. */
    NAMES,
    /** The first letter of the given name. */
    GIVEN_1,
    /** The first three letters of the given name. */
    GIVEN_3,
    /** The sound of the given name. */
    GIVEN_SOUND,
    /** The first letter of the family name. */
    FAMILY_1,
    /** The first three letters of the family name. */
    FAMILY_3,
    /** The first five letters of the family name. */
    FAMILY_5,
    /** The sound of the family name. */
    FAMILY_SOUND,
    /** The whole date of birth. */
    BIRTH,
    /** The year of birth. */
    YEAR,
    /** The month of birth. */
    MONTH,
    /** The day of birth. */
    DAY,
    /** Day and month of birth in any order. */
    DAY_MONTH,
    /** The street line. */
    STREET,
    /** The postal code. */
    POSTCODE,
    /** The city. */
    CITY,
    /** A telephone number. */
    PHONE,
    /** The last six digits of a telephone number. */
    PHONE_END,
    /** A telephone number without its last three digits. */
    PHONE_START,
    /** An e-mail address. */
    EMAIL,
    /** An e-mail address without its domain. */
    EMAIL_USER,
    /** The first six letters of an e-mail address. */
    EMAIL_START,
    /** The last six letters before the domain of an e-mail address. */
    EMAIL_END,
    /** The token of a restricted value. */
    TOKEN,
    /** An identifier. */
    CODE,
    /** The name of an organisation that records are about. */
    ORGANISATION,
    /** The word of the name of an organisation that the fewest names have. */
    ORGANISATION_WORD,
    /** The word that the second fewest have. */
    ORGANISATION_WORD_2,
    /** The employer of a person. */
    EMPLOYER,
    /** Any other text. */
    TEXT;

    /** {@return the name used in files, such as {@code given-sound}} */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * {@return the part with a label, if there is one}
     *
     * @param label the label
     */
    public static Optional<KeyPart> of(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label().equals(label))
                .findFirst();
    }
}
