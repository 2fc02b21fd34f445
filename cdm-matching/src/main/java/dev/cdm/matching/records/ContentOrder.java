package dev.cdm.matching.records;

import com.google.common.collect.Iterables;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.RowOrder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order of records by their content: the beginning of the family name, since records of one name are compared often
 * and should be near each other, and then a hash of all values but restricted ones.
 */
public final class ContentOrder {

    private static final List<Role> NAMES =
            List.of(Role.FAMILY_NAME, Role.FULL_NAME, Role.GIVEN_NAME, Role.ORGANISATION);
    private static final int LETTERS = 4;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private ContentOrder() {}

    /** {@return the rows of columns in order; those of equal content in the given order} */
    static int[] of(Map<Role, List<Column>> columns, int[] rows) {
        long[] numbers = new long[rows.length];
        columns.forEach((role, all) ->
                all.stream().filter(column -> role != Role.NATIONAL_ID).forEach(column -> add(numbers, role, column)));
        NAMES.stream()
                .flatMap(role -> columns.getOrDefault(role, List.of()).stream())
                .findFirst()
                .ifPresent(names -> begin(numbers, names));
        return RowOrder.by(numbers, rows);
    }

    /**
     * {@return the number by which a record has its place, without a sign; records of one number are in the order of their
     * ids}
     *
     * @param roles what its columns mean, in the order of the values
     * @param values its values, stripped, null where there is none
     */
    public static long number(Collection<Role> roles, @Nullable String[] values) {
        long hash = 0;
        for (Role role : Role.values()) {
            int place = 0;
            for (Role own : roles) {
                String value = values[place++];
                if (own == role && role != Role.NATIONAL_ID) {
                    hash = mixed(hash, value == null ? 1 : hash(role, value));
                }
            }
        }
        for (Role name : NAMES) {
            int place = Iterables.indexOf(roles, name::equals);
            if (place >= 0) {
                String value = values[place];
                return begun(value == null ? 0 : start(value), hash);
            }
        }
        return hash;
    }

    private static void add(long[] numbers, Role role, Column column) {
        long[] texts = new long[column.distinct()];
        for (int code = 0; code < texts.length; code++) {
            texts[code] = hash(role, column.text(code));
        }
        for (int row = 0; row < numbers.length; row++) {
            int code = column.code(row);
            numbers[row] = mixed(numbers[row], code == Column.MISSING ? 1 : texts[code]);
        }
    }

    private static void begin(long[] numbers, Column names) {
        long[] starts = new long[names.distinct()];
        for (int code = 0; code < starts.length; code++) {
            starts[code] = start(names.text(code));
        }
        for (int row = 0; row < numbers.length; row++) {
            int code = names.code(row);
            numbers[row] = begun(code == Column.MISSING ? 0 : starts[code], numbers[row]);
        }
    }

    private static long begun(long start, long hash) {
        return start << Integer.SIZE | hash >>> Integer.SIZE;
    }

    /** The lower halves of the first letters. */
    private static long start(String name) {
        long start = 0;
        for (int i = 0; i < LETTERS; i++) {
            int letter = i < name.length() ? Character.toLowerCase(name.charAt(i)) : 0;
            start = (start << Byte.SIZE) | (letter & 0xFF);
        }
        return start;
    }

    private static long mixed(long hash, long text) {
        long mixed = (hash + text) * MIX;
        return mixed ^ mixed >>> 31;
    }

    private static long hash(Role role, String text) {
        return hash(text) ^ hash(role.label());
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return hash * MIX;
    }
}
