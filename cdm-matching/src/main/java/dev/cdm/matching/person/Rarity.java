package dev.cdm.matching.person;

import com.google.common.collect.ImmutableMap;
import dev.cdm.matching.learned.Frequencies;
import dev.cdm.matching.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How much more an agreement says because the value is rare: one over the value's frequency among entities, for the
 * levels that have one. Immutable and safe for any thread.
 */
public final class Rarity {

    private static final int DAYS = 365;
    private static final int YEAR = 10_000;
    private static final String OF_COLUMN = "column ";
    private static final Frequencies NEVER = new Frequencies(0, 1, Map.of(), 0, 0);

    private final PersonTable people;
    private final @Nullable Entities entities;
    private final Map<String, Frequencies> known;
    private final Map<String, Counter> counters = new LinkedHashMap<>();
    private final FieldKind[] kinds;
    private final ValueCounts[] written;
    private final ValueCounts[] read;
    private final ValueCounts[] parts;
    private final LongCodes dates = new LongCodes();
    private int[] date;
    private final boolean asked;
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
        this(people, entities, Map.of(), false);
    }

    /**
     * Takes the counts of other records: what an agreement says does not depend on any record but the two.
     *
     * @param people the records
     * @param known the counts, as {@link #frequencies} gave them
     */
    public Rarity(PersonTable people, Map<String, Frequencies> known) {
        this(people, null, known, false);
    }

    /** {@return how rare agreements are among records that come and go; for one thread at a time} */
    static Rarity growing(PersonTable people, Map<String, Frequencies> known) {
        return new Rarity(people, null, known, true);
    }

    private Rarity(
            PersonTable people, @Nullable Entities entities, Map<String, Frequencies> known, boolean asked) {
        this.asked = asked;
        this.people = people;
        this.entities = entities;
        this.known = known;
        NameValues names = people.names;
        kinds = people.fields().stream().map(FieldShape::kind).toArray(FieldKind[]::new);
        written = new ValueCounts[] {
            names("given", names.written, names::writtenOf, people.given),
            names("family", names.written, names::writtenOf, people.family)
        };
        read = new ValueCounts[] {
            names("given-reading", names.readings, names::likelyReadingOf, people.given),
            names("family-reading", names.readings, names::likelyReadingOf, people.family)
        };
        parts = new ValueCounts[] {parts("given-part", people.given), parts("family-part", people.family)};
        date = Arrays.stream(people.birth)
                .map(day -> day == 0 ? Column.MISSING : dates.add(day))
                .toArray();
        double floor = 1.0 / (DAYS * years());
        birth = count("birth", floor, dates.size(), code -> Long.toString(dates.value(code)), date);
        street = count("street", people.streets.wholes, people.street);
        postcode = count("postcode", people.postcodes, people.postcode);
        boolean byCity = entities == null ? known.containsKey("city") : people.cityIsAddress();
        city = byCity ? count("city", people.cities, people.city) : null;
        LongCodes phones = people.phones;
        phone = count("phone", 0, phones.size(), code -> Long.toHexString(phones.value(code)), people.phone);
        email = count("email", 0, people.emails.size(), people.emails::text, people.email);
        user = count("email-user", people.emails.users, map(people.emails::user));
        domain = count("email-domain", people.emails.domains, map(people.emails::domain));
        int first = people.fields().size() - people.extras.size();
        for (int i = 0; i < people.extras.size(); i++) {
            ExtraField extra = people.extras.get(i);
            extras.add(count(OF_COLUMN + people.fields().get(first + i).name(), extra.texts, extra.codes));
        }
    }

    /**
     * {@return how often values occur, by the name of what was counted; personal data, see {@link Frequencies}}
     *
     * @param least in how many entities a value must occur to be named, at least 1
     */
    public Map<String, Frequencies> frequencies(int least) {
        ImmutableMap.Builder<String, Frequencies> found = ImmutableMap.builder();
        counters.forEach((name, counter) -> found.put(name, counter.counts.frozen(counter.texts, least)));
        int first = kinds.length - people.extras.size();
        for (int i = first; i < kinds.length; i++) {
            if (kinds[i] == FieldKind.TOKEN) {
                String name = OF_COLUMN + people.fields().get(i).name();
                found.put(name, extras.get(i - first).frozen(text -> "", Integer.MAX_VALUE));
            }
        }
        return found.buildKeepingLast();
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
        boolean together = entities == null || entities.together(a, b);
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

    /** Takes up a row that was read. */
    void read(int row) {
        if (row >= date.length) {
            date = PersonRows.grown(date, people.rows());
        }
        date[row] = people.birth[row] == 0 ? Column.MISSING : dates.add(people.birth[row]);
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

    private ValueCounts parts(String name, int[] entries) {
        NameValues names = people.names;
        return count(
                name,
                names.partTexts(),
                IntStream.range(0, NameValues.MOST_PARTS)
                        .mapToObj(place -> Arrays.stream(entries)
                                .map(entry -> names.token(entry, place))
                                .toArray())
                        .toArray(int[][]::new));
    }

    private ValueCounts names(String name, Texts texts, IntUnaryOperator form, int[] entries) {
        return count(
                name,
                texts,
                Arrays.stream(entries)
                        .map(entry -> entry == Column.MISSING ? Column.MISSING : form.applyAsInt(entry))
                        .toArray());
    }

    private int[][] map(IntUnaryOperator part) {
        return Arrays.stream(people.email)
                .map(codes -> Arrays.stream(codes)
                        .map(code -> code == Column.MISSING ? Column.MISSING : part.applyAsInt(code))
                        .toArray())
                .toArray(int[][]::new);
    }

    private ValueCounts count(String name, Texts texts, int[]... columns) {
        return count(name, 0, texts.size(), texts::text, columns);
    }

    private ValueCounts count(String name, double floor, int size, IntFunction<String> texts, int[]... columns) {
        if (entities == null) {
            Frequencies counted = known.getOrDefault(name, NEVER);
            return asked ? ValueCounts.asked(counted, texts) : ValueCounts.known(counted, size, texts);
        }
        ValueCounts counts = ValueCounts.of(entities, floor, size, columns);
        counters.put(name, new Counter(texts, counts));
        return counts;
    }

    private record Counter(IntFunction<String> texts, ValueCounts counts) {}

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
