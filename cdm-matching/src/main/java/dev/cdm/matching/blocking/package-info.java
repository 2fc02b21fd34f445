/**
 * Which pairs of records are worth comparing.
 *
 * <p>A {@link dev.cdm.matching.blocking.Neighbourhood} sorts the records by a key or by an order and says who is near whom
 * in it; {@link dev.cdm.matching.blocking.CandidatePairs} collects the neighbours of every record over all of them, each
 * pair once.
 *
 * <p>For models with rules, {@link dev.cdm.matching.blocking.BlockingRule} says what two records must share, and
 * {@link dev.cdm.matching.blocking.RuleBlocking} finds the pairs of such rules, under a cap and past a gate.
 */
@NullMarked
package dev.cdm.matching.blocking;

import org.jspecify.annotations.NullMarked;
