package dev.cdm.matching.person;

import com.google.common.collect.ImmutableList;
import dev.cdm.matching.learned.KeyPart;
import dev.cdm.matching.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The keys of records as hashes of their content: the same for a record wherever it is read. Immutable and safe for any
 * thread.
 */
public final class RecordKeys {

    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int YEAR = 10_000;
    private static final int PART = 100;
    private static final int SIX = 6;
    private static final int SIX_DIGITS = 0xFFFFFF;
    private static final int THREE_DIGITS = 12;

    private final PersonTable people;
    private final List<List<KeyPart>> keys;
    /** Whether values are looked at when they are asked for, so that they may come and go. */
    private final boolean asked;

    /** A part may have several values, as a record may have several telephone numbers. */
    private final Map<KeyPart, List<IntToLongFunction>> parts = new EnumMap<>(KeyPart.class);

    private volatile @Nullable Recipes recipes;

    /**
     * Prepares the keys of records.
     *
     * @param people the records
     * @param keys the keys, each made of its parts
     */
    public RecordKeys(PersonTable people, List<List<KeyPart>> keys) {
        this(people, keys, false);
    }

    RecordKeys(PersonTable people, List<List<KeyPart>> keys, boolean asked) {
        this.people = people;
        this.keys = ImmutableList.copyOf(keys);
        this.asked = asked;
        names(people.given, KeyPart.GIVEN, KeyPart.GIVEN_WRITTEN, KeyPart.GIVEN_SOUND);
        names(people.family, KeyPart.FAMILY, KeyPart.FAMILY_WRITTEN, KeyPart.FAMILY_SOUND);
        beginnings(people.given, KeyPart.GIVEN_1, 1);
        beginnings(people.given, KeyPart.GIVEN_3, 3);
        beginnings(people.family, KeyPart.FAMILY_1, 1);
        beginnings(people.family, KeyPart.FAMILY_3, 3);
        beginnings(people.family, KeyPart.FAMILY_5, 5);
        part(KeyPart.NAMES, this::bothNames);
        dates();
        text(KeyPart.STREET, people.street, people.streets.wholes.size(), people.streets.wholes::text);
        text(KeyPart.POSTCODE, people.postcode, people.postcodes.size(), people.postcodes::text);
        text(KeyPart.CITY, people.city, people.cities.size(), people.cities::text);
        contacts();
        people.extras.forEach(this::extra);
    }

    /** {@return how many keys there are} */
    public int keys() {
        return keys.size();
    }

    /**
     * {@return one key of all records: for every combination of its values, one hash per record, 0 where a part is missing
     * or where the value was there before}
     *
     * @param key the number of the key
     */
    public long[][] of(int key) {
        List<long[]> columns = new ArrayList<>();
        for (List<IntToLongFunction> choice : choices(keys.get(key))) {
            long[] column = new long[people.rows()];
            for (int row = 0; row < column.length; row++) {
                column[row] = unlessThere(columns, row, hash(keys.get(key), choice, row));
            }
            columns.add(column);
        }
        return columns.toArray(long[][]::new);
    }

    /**
     * {@return all keys of one record, ascending}
     *
     * @param row the record
     */
    public long[] ofRow(int row) {
        Recipes all = recipes == null ? new Recipes() : recipes;
        recipes = all;
        return all.ofRow(row);
    }

    /** All ways to make keys of one record, with every value looked at once. */
    private final class Recipes {

        private final List<IntToLongFunction> values = new ArrayList<>();
        private final List<int[]> places = new ArrayList<>();
        private final List<int[]> salts = new ArrayList<>();

        Recipes() {
            for (List<KeyPart> key : keys) {
                int[] salt = key.stream().mapToInt(part -> part.name().hashCode()).toArray();
                for (List<IntToLongFunction> choice : choices(key)) {
                    places.add(choice.stream().mapToInt(this::place).toArray());
                    salts.add(salt);
                }
            }
        }

        private int place(IntToLongFunction value) {
            if (!values.contains(value)) {
                values.add(value);
            }
            return values.indexOf(value);
        }

        long[] ofRow(int row) {
            long[] own = new long[values.size()];
            for (int value = 0; value < own.length; value++) {
                own[value] = values.get(value).applyAsLong(row);
            }
            long[] found = new long[places.size()];
            int size = 0;
            for (int key = 0; key < found.length; key++) {
                long hash = hash(places.get(key), salts.get(key), own);
                found[size] = hash;
                size += hash == 0 ? 0 : 1;
            }
            Arrays.sort(found, 0, size);
            int distinct = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || found[i] != found[i - 1]) {
                    found[distinct++] = found[i];
                }
            }
            return Arrays.copyOf(found, distinct);
        }

        private static long hash(int[] key, int[] salt, long[] own) {
            long hash = key.length;
            for (int i = 0; i < key.length; i++) {
                if (own[key[i]] == 0) {
                    return 0;
                }
                hash = mixed(hash + salt[i], own[key[i]]);
            }
            return hash == 0 ? 1 : hash;
        }
    }

    private static long unlessThere(List<long[]> columns, int row, long hash) {
        return columns.stream().anyMatch(column -> column[row] == hash) ? 0 : hash;
    }

    private List<List<IntToLongFunction>> choices(List<KeyPart> key) {
        List<List<IntToLongFunction>> choices = List.of(List.of());
        for (KeyPart part : key) {
            List<List<IntToLongFunction>> longer = new ArrayList<>();
            for (List<IntToLongFunction> choice : choices) {
                for (IntToLongFunction value : parts.getOrDefault(part, List.of())) {
                    longer.add(ImmutableList.<IntToLongFunction>builder()
                            .addAll(choice)
                            .add(value)
                            .build());
                }
            }
            choices = longer;
        }
        return choices;
    }

    private static long hash(List<KeyPart> key, List<IntToLongFunction> choice, int row) {
        long hash = key.size();
        for (int i = 0; i < choice.size(); i++) {
            long value = choice.get(i).applyAsLong(row);
            if (value == 0) {
                return 0;
            }
            hash = mixed(hash + key.get(i).name().hashCode(), value);
        }
        return hash == 0 ? 1 : hash;
    }

    private static long mixed(long hash, long value) {
        long mixed = (hash ^ value) * MIX;
        return (mixed ^ mixed >>> 29) * MIX ^ mixed >>> 32;
    }

    private static long hash(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
            hash ^= hash >>> 31;
        }
        return hash == 0 ? 1 : hash;
    }

    private void part(KeyPart part, IntToLongFunction value) {
        parts.computeIfAbsent(part, key -> new ArrayList<>()).add(value);
    }

    private void text(KeyPart part, int[] codes, int size, IntFunction<String> text) {
        if (size > 0 || asked) {
            number(part, codes, size, code -> hash(text.apply(code)));
        }
    }

    private void number(KeyPart part, int[] codes, int size, IntToLongFunction value) {
        if (asked) {
            part(part, row -> codes[row] == Column.MISSING ? 0 : value.applyAsLong(codes[row]));
            return;
        }
        long[] values = new long[size];
        for (int code = 0; code < size; code++) {
            values[code] = value.applyAsLong(code);
        }
        part(part, row -> codes[row] == Column.MISSING ? 0 : values[codes[row]]);
    }

    private void names(int[] entries, KeyPart read, KeyPart written, KeyPart sound) {
        NameValues names = people.names;
        number(read, entries, names.size(), entry -> hash(spoken(entry)) + (isRead(entry) ? 1 : 0));
        number(written, entries, names.size(), entry -> hash(names.written.text(names.writtenOf(entry))));
        number(sound, entries, names.size(), entry -> {
            String spoken = spoken(entry);
            int code = NameParts.soundex(spoken);
            return code == 0 ? -spoken.codePointAt(0) : code;
        });
    }

    private boolean isRead(int entry) {
        return people.names.likelyReadingOf(entry) != Texts.NONE;
    }

    private String spoken(int entry) {
        NameValues names = people.names;
        return isRead(entry)
                ? names.readings.text(names.likelyReadingOf(entry))
                : names.written.text(names.writtenOf(entry));
    }

    private void beginnings(int[] entries, KeyPart part, int letters) {
        number(part, entries, people.names.size(), entry -> {
            String spoken = spoken(entry);
            int all = spoken.codePointCount(0, spoken.length());
            return hash(spoken.substring(0, spoken.offsetByCodePoints(0, Math.min(letters, all))));
        });
    }

    private IntToLongFunction first(KeyPart part) {
        return parts.getOrDefault(part, List.of()).get(0);
    }

    private long bothNames(int row) {
        long given = first(KeyPart.GIVEN).applyAsLong(row);
        long family = first(KeyPart.FAMILY).applyAsLong(row);
        return given == 0 || family == 0 ? 0 : mixed(Math.min(given, family), Math.max(given, family));
    }

    private void dates() {
        int[] dates = people.birth;
        part(KeyPart.BIRTH, row -> dates[row] % YEAR == 0 ? 0 : dates[row]);
        part(KeyPart.YEAR, row -> dates[row] / YEAR);
        part(KeyPart.MONTH, row -> dates[row] / PART % PART);
        part(KeyPart.DAY, row -> dates[row] % PART);
        part(KeyPart.DAY_MONTH, row -> {
            int month = dates[row] / PART % PART;
            int day = dates[row] % PART;
            return Math.min(month, day) * (long) PART + Math.max(month, day);
        });
    }

    private void extra(ExtraField extra) {
        IntFunction<String> text = code -> extra.kind + extra.texts.text(code);
        switch (extra.kind) {
            case TOKEN -> text(KeyPart.TOKEN, extra.codes, extra.texts.size(), text);
            case CODE -> text(KeyPart.CODE, extra.codes, extra.texts.size(), text);
            case TEXT -> text(KeyPart.TEXT, extra.codes, extra.texts.size(), text);
            case EMPLOYER -> text(KeyPart.EMPLOYER, extra.codes, extra.texts.size(), text);
            case ORGANISATION -> {
                text(KeyPart.ORGANISATION, extra.codes, extra.texts.size(), text);
                word(KeyPart.ORGANISATION_WORD, extra, 0);
                word(KeyPart.ORGANISATION_WORD_2, extra, 1);
            }
            default -> {}
        }
    }

    private void word(KeyPart part, ExtraField extra, int place) {
        number(part, extra.codes, extra.texts.size(), name -> hash(extra.organisations.rarestText(name, place)));
    }

    private static String cut(String user, boolean fromEnd) {
        int length = Math.min(SIX, user.length());
        return fromEnd ? user.substring(user.length() - length) : user.substring(0, length);
    }

    private void contacts() {
        for (int[] codes : people.phone) {
            LongCodes phones = people.phones;
            number(KeyPart.PHONE, codes, phones.size(), phones::value);
            number(KeyPart.PHONE_END, codes, phones.size(), code -> (phones.value(code) & SIX_DIGITS) + 1);
            number(KeyPart.PHONE_START, codes, phones.size(), code -> (phones.value(code) >>> THREE_DIGITS) + 1);
        }
        EmailValues emails = people.emails;
        for (int[] codes : people.email) {
            text(KeyPart.EMAIL, codes, emails.size(), emails::text);
            text(KeyPart.EMAIL_USER, codes, emails.size(), code -> emails.users.text(emails.user(code)));
            text(KeyPart.EMAIL_START, codes, emails.size(), code -> cut(emails.users.text(emails.user(code)), false));
            text(KeyPart.EMAIL_END, codes, emails.size(), code -> cut(emails.users.text(emails.user(code)), true));
        }
    }
}
