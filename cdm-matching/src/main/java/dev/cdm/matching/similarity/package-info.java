/**
 * How alike two values are.
 *
 * <p>A {@link dev.cdm.matching.similarity.StringSimilarity} gives a number in [0, 1]: symmetric, and 1 on equal texts.
 * An {@link dev.cdm.matching.similarity.EditDistance} counts edits, up to a limit if one is given. Both count Unicode
 * code points, so a character outside the basic plane is one character. Neither folds case, accents, widths or kana:
 * normalise first.
 *
 * <p>Calls with two strings are safe from any thread. Inner loops take a
 * {@link dev.cdm.matching.similarity.PreparedSimilarity} or {@link dev.cdm.matching.similarity.PreparedDistance}: it
 * belongs to one thread, keeps its working memory, and compares one text with many without allocating.
 *
 * <p>{@link dev.cdm.matching.similarity.SetSimilarity} compares collections,
 * {@link dev.cdm.matching.similarity.ValueDistance} measures dates, numbers and places, where a distance says more than
 * a similarity, and {@link dev.cdm.matching.similarity.PhoneticCode} names what sounds alike. A missing value is not a
 * case of this package: it has a comparison level of its own. Empty texts are: two are equal (1), one against any other
 * text has similarity 0.
 */
@NullMarked
package dev.cdm.matching.similarity;

import org.jspecify.annotations.NullMarked;
