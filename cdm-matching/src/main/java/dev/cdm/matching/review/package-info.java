/**
 * Questions to people about pairs that the engine cannot decide.
 *
 * <p>A {@link dev.cdm.matching.review.ReviewQueue} takes possible and ambiguous matches as
 * {@linkplain dev.cdm.matching.review.ReviewQuestion questions} without personal data, hands them out by what their answers
 * are worth, collects the {@linkplain dev.cdm.matching.review.ReviewAnswer answers} of named stewards, of two of them if
 * that is the rule, and passes what was decided on as a verdict. The answers also teach the model, through
 * {@code Deduplicator.answers}.
 */
@NullMarked
package dev.cdm.matching.review;

import org.jspecify.annotations.NullMarked;
