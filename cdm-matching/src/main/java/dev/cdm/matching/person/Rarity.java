package dev.cdm.matching.person;

import dev.cdm.matching.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How much more an agreement says because the value is rare: one over the value's frequency among entities, for the
 * levels that have one. Immutable and safe for any thread.
 */
public final class Rarity {

    private static final int DAYS = 365;
    private static final int YEAR = 10_000;

    private final PersonTable people;
    private final Entities entities;
    private final FieldKind[] kinds;
    private final ValueCounts[] written;
    private final ValueCounts[] read;
    private final ValueCounts[] parts;
    private final LongCodes dates = new LongCodes();
    private final int[] date;
    private final ValueCounts birth;
    private final ValueCounts street;
    private final ValueCounts postcode;
    private final @Nullable ValueCounts city;
    private final ValueCounts phone;
    private final ValueCounts user;
    private final ValueCounts domain;
    private final ValueCounts email;
    private final List<ValueCounts> extras = new ArrayList<>();

    /**
     * Counts values.
     *
     * @param people the records
     * @param entities which of them are one entity
     */
    public Rarity(PersonTable people, Entities entities) {
        this.people = people;
        this.entities = entities;
        NameValues names = people.names;
        kinds = people.fields().stream().map(FieldShape::kind).toArray(FieldKind[]::new);
        written = new ValueCounts[] {
            names(names.written.size(), names::writtenOf, people.given),
            names(names.written.size(), names::writtenOf, people.family)
        };
        read = new ValueCounts[] {
            names(names.readings.size(), names::likelyReadingOf, people.given),
            names(names.readings.size(), names::likelyReadingOf, people.family)
        };
        parts = new ValueCounts[] {parts(people.given), parts(people.family)};
        date = Arrays.stream(people.birth)
                .map(day -> day == 0 ? Column.MISSING : dates.add(day))
                .toArray();
        birth = ValueCounts.of(entities, 1.0 / (DAYS * years()), dates.size(), date);
        street = count(people.streets.size(), people.street);
        postcode = count(people.postcodes.size(), people.postcode);
        city = people.cityIsAddress() ? count(people.cities.size(), people.city) : null;
        phone = count(people.phones.size(), people.phone);
        email = count(people.emails.size(), people.email);
        user = count(people.emails.users.size(), map(people.emails::user));
        domain = count(people.emails.domains.size(), map(people.emails::domain));
        people.extras.forEach(extra -> extras.add(count(extra.texts.size(), extra.codes)));
    }

    /**
     * Tells how rare the agreements of a pair are.
     *
     * @param a one record
     * @param b another record
     * @param pattern the levels of the pair
     * @param rarity receives one number per field: one over the frequency, or 1 where the level has none
     */
    public void of(int a, int b, long pattern, double[] rarity) {
        boolean together = entities.together(a, b);
        for (int field = 0, extra = 0; field < kinds.length; field++) {
            int level = PairPattern.level(pattern, field);
            boolean rare = level != 0 && kinds[field].rarity(level) > 0;
            rarity[field] = !rare
                    ? 1
                    : switch (kinds[field]) {
                        case GIVEN -> name(0, people.given, a, b, level, together);
                        case FAMILY -> name(1, people.family, a, b, level, together);
                        case BIRTH -> birth.rarity(date[a], together);
                        case ADDRESS -> place(a, b, level, together);
                        case PHONE -> phone(a, b, together);
                        case EMAIL -> email(a, b, level, together);
                        default -> extras.get(extra).rarity(people.extras.get(extra).codes[a], together);
                    };
            extra += kinds[field].isExtra() ? 1 : 0;
        }
    }

    private double name(int which, int[] names, int a, int b, int level, boolean together) {
        if (level == NameLevels.PART) {
            int token = people.names.sharedToken(names[a], names[b]);
            return token == Texts.NONE ? 1 : parts[which].rarity(token, together);
        }
        if (level == NameLevels.SWAPPED) {
            return 1 / (2 * written[0].mean() * written[1].mean());
        }
        NameValues values = people.names;
        if (level == NameLevels.EXACT) {
            return written[which].rarity(values.writtenOf(names[a]), together);
        }
        int own = values.readingOf(names[a]);
        int reading = own == Texts.NONE ? values.readingOf(names[b]) : own;
        return reading == Texts.NONE ? 1 : read[which].rarity(reading, together);
    }

    private double place(int a, int b, int level, boolean together) {
        if (level <= AddressLevels.STREET) {
            return street.rarity(people.street[a], together);
        }
        if (level == AddressLevels.CITY) {
            return city == null ? 1 : city.rarity(people.city[a], together);
        }
        boolean same = people.postcode[a] != Column.MISSING && people.postcode[a] == people.postcode[b];
        return same ? postcode.rarity(people.postcode[a], together) : 1;
    }

    private double phone(int a, int b, boolean together) {
        double best = 1;
        for (int[] left : people.phone) {
            for (int[] right : people.phone) {
                if (left[a] != Column.MISSING && left[a] == right[b]) {
                    best = Math.max(best, phone.rarity(left[a], together));
                }
            }
        }
        return best;
    }

    private double email(int a, int b, int level, boolean together) {
        double best = 1;
        for (int[] left : people.email) {
            for (int[] right : people.email) {
                if (left[a] != Column.MISSING && right[b] != Column.MISSING) {
                    best = Math.max(best, address(left[a], right[b], level, together));
                }
            }
        }
        return best;
    }

    private double address(int a, int b, int level, boolean together) {
        EmailValues values = people.emails;
        if (values.user(a) != values.user(b)) {
            return 1;
        }
        double sameUser = user.rarity(values.user(a), together);
        if (level != EmailLevels.EXACT || values.domain(a) == Texts.NONE) {
            return sameUser;
        }
        return Math.min(email.rarity(a, together), sameUser * domain.rarity(values.domain(a), together));
    }

    private ValueCounts parts(int[] entries) {
        return count(
                people.names.tokens(),
                IntStream.range(0, NameValues.MOST_PARTS)
                        .mapToObj(place -> Arrays.stream(entries)
                                .map(entry -> people.names.token(entry, place))
                                .toArray())
                        .toArray(int[][]::new));
    }

    private ValueCounts names(int size, java.util.function.IntUnaryOperator form, int[] entries) {
        return count(
                size,
                Arrays.stream(entries)
                        .map(entry -> entry == Column.MISSING ? Column.MISSING : form.applyAsInt(entry))
                        .toArray());
    }

    private int[][] map(java.util.function.IntUnaryOperator part) {
        return Arrays.stream(people.email)
                .map(codes -> Arrays.stream(codes)
                        .map(code -> code == Column.MISSING ? Column.MISSING : part.applyAsInt(code))
                        .toArray())
                .toArray(int[][]::new);
    }

    private ValueCounts count(int size, int[]... columns) {
        return ValueCounts.of(entities, 0, size, columns);
    }

    private int years() {
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (int day : people.birth) {
            if (day > YEAR) {
                first = Math.min(first, day / YEAR);
                last = Math.max(last, day / YEAR);
            }
        }
        return Math.max(1, Math.min(110, last - first + 1));
    }
}
