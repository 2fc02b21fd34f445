/**
 * Records as columns of numbers.
 *
 * <p>A {@link dev.cdm.matching.table.Table} holds one text per record and column, each distinct text once: a
 * {@link dev.cdm.matching.table.Column} is an array of codes into its {@link dev.cdm.matching.table.Dictionary}. What is
 * derived from a text, a folded name or a parsed date, is then computed once per distinct text and not once per record.
 *
 * <p>{@link dev.cdm.matching.table.Workers} spreads work over threads that the caller owns, and
 * {@link dev.cdm.matching.table.RowOrder} sorts record numbers by number keys.
 */
@NullMarked
package dev.cdm.matching.table;

import org.jspecify.annotations.NullMarked;
