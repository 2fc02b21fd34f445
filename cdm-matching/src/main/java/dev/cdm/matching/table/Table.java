package dev.cdm.matching.table;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/** Records with an id each and the same columns, made by a {@link TableBuilder}. Immutable and safe for any thread. */
public final class Table {

    private final String[] ids;
    private final ImmutableList<Column> columns;

    Table(String[] ids, List<Column> columns) {
        this.ids = ids;
        this.columns = ImmutableList.copyOf(columns);
    }

    /** {@return how many records there are} */
    public int rows() {
        return ids.length;
    }

    /**
     * {@return the id of a record}
     *
     * @param row the record, from 0
     */
    public String id(int row) {
        return ids[row];
    }

    /** {@return the columns in their order} */
    public List<Column> columns() {
        return columns;
    }

    /**
     * {@return the column with a name, if there is one}
     *
     * @param name the name, compared exactly
     */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return ids.length + " rows " + columns;
    }
}
