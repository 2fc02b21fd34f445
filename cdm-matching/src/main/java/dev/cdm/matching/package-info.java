/**
 * The front door: {@link dev.cdm.matching.Deduplicator} finds the records of one table that are one person,
 * {@link dev.cdm.matching.Linker} the records of two tables. Both need only to know what the columns mean.
 */
@NullMarked
package dev.cdm.matching;

import org.jspecify.annotations.NullMarked;
