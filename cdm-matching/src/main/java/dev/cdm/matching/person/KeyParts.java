package dev.cdm.matching.person;

import dev.cdm.matching.table.Column;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** The parts that keys are made of, one number per record; 0 where the value is missing. */
final class KeyParts {

    private static final int YEAR = 10_000;
    private static final int PART = 100;
    private static final int RANK_BITS = 21;
    private static final int RANK_MASK = (1 << RANK_BITS) - 1;
    private static final int PLACE_MASK = 0x3FFF;
    private static final int DIGIT = 4;
    private static final int DIGIT_MASK = 15;

    private final PersonTable people;
    private final boolean[] none;
    final List<LentValues> emails;
    final List<LentValues> phones;
    private final LentValues streets;
    private final LentValues postcodes;
    final KeyPart given;
    final KeyPart family;
    final KeyPart givenWritten;
    final KeyPart familyWritten;
    final KeyPart givenFirst;
    final KeyPart familyFirst;
    final KeyPart givenThree;
    final KeyPart familyThree;
    final KeyPart familyFive;
    final KeyPart givenSound;
    final KeyPart familySound;
    final KeyPart givenRank;
    final KeyPart familyRank;
    final KeyPart familyEndRank;
    final KeyPart birth;
    final KeyPart year;
    final KeyPart month;
    final KeyPart day;
    final KeyPart dayAndMonth;
    final KeyPart birthRank;
    final KeyPart street;
    final KeyPart postcode;
    final KeyPart city;

    KeyParts(PersonTable people, Entities entities) {
        this.people = people;
        none = new boolean[entities.areAlone() ? 0 : people.rows()];
        NameParts names = new NameParts(people.names);
        LentValues givens = new LentValues(people.given, Column.MISSING, entities);
        LentValues families = new LentValues(people.family, Column.MISSING, entities);
        given = of(givens, names::sound);
        family = of(families, names::sound);
        givenWritten = of(givens, entry -> people.names.writtenOf(entry) + 1);
        familyWritten = of(families, entry -> people.names.writtenOf(entry) + 1);
        givenFirst = of(givens, entry -> names.first(entry, 1));
        familyFirst = of(families, entry -> names.first(entry, 1));
        givenThree = of(givens, entry -> names.first(entry, 3));
        familyThree = of(families, entry -> names.first(entry, 3));
        familyFive = of(families, entry -> names.first(entry, 5));
        givenSound = of(givens, names::soundex);
        familySound = of(families, names::soundex);
        givenRank = of(givens, entry -> names.rank(entry) + 1);
        familyRank = of(families, entry -> names.rank(entry) + 1);
        familyEndRank = of(families, entry -> names.endRank(entry) + 1);
        LentValues births = new LentValues(people.birth, 0, entities);
        birth = of(births, date -> date % YEAR == 0 ? 0 : date);
        year = of(births, date -> date / YEAR);
        month = of(births, KeyParts::month);
        day = of(births, date -> date % PART);
        dayAndMonth =
                of(births, date -> Math.min(month(date), date % PART) * PART + Math.max(month(date), date % PART));
        birthRank = of(births, date -> date / YEAR * 400 + month(date) * 32 + date % PART);
        streets = new LentValues(people.street, Column.MISSING, entities);
        postcodes = new LentValues(people.postcode, Column.MISSING, entities);
        street = of(streets, code -> code + 1);
        postcode = of(postcodes, code -> code + 1);
        city = of(new LentValues(people.city, Column.MISSING, entities), code -> code + 1);
        emails = Arrays.stream(people.email)
                .map(codes -> new LentValues(codes, Column.MISSING, entities))
                .toList();
        phones = Arrays.stream(people.phone)
                .map(codes -> new LentValues(codes, Column.MISSING, entities))
                .toList();
    }

    KeyPart of(LentValues field, IntUnaryOperator meaning) {
        int[] codes = field.codes;
        return new KeyPart(codes.length, row -> codes[row] < 0 ? 0 : meaning.applyAsInt(codes[row]), field.lent);
    }

    /** A part of a field that records do not lend each other. */
    KeyPart own(int[] codes, IntUnaryOperator meaning) {
        return new KeyPart(codes.length, row -> codes[row] < 0 ? 0 : meaning.applyAsInt(codes[row]), none);
    }

    private static int month(int date) {
        return date / PART % PART;
    }

    /** {@return sort keys over three ranks, the first one first} */
    static PersonKey composite(KeyPart first, KeyPart second, KeyPart third) {
        return new PersonKey(
                () -> {
                    int[] ones = first.values();
                    int[] twos = second.values();
                    int[] threes = third.values();
                    long[] keys = new long[ones.length];
                    for (int row = 0; row < keys.length; row++) {
                        long both = (long) ones[row] << RANK_BITS | (twos[row] & RANK_MASK);
                        keys[row] = both << RANK_BITS | (threes[row] & RANK_MASK);
                    }
                    return keys;
                },
                first.lent(),
                second.lent(),
                third.lent());
    }

    PersonKey users(LentValues emails, boolean backwards) {
        return new PersonKey(
                () -> {
                    Texts users = people.emails.users;
                    long[] keys = new long[emails.codes.length];
                    for (int row = 0; row < keys.length; row++) {
                        int code = emails.codes[row];
                        keys[row] = code < 0 ? 0 : users.prefix(people.emails.user(code), backwards);
                    }
                    return keys;
                },
                emails.lent);
    }

    PersonKey digits(LentValues phones, boolean backwards) {
        return new PersonKey(
                () -> {
                    long[] keys = new long[phones.codes.length];
                    for (int row = 0; row < keys.length; row++) {
                        int code = phones.codes[row];
                        keys[row] = code < 0 ? 0 : turned(people.phones.value(code), backwards);
                    }
                    return keys;
                },
                phones.lent);
    }

    PersonKey streets() {
        return new PersonKey(
                () -> {
                    Texts names = people.streets.names;
                    long[] keys = new long[streets.codes.length];
                    for (int row = 0; row < keys.length; row++) {
                        int name = streets.codes[row] < 0 ? Texts.NONE : people.streets.name(streets.codes[row]);
                        keys[row] =
                                name < 0 ? 0 : names.prefix(name, false) ^ ((postcodes.codes[row] + 1) & PLACE_MASK);
                    }
                    return keys;
                },
                streets.lent,
                postcodes.lent);
    }

    private static long turned(long value, boolean backwards) {
        long turned = 0;
        for (long rest = value; backwards && rest > 0; rest >>>= DIGIT) {
            turned = turned << DIGIT | (rest & DIGIT_MASK);
        }
        return backwards ? turned : value;
    }
}
