package dev.cdm.matching.person;

import org.jspecify.annotations.Nullable;

/** The kinds of comparisons, with what is expected of them before anything is learned. */
public enum FieldKind {
    /**
     * Given name: exact, same reading, part, near, similar, remote, initial, swapped, swapped nearly, homophone, nickname,
     * other.
     */
    GIVEN(new double[] {.735, .04, .06, .06, .02, .01, .01, .012, .008, .01, .005, .03}, null, null),
    /** Family name: as the given name. */
    FAMILY(
            new double[] {.79, .04, .01, .07, .02, .01, .005, .005, .005, .004, .001, .04},
            new double[] {.80, .04, .01, .03, .01, .01, .005, .005, .005, .004, .001, .08},
            null),
    /** Date of birth: exact, one slip, two parts, two digits, same year, next year, other. */
    BIRTH(new double[] {.85, .06, .02, .01, .02, .01, .01, .02}, null, null),
    /** Sex: equal, different. */
    SEX(new double[] {.98, .02}, null, null),
    /** Address: see the levels of the address. */
    ADDRESS(
            new double[] {.55, .05, .08, .03, .03, .04, .01, .11, .04, .01, .02, .01, .01, .01},
            new double[] {.57, .06, .08, .03, .03, .06, .01, .06, .04, .01, .02, .01, .01, .01},
            new double[] {.47, .05, .07, .03, .03, .06, .04, .15, .04, .01, .02, .01, .01, .01}),
    /** Telephone: exact, one edit, other. */
    PHONE(new double[] {.75, .05, .20}, new double[] {.40, .03, .57}, new double[] {.40, .03, .57}),
    /** E-mail: exact, same user, two edits, near user, other. */
    EMAIL(new double[] {.65, .05, .05, .05, .20}, new double[] {.05, .02, .02, .03, .88}, new double[] {
        .10, .01, .01, .01, .87
    }),
    /** A token that is compared by equality. */
    TOKEN(new double[] {.90, .10}, null, null),
    /** An identifier: exact, one edit, other. */
    CODE(new double[] {.90, .05, .05}, null, null),
    /** A place, a title, any short text: exact, near, other. */
    TEXT(new double[] {.80, .08, .12}, null, null),
    /** The name of the organisation that a record is about: see the levels of organisations. Branches share it. */
    ORGANISATION(
            new double[] {.58, .10, .10, .10, .02, .04, .06}, new double[] {.70, .08, .04, .08, .01, .03, .06}, null),
    /** The organisation of a person, shared by those who work there. */
    EMPLOYER(new double[] {.52, .08, .08, .08, .01, .03, .20}, null, new double[] {.60, .08, .06, .08, .01, .03, .14}),
    /** A word from a list: exact, other. */
    WORD(new double[] {.70, .30}, null, null);

    private static final double HALF = 0.5;
    private static final double[] BRANCH_EMAIL = {.45, .15, .02, .03, .35};

    @SuppressWarnings("ImmutableEnumChecker") // never changed and never handed out
    private final double[] person;

    @SuppressWarnings("ImmutableEnumChecker") // never changed and never handed out
    private final double @Nullable [] household;

    @SuppressWarnings("ImmutableEnumChecker") // never changed and never handed out
    private final double @Nullable [] neighbours;

    FieldKind(double[] person, double @Nullable [] household, double @Nullable [] neighbours) {
        this.person = person;
        this.household = household;
        this.neighbours = neighbours;
    }

    /** {@return whether a column of this kind stands for itself and not for a part of a person} */
    public boolean isExtra() {
        return compareTo(TOKEN) >= 0;
    }

    double[] person() {
        return person;
    }

    /** What the branches of one organisation share, which have an address each and often one switchboard. */
    double @Nullable [] household() {
        return household;
    }

    double @Nullable [] neighbours() {
        return neighbours;
    }

    double @Nullable [] branches() {
        return switch (this) {
            case ADDRESS -> null;
            case EMAIL -> BRANCH_EMAIL;
            default -> household;
        };
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
                level <= NameLevels.PART || level == NameLevels.HOMOPHONE || level == NameLevels.SWAPPED ? 1 : 0;
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
     * @param given whether the given names agree
     * @param family whether the family names agree, or the names of organisations
     */
    public int group(boolean given, boolean family) {
        return switch (this) {
            case EMAIL -> (given ? 0 : 2) + (family ? 0 : 1);
            case SEX -> given ? 0 : 1;
            default -> 0;
        };
    }

    /** {@return whether the field can tell people of one name apart} */
    public boolean identifies() {
        return this == BIRTH || this == ADDRESS || this == PHONE || this == TOKEN || this == CODE;
    }

    /**
     * {@return whether a level speaks for one name}
     *
     * @param level the level, 0 if missing
     */
    public boolean agrees(int level) {
        return this == ORGANISATION ? level != 0 && level < OrganisationValues.SOME_WORDS : NameLevels.agree(level);
    }
}
