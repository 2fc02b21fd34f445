package dev.cdm.matching.person;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column means. Several columns may share a role. */
public enum Role {
    /** A given name; several columns, first and middle names, count as one name. */
    GIVEN_NAME,
    /** A family name. */
    FAMILY_NAME,
    /** Given and family name in one text, in either order; used where neither has a value of its own. */
    FULL_NAME,
    /** The reading of the given name in kana. */
    GIVEN_NAME_KANA,
    /** The reading of the family name in kana. */
    FAMILY_NAME_KANA,
    /** A date of birth in any usual writing. */
    BIRTH_DATE,
    /** A year of birth; used where the date is missing. */
    BIRTH_YEAR,
    /** The place of birth. */
    BIRTH_PLACE,
    /** Sex or gender. */
    SEX,
    /** Street and house number; several columns are read as one line. */
    STREET,
    /** A whole address in one text, in any order; used where the street has no value of its own. */
    ADDRESS,
    /** City, town or suburb. */
    CITY,
    /** Postal code. */
    POSTCODE,
    /** State, prefecture or county; compared where no city can be. */
    REGION,
    /** Country; compared where no city or no region has a column and nothing smaller can be compared. */
    COUNTRY,
    /** A telephone number; each column counts, and any number of one may equal any of the other. */
    PHONE,
    /** An e-mail address; several columns as with telephone numbers. */
    EMAIL,
    /** A national identity number; restricted: compared only by equality, never used to order or to sample. */
    NATIONAL_ID,
    /** The name of a company or other organisation. */
    ORGANISATION,
    /** A profession. */
    OCCUPATION,
    /** Any other identifier: customer number, passport, account. */
    IDENTIFIER,
    /** Any other text. */
    TEXT,
    /** A number: equal, at most a twentieth apart, or different. */
    NUMBER,
    /** Not used; the default for a column without a role. */
    IGNORE;

    /** {@return the name used in configurations and commands, such as {@code given-name}} */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * {@return the role with a label, if there is one}
     *
     * @param label the label, such as {@code given-name}
     */
    public static Optional<Role> of(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }
}
