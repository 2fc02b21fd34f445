package dev.cdm.matching.comparison;

import dev.cdm.core.internal.Checks;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Dictionary;
import dev.cdm.matching.table.Table;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The values of a field for the records of a table, numbered: each distinct text was transformed once. Immutable and safe
 * for any thread.
 */
public final class FieldValues {

    private final Column column;
    private final int[] numbers;
    private final Dictionary texts;

    /**
     * Reads a field.
     *
     * @param table the records
     * @param field the field
     * @param texts where the numbers come from; fields that share it can be compared by number. It must not be added to
     *     by another thread meanwhile
     * @throws IllegalArgumentException if the table has no such column
     */
    public FieldValues(Table table, Field field, Dictionary texts) {
        Optional<Column> found = table.column(field.column());
        Checks.require(found.isPresent(), "column", "must be one of the table", field.column());
        column = found.orElseThrow();
        numbers = new int[column.distinct()];
        this.texts = texts;
        for (int code = 0; code < numbers.length; code++) {
            numbers[code] =
                    field.of(Optional.of(column.text(code))).map(texts::add).orElse(Column.MISSING);
        }
    }

    /**
     * {@return the number of a record's value, or {@link Column#MISSING}}
     *
     * @param row the record, from 0
     */
    public int number(int row) {
        int code = column.code(row);
        return code == Column.MISSING ? code : numbers[code];
    }

    /**
     * {@return the text with a number}
     *
     * @param number the number
     */
    public String text(int number) {
        return texts.text(number);
    }

    /** {@return the numbers that occur} */
    IntStream used() {
        return Arrays.stream(numbers).filter(number -> number != Column.MISSING).distinct();
    }
}
