/**
 * Records of one or two tables with the columns of every role: {@link dev.cdm.matching.records.PersonRecords} numbers them
 * by {@linkplain dev.cdm.matching.records.ContentOrder what they say}, so that the order of the rows of a file does not
 * matter.
 */
@NullMarked
package dev.cdm.matching.records;

import org.jspecify.annotations.NullMarked;
