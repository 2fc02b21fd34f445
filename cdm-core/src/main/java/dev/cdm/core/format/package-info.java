/**
 * Exports of other systems, read and written row by row: CSV and JSON Lines to and from raw records.
 *
 * <p>A {@link dev.cdm.core.format.RecordFormat} says what a source's export looks like: which field holds the system's own
 * key, which one the time of the assertion, how it is encoded. It opens a {@link dev.cdm.core.format.RowReader}, which
 * hands out a {@link dev.cdm.core.format.Row} at a time and keeps no more than one in memory. A row that cannot be used is
 * handed out too, with its problem and its raw text, and the rows after it are read on: an unclosed quote, a truncated
 * line or a wrong byte costs one row. Only a file that cannot be read as a whole is an exception
 * ({@link dev.cdm.core.format.DataFileException}). Nothing is normalised here.
 */
@NullMarked
package dev.cdm.core.format;

import org.jspecify.annotations.NullMarked;
