package dev.cdm.matching.table;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the records of a {@link Table}. White space around a text is dropped; a blank text is a missing value. Not
 * thread-safe.
 */
public final class TableBuilder {

    private final ImmutableList<String> names;
    private final Dictionary[] dictionaries;
    private final int[][] codes;
    private String[] ids = new String[1024];
    private int rows;

    /**
     * Starts a table without records.
     *
     * @param columns the names of the columns, each once
     * @throws IllegalArgumentException if a name comes twice
     */
    public TableBuilder(List<String> columns) {
        names = ImmutableList.copyOf(columns);
        Checks.require(names.stream().distinct().count() == names.size(), "columns", "must have different names");
        dictionaries = new Dictionary[names.size()];
        Arrays.setAll(dictionaries, column -> new Dictionary());
        codes = new int[names.size()][ids.length];
    }

    /**
     * Adds a record.
     *
     * @param id the id of the record
     * @param values one text or null per column, in the order of the columns
     * @return this
     * @throws IllegalArgumentException if the id is blank or the number of values is not that of the columns
     */
    public TableBuilder add(String id, List<? extends @Nullable String> values) {
        Checks.notBlank(id, "id");
        Checks.require(values.size() == names.size(), "values", "must be as many as columns", values.size());
        if (rows == ids.length) {
            grow();
        }
        for (int column = 0; column < codes.length; column++) {
            codes[column][rows] = code(column, values.get(column));
        }
        ids[rows++] = id;
        return this;
    }

    /**
     * Adds records whose values come column by column.
     *
     * @param more the ids of the records
     * @return the number of the first of them, for {@link #fill}
     * @throws IllegalArgumentException if an id is blank
     */
    public int extend(List<String> more) {
        int first = rows;
        for (String id : more) {
            Checks.notBlank(id, "id");
            if (rows == ids.length) {
                grow();
            }
            for (int[] column : codes) {
                column[rows] = Column.MISSING;
            }
            ids[rows++] = id;
        }
        return first;
    }

    /**
     * Fills a column of records that were added before. Different columns may be filled by different threads at the same
     * time, while no records are added.
     *
     * @param column the number of the column, from 0
     * @param first the number of the first record
     * @param values one text or null per record, from the first on
     * @throws IllegalArgumentException if there are not so many records
     */
    public void fill(int column, int first, List<? extends @Nullable String> values) {
        Checks.require(first + values.size() <= rows, "values", "must be as many as records", values.size());
        for (int i = 0; i < values.size(); i++) {
            codes[column][first + i] = code(column, values.get(i));
        }
    }

    private int code(int column, @Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        return stripped.isEmpty() ? Column.MISSING : dictionaries[column].add(stripped);
    }

    /** {@return the table; the builder must not be used again} */
    public Table build() {
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < codes.length; column++) {
            columns.add(new Column(names.get(column), Arrays.copyOf(codes[column], rows), dictionaries[column]));
        }
        return new Table(Arrays.copyOf(ids, rows), columns);
    }

    private void grow() {
        int larger = ids.length + (ids.length >> 1);
        ids = Arrays.copyOf(ids, larger);
        for (int column = 0; column < codes.length; column++) {
            codes[column] = Arrays.copyOf(codes[column], larger);
        }
    }
}
