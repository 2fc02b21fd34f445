package dev.cdm.matching.person;

import dev.cdm.matching.table.Column;

/**
 * How alike two addresses are: one level for street, postcode and city together, because they depend on each other. One
 * instance belongs to one thread.
 */
final class AddressLevels {

    static final int SUPPORTED_STREET = 1;
    static final int STREET = 2;
    static final int NEAR_STREET_AND_POSTCODE = 3;
    static final int NEAR_STREET = 4;
    static final int STREET_NAME_AND_POSTCODE = 5;
    static final int POSTCODE = 6;
    static final int POSTCODE_NOT_STREET = 7;
    static final int CONFLICT = 8;
    static final int CITY = 9;
    static final int NEAR_CITY = 10;
    /** One slip in the postcode; no street to compare. */
    static final int NEAR_POSTCODE = 11;
    /** One city or nearly, but different postcodes. */
    static final int CITY_NOT_POSTCODE = 12;

    /** One region or country, where nothing smaller can be compared. */
    static final int AREA = 13;

    static final int NONE = 14;
    static final int COUNT = 15;

    private static final int SAME = 3;
    private static final int NEAR = 2;
    private static final int NAME = 1;
    private static final int DIFFERENT = 0;
    private static final int UNKNOWN = -1;

    private final PersonTable people;
    private final CloseTexts close = new CloseTexts();

    AddressLevels(PersonTable people) {
        this.people = people;
    }

    int level(int a, int b) {
        int street = street(people.street[a], people.street[b]);
        int postcode = part(people.postcodes, people.postcode[a], people.postcode[b], false);
        if (street == SAME) {
            return postcode >= NEAR || city(a, b) >= NEAR ? SUPPORTED_STREET : STREET;
        }
        if (street == NEAR) {
            return postcode >= NEAR ? NEAR_STREET_AND_POSTCODE : city(a, b) == DIFFERENT ? CONFLICT : NEAR_STREET;
        }
        if (postcode == SAME) {
            return street == NAME ? STREET_NAME_AND_POSTCODE : street == UNKNOWN ? POSTCODE : POSTCODE_NOT_STREET;
        }
        if (street != UNKNOWN) {
            return CONFLICT;
        }
        int level = withoutStreet(postcode, city(a, b));
        return level == 0 ? area(people.area[a], people.area[b]) : level;
    }

    private static int area(int a, int b) {
        return a == Column.MISSING || b == Column.MISSING ? 0 : a == b ? AREA : NONE;
    }

    private static int withoutStreet(int postcode, int city) {
        if (postcode == NEAR) {
            return NEAR_POSTCODE;
        }
        if (postcode == DIFFERENT) {
            return city >= NEAR ? CITY_NOT_POSTCODE : NONE;
        }
        return city == UNKNOWN ? 0 : city == SAME ? CITY : city == NEAR ? NEAR_CITY : NONE;
    }

    private int city(int a, int b) {
        return part(people.cities, people.city[a], people.city[b], true);
    }

    private int street(int a, int b) {
        if (a == Column.MISSING || b == Column.MISSING) {
            return UNKNOWN;
        }
        if (a == b) {
            return SAME;
        }
        StreetValues streets = people.streets;
        int nameA = streets.name(a);
        int nameB = streets.name(b);
        if (nameA == Texts.NONE || nameB == Texts.NONE) {
            return nameA == nameB && streets.numbers(a) == streets.numbers(b) ? NEAR : DIFFERENT;
        }
        if (nameA != nameB && !close.close(streets.names, nameA, nameB)) {
            return DIFFERENT;
        }
        return sameNumbers(streets.numbers(a), streets.numbers(b)) ? NEAR : NAME;
    }

    /** Equal, or one goes on where the other ends: the flat is left out. */
    private boolean sameNumbers(int a, int b) {
        if (a == b || a == Texts.NONE || b == Texts.NONE) {
            return a == b;
        }
        Texts numbers = people.streets.numbers;
        String left = numbers.text(a);
        String right = numbers.text(b);
        return left.startsWith(right + " ") || right.startsWith(left + " ");
    }

    private int part(Texts texts, int a, int b, boolean partial) {
        if (a == Column.MISSING || b == Column.MISSING) {
            return UNKNOWN;
        }
        if (a == b) {
            return SAME;
        }
        boolean near = partial ? nearCity(a, b) : close.within(texts, a, b, 1);
        return near ? NEAR : DIFFERENT;
    }

    private boolean nearCity(int a, int b) {
        int known = people.cityCache.get(a, b);
        if (known == 0) {
            known = close.close(people.cities, a, b) || close.contained(people.cities, a, b) ? NEAR : NAME;
            people.cityCache.put(a, b, known);
        }
        return known == NEAR;
    }
}
