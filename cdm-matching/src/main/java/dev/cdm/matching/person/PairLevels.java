package dev.cdm.matching.person;

import dev.cdm.matching.table.Column;
import java.util.Iterator;

/** Compares pairs of records field by field. One instance belongs to one thread. */
public final class PairLevels {

    private static final int GIVEN = 0;
    private static final int FAMILY = 1;
    private static final int CROSSWISE = 2;
    private static final int FIELDS = 3;

    private final PersonTable people;
    /** Given name, family name, the two crosswise, and then the fields of the pattern after them. */
    private final FieldLevels[] levels;

    private final FieldKind[] kinds;

    private final NameLevels givens;
    private final NameLevels families;

    /**
     * Prepares to compare.
     *
     * @param people the records
     */
    public PairLevels(PersonTable people) {
        this.people = people;
        givens = new NameLevels(people.names, people.nameCache);
        families = new NameLevels(people.names, people.nameCache);
        kinds = people.fields().stream().map(FieldShape::kind).toArray(FieldKind[]::new);
        levels = new FieldLevels[FIELDS + kinds.length];
        levels[GIVEN] = (a, b, closely) -> name(givens, people.given[a], people.given[b]);
        levels[FAMILY] = (a, b, closely) -> name(families, people.family[a], people.family[b]);
        levels[CROSSWISE] = (a, b, closely) -> swapped(a, b);
        Iterator<ExtraField> extras = people.extras.iterator();
        for (int field = 0; field < kinds.length; field++) {
            levels[FIELDS + field] = levels(kinds[field], extras);
        }
    }

    private FieldLevels levels(FieldKind kind, Iterator<ExtraField> extras) {
        return switch (kind) {
            case GIVEN, FAMILY -> (a, b, closely) -> 0;
            case BIRTH -> (a, b, closely) -> birth(people.birthDigits[a], people.birthDigits[b]);
            case SEX -> (a, b, closely) -> sex(people.sex[a], people.sex[b]);
            case ADDRESS -> {
                AddressLevels addresses = new AddressLevels(people);
                yield (a, b, closely) -> addresses.level(a, b);
            }
            case PHONE -> (a, b, closely) -> phone(a, b);
            case EMAIL -> {
                EmailLevels emails = new EmailLevels(people.emails);
                yield (a, b, closely) -> email(emails, a, b, closely);
            }
            default -> {
                ExtraField extra = extras.next();
                CloseTexts close = new CloseTexts();
                yield (a, b, closely) -> extra.level(a, b, close);
            }
        };
    }

    /**
     * {@return the levels of all fields, see {@link PairPattern}}
     *
     * @param a one record
     * @param b another record
     */
    public long compare(int a, int b) {
        long pattern = 0;
        int given = level(GIVEN, a, b, true);
        int family = level(FAMILY, a, b, true);
        family = family == NameLevels.NICKNAME ? NameLevels.OTHER : family;
        if ((given >= NameLevels.REMOTE && family != NameLevels.EXACT) || given == 0 || family == 0) {
            int swapped = level(CROSSWISE, a, b, true);
            given = swapped == 0 ? given : swapped;
            family = swapped == 0 ? family : 0;
        }
        if (people.whole.length > 0 && people.whole[a] == people.whole[b] && people.whole[a] != Column.MISSING) {
            given = people.given[a] == Column.MISSING || people.given[b] == Column.MISSING ? 0 : NameLevels.EXACT;
            family = people.family[a] == Column.MISSING || people.family[b] == Column.MISSING ? 0 : NameLevels.EXACT;
        }
        boolean closely = given == 0 || family == 0 || NameLevels.agree(given) || NameLevels.agree(family);
        for (int field = 0; field < kinds.length; field++) {
            int level = kinds[field] == FieldKind.GIVEN
                    ? given
                    : kinds[field] == FieldKind.FAMILY ? family : level(FIELDS + field, a, b, closely);
            pattern = PairPattern.with(pattern, field, level);
        }
        return pattern;
    }

    /** One place for all calls, so that what is called is compiled once. */
    private int level(int which, int a, int b, boolean closely) {
        return levels[which].level(a, b, closely);
    }

    private static int name(NameLevels names, int a, int b) {
        return a == Column.MISSING || b == Column.MISSING ? 0 : names.level(a, b);
    }

    private int swapped(int a, int b) {
        int first = name(givens, people.given[a], people.family[b]);
        int second = name(families, people.family[a], people.given[b]);
        if (first == 0 || second == 0 || Math.max(first, second) > NameLevels.NEAR) {
            return 0;
        }
        return Math.max(first, second) <= NameLevels.READING ? NameLevels.SWAPPED : NameLevels.SWAPPED_NEAR;
    }

    private static int birth(int a, int b) {
        return a == 0 || b == 0 ? 0 : DateLevels.level(a, b);
    }

    private static int sex(int a, int b) {
        return a == Column.MISSING || b == Column.MISSING ? 0 : a == b ? 1 : 2;
    }

    private int phone(int a, int b) {
        int best = 0;
        for (long[] left : people.phoneDigits) {
            for (long[] right : people.phoneDigits) {
                if (left[a] != 0 && right[b] != 0) {
                    int level = PhoneLevels.level(left[a], right[b]);
                    best = best == 0 ? level : Math.min(best, level);
                }
            }
        }
        return best;
    }

    private int email(EmailLevels emails, int a, int b, boolean closely) {
        int best = 0;
        for (int[] left : people.email) {
            for (int[] right : people.email) {
                if (left[a] != Column.MISSING && right[b] != Column.MISSING) {
                    int level = emails.level(left[a], right[b], closely);
                    best = best == 0 ? level : Math.min(best, level);
                }
            }
        }
        return best;
    }

    /** How alike a field is in two records. */
    @FunctionalInterface
    private interface FieldLevels {

        /** {@return the level; slips in an e-mail address are looked for only if asked} */
        int level(int a, int b, boolean closely);
    }
}
