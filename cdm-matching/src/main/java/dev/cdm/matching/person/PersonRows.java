package dev.cdm.matching.person;

import com.google.common.collect.ImmutableMap;
import dev.cdm.matching.learned.Conventions;
import dev.cdm.matching.learned.Frequencies;
import dev.cdm.matching.learned.KeyPart;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records of people that are read one by one, each into a row of a {@link PersonTable} as if it were alone, and that may be
 * read anew. For one thread at a time.
 */
public final class PersonRows {

    private final ImmutableMap<String, Role> roles;
    private final List<List<KeyPart>> keyParts;
    private final PersonTable people;
    private final Rarity rarity;
    private RecordKeys keys;

    /**
     * Starts without a row.
     *
     * @param roles what the columns mean, by name; several columns of one role in their order
     * @param conventions how values are written
     * @param fields the fields to be compared
     * @param frequencies how often values occur, as {@link Rarity#frequencies} gave it
     * @param keys the keys under which records meet, each made of its parts
     */
    public PersonRows(
            Map<String, Role> roles,
            Conventions conventions,
            List<FieldShape> fields,
            Map<String, Frequencies> frequencies,
            List<List<KeyPart>> keys) {
        this.roles = ImmutableMap.copyOf(roles);
        keyParts = keys;
        Map<Role, List<Column>> columns = new EnumMap<>(Role.class);
        roles.forEach((name, role) ->
                columns.computeIfAbsent(role, key -> new ArrayList<>()).add(Column.empty(name, 0)));
        people = new PersonTable(columns, new int[0], conventions, fields, Workers.caller());
        rarity = Rarity.growing(people, frequencies);
        this.keys = new RecordKeys(people, keys, true);
    }

    /**
     * Makes room for more rows; what compares pairs must be made anew after it.
     *
     * @param rows how many rows there are to be, not fewer than before
     */
    public void grow(int rows) {
        people.grow(rows);
        keys = new RecordKeys(people, keyParts, true);
    }

    /**
     * Reads a record.
     *
     * @param row the row it gets, from 0; what was there is overwritten
     * @param values its values in the order of the columns, null where there is none
     */
    public void read(int row, @Nullable String[] values) {
        Map<Role, List<Column>> columns = new EnumMap<>(Role.class);
        int place = 0;
        for (Map.Entry<String, Role> column : roles.entrySet()) {
            columns.computeIfAbsent(column.getValue(), key -> new ArrayList<>())
                    .add(Column.of(column.getKey(), values[place++]));
        }
        people.read(row, columns);
        rarity.read(row);
    }

    /**
     * {@return the keys of a record, ascending}
     *
     * @param row the row
     */
    public long[] keys(int row) {
        return keys.ofRow(row);
    }

    /** {@return the records; it grows with the rows} */
    public PersonTable table() {
        return people;
    }

    /** {@return how rare agreements are} */
    public Rarity rarity() {
        return rarity;
    }

    static int[] grown(int[] codes, int size) {
        int[] more = Arrays.copyOf(codes, size);
        Arrays.fill(more, codes.length, size, Column.MISSING);
        return more;
    }
}
