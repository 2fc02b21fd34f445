/**
 * What the caller asks of the joining of records.
 *
 * <p>{@link dev.cdm.matching.joining.Constraints} says what may not or must be one entity, whatever the scores say;
 * {@link dev.cdm.matching.joining.ClusteringMethod} how scored pairs become clusters otherwise.
 * {@link dev.cdm.matching.joining.GateMask} puts a gate of core before the search for pairs.
 */
@NullMarked
package dev.cdm.matching.joining;

import org.jspecify.annotations.NullMarked;
