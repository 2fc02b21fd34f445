/**
 * From the meaning of columns to entities, without labels and without settings.
 *
 * <p>{@link dev.cdm.matching.records.PersonRecords} takes the columns of every role;
 * {@link dev.cdm.matching.roles.PersonMatching} finds candidate pairs, trains a model on them, scores and clusters them,
 * and does it a second time with what the first round has found.
 */
@NullMarked
package dev.cdm.matching.roles;

import org.jspecify.annotations.NullMarked;
