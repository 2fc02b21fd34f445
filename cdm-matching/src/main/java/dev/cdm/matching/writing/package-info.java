/**
 * How texts are written: {@link dev.cdm.matching.writing.TextFold} brings them to the form in which they are compared,
 * {@link dev.cdm.matching.writing.Japanese} knows kana, kanji variants and readings in Latin letters, and
 * {@link dev.cdm.matching.writing.DateReader} reads dates in the usual ways of writing them.
 */
@NullMarked
package dev.cdm.matching.writing;

import org.jspecify.annotations.NullMarked;
