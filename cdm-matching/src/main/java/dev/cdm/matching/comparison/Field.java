package dev.cdm.matching.comparison;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Dictionary;
import dev.cdm.matching.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a record: the text of a column, as it is or transformed. Immutable.
 *
 * @param column the name of the column
 * @param steps what is done to the text, in this order; none by default
 */
public record Field(String column, List<Transform> steps) {

    /** Checks the name. */
    public Field {
        Checks.notBlank(column, "column");
        steps = ImmutableList.copyOf(steps);
    }

    /**
     * {@return the field that is the text of a column}
     *
     * @param column the name of the column
     */
    public static Field of(String column) {
        return new Field(column, List.of());
    }

    /**
     * {@return this field with a further step}
     *
     * @param step what is done to the text
     */
    public Field then(Transform step) {
        return new Field(
                column,
                ImmutableList.<Transform>builder().addAll(steps).add(step).build());
    }

    /**
     * {@return the value that the field has where the column has this text}
     *
     * @param text the text of the column
     */
    public Optional<String> of(Optional<String> text) {
        Optional<String> value = text;
        for (Transform step : steps) {
            value = value.flatMap(step::apply);
        }
        return value;
    }

    /**
     * Fails if the column of a field is restricted: its tokens may be compared only for equality, as they are.
     *
     * @param table the records
     * @param field the field
     * @param use what else was to be done with it, for the message
     * @throws IllegalArgumentException if the column is restricted
     */
    public static void refuseRestricted(Table table, Field field, String use) {
        boolean restricted =
                table.column(field.column()).filter(Column::isRestricted).isPresent();
        Checks.require(
                !restricted,
                "column",
                "`" + field.column() + "` is restricted and may only be compared for equality as it is, but was to be"
                        + " used for `" + use + "`");
    }

    /**
     * The values of a field for the records of a table, numbered: each distinct text was transformed once. Immutable and safe
     * for any thread.
     */
    public static final class Values {

        private final @Nullable Column column;
        private final int[] numbers;
        private final Dictionary texts;

        private Values(int[] numbers, Dictionary texts) {
            column = null;
            this.numbers = numbers;
            this.texts = texts;
        }

        /**
         * Reads a field.
         *
         * @param table the records
         * @param field the field
         * @param texts where the numbers come from; fields that share it can be compared by number. It must not be added to
         *     by another thread meanwhile
         * @throws IllegalArgumentException if the table has no such column, or if it is restricted and the field does
         *     anything to its text
         */
        public Values(Table table, Field field, Dictionary texts) {
            Optional<Column> found = table.column(field.column());
            Checks.require(found.isPresent(), "column", "must be one of the table", field.column());
            Column read = found.orElseThrow();
            if (!field.steps().isEmpty()) {
                refuseRestricted(table, field, field.steps().get(0).toString());
            }
            column = read;
            numbers = new int[read.distinct()];
            this.texts = texts;
            for (int code = 0; code < numbers.length; code++) {
                numbers[code] =
                        field.of(Optional.of(read.text(code))).map(texts::add).orElse(Column.MISSING);
            }
        }

        /**
         * {@return the number of a record's value, or {@link Column#MISSING}}
         *
         * @param row the record, from 0
         */
        public int number(int row) {
            int code = column == null ? row : column.code(row);
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

        /** {@return the same values by the code of the column instead of the record} */
        Values byCode() {
            return new Values(numbers, texts);
        }

        /** {@return the numbers that occur} */
        IntStream used() {
            return Arrays.stream(numbers)
                    .filter(number -> number != Column.MISSING)
                    .distinct();
        }
    }
}
