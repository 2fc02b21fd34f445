/**
 * What agreement and disagreement weigh, after I. P. Fellegi and A. B. Sunter, A theory for record linkage (JASA 64, 1969).
 *
 * <p>A {@link dev.cdm.matching.scoring.FellegiSunterModel} holds the prior and, for every comparison, the m and u
 * probabilities of its levels. {@link dev.cdm.matching.scoring.TermFrequencies} say how common values are, and
 * {@link dev.cdm.matching.scoring.PairScorer} turns pairs of records into weights in bits.
 */
@NullMarked
package dev.cdm.matching.scoring;

import org.jspecify.annotations.NullMarked;
