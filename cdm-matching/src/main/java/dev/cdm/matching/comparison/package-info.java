/**
 * How two records compare.
 *
 * <p>A {@link dev.cdm.matching.comparison.Field} names a value, a {@link dev.cdm.matching.comparison.Condition} says
 * something about the values of two records, a {@link dev.cdm.matching.comparison.Comparison} is an ordered list of
 * levels of which the first that holds is the result. All of that is data that can be written down and read back.
 * {@link dev.cdm.matching.comparison.ComparedTable} applies comparisons to the records of a table, and
 * {@link dev.cdm.matching.comparison.Comparisons} holds ready ones for the usual fields of a person.
 */
@NullMarked
package dev.cdm.matching.comparison;

import org.jspecify.annotations.NullMarked;
