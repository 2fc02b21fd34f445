package dev.cdm.matching.person;

import org.jspecify.annotations.Nullable;

/** The kinds of comparisons, with what is expected of them before anything is learned. */
public enum FieldKind {
    /** Given name: exact, same reading, part, near, similar, remote, initial, swapped, swapped nearly, homophone, other. */
    GIVEN(new double[] {.74, .04, .06, .06, .02, .01, .01, .012, .008, .01, .03}, null),
    /** Family name: as the given name. */
    FAMILY(
            new double[] {.79, .04, .01, .07, .02, .01, .005, .005, .005, .005, .04},
            new double[] {.80, .04, .01, .03, .01, .01, .005, .005, .005, .005, .08}),
    /** Date of birth: exact, one slip, two parts, two digits, same year, next year, other. */
    BIRTH(new double[] {.86, .06, .02, .01, .02, .01, .02}, null),
    /** Sex: equal, different. */
    SEX(new double[] {.98, .02}, null),
    /** Address: see the levels of the address. */
    ADDRESS(
            new double[] {.58, .05, .08, .03, .03, .04, .01, .11, .04, .01, .02},
            new double[] {.60, .06, .08, .03, .03, .06, .01, .06, .04, .01, .02}),
    /** Telephone: exact, one edit, other. */
    PHONE(new double[] {.75, .05, .20}, new double[] {.40, .03, .57}),
    /** E-mail: exact, same user, two edits, near user, other. */
    EMAIL(new double[] {.65, .05, .05, .05, .20}, new double[] {.05, .02, .02, .03, .88}),
    /** A token that is compared by equality. */
    TOKEN(new double[] {.90, .10}, null),
    /** An identifier: exact, one edit, other. */
    CODE(new double[] {.90, .05, .05}, null),
    /** A place, a title, any short text: exact, near, other. */
    TEXT(new double[] {.80, .08, .12}, null),
    /** A word from a list: exact, other. */
    WORD(new double[] {.70, .30}, null);

    private static final double HALF = 0.5;

    @SuppressWarnings("ImmutableEnumChecker") // never changed and never handed out
    private final double[] person;

    @SuppressWarnings("ImmutableEnumChecker") // never changed and never handed out
    private final double @Nullable [] household;

    FieldKind(double[] person, double @Nullable [] household) {
        this.person = person;
        this.household = household;
    }

    /** {@return whether a column of this kind stands for itself and not for a part of a person} */
    public boolean isExtra() {
        return this == TOKEN || this == CODE || this == TEXT || this == WORD;
    }

    double[] person() {
        return person;
    }

    double @Nullable [] household() {
        return household;
    }

    /**
     * {@return how much the frequency of the value itself counts at a level, against the frequency of the level: 1 alone,
     * 0.5 half, 0 not at all}
     *
     * @param level the level, from 1
     */
    public double rarity(int level) {
        return switch (this) {
            case GIVEN, FAMILY ->
                level <= NameLevels.READING || level == NameLevels.HOMOPHONE || level == NameLevels.SWAPPED ? 1 : 0;
            case EMAIL -> level <= EmailLevels.SAME_USER ? 1 : 0;
            case ADDRESS ->
                level <= AddressLevels.NEAR_STREET_AND_POSTCODE
                                || level == AddressLevels.STREET_NAME_AND_POSTCODE
                                || level == AddressLevels.POSTCODE
                                || level == AddressLevels.CITY
                        ? HALF
                        : 0;
            case SEX -> 0;
            default -> level == 1 ? 1 : 0;
        };
    }

    /** {@return how many groups of pairs have probabilities of their own} */
    public int groups() {
        return this == EMAIL ? 4 : this == SEX ? 2 : 1;
    }

    /**
     * {@return the group of a pair: e-mail is judged by whether given and family names agree, sex by the given name}
     *
     * @param given the level of the given name, 0 if missing
     * @param family the level of the family name, 0 if missing
     */
    public int group(int given, int family) {
        return switch (this) {
            case EMAIL -> (NameLevels.agree(given) ? 0 : 2) + (NameLevels.agree(family) ? 0 : 1);
            case SEX -> NameLevels.agree(given) ? 0 : 1;
            default -> 0;
        };
    }
}
