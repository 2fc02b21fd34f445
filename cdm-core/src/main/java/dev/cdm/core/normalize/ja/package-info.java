/**
 * The ways of Japan: kana and readings, names in kanji, addresses by block and house, dates of the eras.
 *
 * <p>{@link dev.cdm.core.normalize.ja.JapaneseRules} is found by the normaliser itself. Kanji are never replaced by
 * other kanji beyond what NFKC does; the text that came is kept beside the value.
 */
@NullMarked
package dev.cdm.core.normalize.ja;

import org.jspecify.annotations.NullMarked;
