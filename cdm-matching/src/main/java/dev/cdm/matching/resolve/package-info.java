/**
 * Resolution of one record at a time, under a model that was learned before.
 *
 * <p>{@link dev.cdm.matching.resolve.PersonResolver} holds records that come and go; whatever their order, they are grouped
 * as a batch over the same records groups them. It finds the records that share a key, keeps the pairs with a score, and
 * groups anew only the clusters that a change can reach. {@link dev.cdm.matching.resolve.ModelLinks} lets the identities of
 * the core go by the same.
 */
@NullMarked
package dev.cdm.matching.resolve;

import org.jspecify.annotations.NullMarked;
