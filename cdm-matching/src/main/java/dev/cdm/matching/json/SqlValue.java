package dev.cdm.matching.json;

import dev.cdm.matching.comparison.Field;

/** What an SQL expression stands for. */
sealed interface SqlValue {

    /** A field of the left or right record. */
    record Of(Field field, boolean isLeft) implements SqlValue {}

    /** A number. */
    record Amount(double value) implements SqlValue {}

    /** A text. */
    record Text(String value) implements SqlValue {}

    /** Seconds since the epoch of a date. */
    record Epoch(Of date) implements SqlValue {}

    /** The difference of a field between the records; in seconds if it is a date. */
    record Gap(Field field, boolean isDate) implements SqlValue {}

    /** A measure between the records, by the name of the function. */
    record Measured(String function, Field field) implements SqlValue {}
}
