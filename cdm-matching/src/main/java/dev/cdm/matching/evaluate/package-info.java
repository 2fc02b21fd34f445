/**
 * How good a result is where the truth is known: {@link dev.cdm.matching.evaluate.ClusterEvaluation} judges clusters,
 * {@link dev.cdm.matching.evaluate.PairEvaluation} scored pairs. What blocking missed always counts as missed.
 */
@NullMarked
package dev.cdm.matching.evaluate;

import org.jspecify.annotations.NullMarked;
