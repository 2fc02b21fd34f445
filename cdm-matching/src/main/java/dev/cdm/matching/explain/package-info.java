/**
 * Why two records got their score. An {@link dev.cdm.matching.explain.Explanation} is a list of terms that add up to the
 * score; whatever scores pairs gives them as an {@link dev.cdm.matching.explain.Explainer}.
 */
@NullMarked
package dev.cdm.matching.explain;

import org.jspecify.annotations.NullMarked;
