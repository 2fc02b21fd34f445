/**
 * How good a result probably is where the truth is not known.
 *
 * <p>{@link dev.cdm.matching.quality.QualityEstimation} reads it off the probabilities by which records were joined or
 * left apart; {@link dev.cdm.matching.quality.QualityReport} tells precision and recall with intervals, the bridges that
 * hold clusters together and may be wrong, and clusters worth a look. It tells ids and numbers only.
 */
@NullMarked
package dev.cdm.matching.quality;

import org.jspecify.annotations.NullMarked;
