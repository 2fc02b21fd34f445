package dev.cdm.matching.person;

import dev.cdm.matching.table.Column;

/** Compares pairs of records field by field. One instance belongs to one thread. */
public final class PairLevels {

    private final PersonTable people;
    private final NameLevels givens;
    private final NameLevels families;
    private final AddressLevels addresses;
    private final EmailLevels emails;
    private final CloseTexts close = new CloseTexts();
    private final FieldKind[] kinds;

    /**
     * Prepares to compare.
     *
     * @param people the records
     */
    public PairLevels(PersonTable people) {
        this.people = people;
        givens = new NameLevels(people.names, people.nameCache);
        families = new NameLevels(people.names, people.nameCache);
        addresses = new AddressLevels(people);
        emails = new EmailLevels(people.emails);
        kinds = people.fields().stream().map(FieldShape::kind).toArray(FieldKind[]::new);
    }

    /**
     * {@return the levels of all fields, see {@link PairPattern}}
     *
     * @param a one record
     * @param b another record
     */
    public long compare(int a, int b) {
        long pattern = 0;
        int given = name(givens, people.given[a], people.given[b]);
        int family = name(families, people.family[a], people.family[b]);
        family = family == NameLevels.NICKNAME ? NameLevels.OTHER : family;
        if ((given >= NameLevels.REMOTE && family != NameLevels.EXACT) || given == 0 || family == 0) {
            int swapped = swapped(a, b);
            given = swapped == 0 ? given : swapped;
            family = swapped == 0 ? family : 0;
        }
        if (people.whole.length > 0 && people.whole[a] == people.whole[b] && people.whole[a] != Column.MISSING) {
            given = people.given[a] == Column.MISSING || people.given[b] == Column.MISSING ? 0 : NameLevels.EXACT;
            family = people.family[a] == Column.MISSING || people.family[b] == Column.MISSING ? 0 : NameLevels.EXACT;
        }
        for (int field = 0, extra = 0; field < kinds.length; field++) {
            int level = switch (kinds[field]) {
                case GIVEN -> given;
                case FAMILY -> family;
                case BIRTH -> birth(people.birthDigits[a], people.birthDigits[b]);
                case SEX -> sex(people.sex[a], people.sex[b]);
                case ADDRESS -> addresses.level(a, b);
                case PHONE -> phone(a, b);
                case EMAIL ->
                    email(a, b, given == 0 || family == 0 || NameLevels.agree(given) || NameLevels.agree(family));
                default -> people.extras.get(extra++).level(a, b, close);
            };
            pattern = PairPattern.with(pattern, field, level);
        }
        return pattern;
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
        for (int[] left : people.phone) {
            for (int[] right : people.phone) {
                if (left[a] != Column.MISSING && right[b] != Column.MISSING) {
                    int level = left[a] == right[b]
                            ? PhoneLevels.EXACT
                            : PhoneLevels.level(people.phones.value(left[a]), people.phones.value(right[b]));
                    best = best == 0 ? level : Math.min(best, level);
                }
            }
        }
        return best;
    }

    private int email(int a, int b, boolean closely) {
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
}
