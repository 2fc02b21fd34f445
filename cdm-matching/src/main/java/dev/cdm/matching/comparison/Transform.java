package dev.cdm.matching.comparison;

import dev.cdm.core.internal.Checks;
import dev.cdm.matching.similarity.PhoneticCode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one text of another, or none, before it is compared. It is applied once to every distinct text of a column, not
 * once per pair. Immutable and safe for any thread.
 */
public sealed interface Transform {

    /**
     * {@return the text made, or nothing, which counts as a missing value}
     *
     * @param text the text, not empty
     */
    Optional<String> apply(String text);

    /**
     * The part of a text that a regular expression finds first.
     *
     * @param regex the expression
     * @param group which group of it, 0 for the whole
     */
    record Extract(String regex, int group) implements Transform {

        /**
         * Checks the expression.
         *
         * @throws IllegalArgumentException if the expression is malformed or has no such group
         */
        public Extract {
            int groups = Pattern.compile(regex).matcher("").groupCount();
            Checks.between(group, 0, groups, "group");
        }

        @Override
        public Optional<String> apply(String text) {
            Matcher matcher = Pattern.compile(regex).matcher(text);
            return matcher.find() ? Optional.ofNullable(matcher.group(group)) : Optional.empty();
        }
    }

    /**
     * A date in the ISO 8601 form; a text that is no existing date gives nothing.
     *
     * @param pattern how the date is written, as in {@link DateTimeFormatter} with {@code u} for the year
     */
    record IsoDate(String pattern) implements Transform {

        /**
         * Checks the pattern.
         *
         * @throws IllegalArgumentException if the pattern is malformed
         */
        public IsoDate {
            Checks.notBlank(DateTimeFormatter.ofPattern(pattern, Locale.ROOT).toString(), "pattern");
        }

        @Override
        public Optional<String> apply(String text) {
            DateTimeFormatter format =
                    DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
            try {
                return Optional.of(LocalDate.parse(text, format).toString());
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * Some code points of a text.
     *
     * @param from the place of the first, from 0; a negative place counts from the end
     * @param length how many; the text may be shorter
     */
    record Part(int from, int length) implements Transform {

        /** Checks the length. */
        public Part {
            Checks.require(length >= 1, "length", "must be at least 1", length);
        }

        @Override
        public Optional<String> apply(String text) {
            int[] points = text.codePoints().toArray();
            int start = Math.max(0, from < 0 ? points.length + from : from);
            int size = Math.min(length, points.length - start);
            return size <= 0 ? Optional.empty() : Optional.of(new String(points, start, size));
        }
    }

    /**
     * The phonetic codes of a text, with a blank between them.
     *
     * @param code which code
     */
    record Sound(PhoneticCode code) implements Transform {
        @Override
        public Optional<String> apply(String text) {
            return Optional.of(String.join(" ", code.codes(text))).filter(codes -> !codes.isEmpty());
        }
    }

    /** Transforms without a setting. */
    enum Simple implements Transform {
        /** Small letters, by the rules of no particular language. */
        LOWER(text -> text.toLowerCase(Locale.ROOT)),
        /** Small letters without marks, in compatibility form: {@code É} and {@code ｅ} become {@code e}. */
        FOLD(Simple::fold),
        /** Only the decimal digits, as ASCII. */
        DIGITS(text -> Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^0-9]", "")),
        /** Only letters and digits, folded: blanks, dots and hyphens are dropped. */
        PLAIN(text -> fold(text).replaceAll("[^\\p{L}\\p{N}]", "")),
        /** Hiragana as katakana, in compatibility form. */
        KATAKANA(Simple::katakana),
        /** Kana in Latin letters, after Hepburn, without long vowels; Latin letters in small form. */
        ROMAJI(text -> Kana.romaji(katakana(text))),
        /** Every kanji in its usual form: old and rare variants in names are common. */
        USUAL_KANJI(text -> Kana.usualKanji(Normalizer.normalize(text, Normalizer.Form.NFKC)));

        @SuppressWarnings("ImmutableEnumChecker") // pure functions
        private final Function<String, String> function;

        Simple(Function<String, String> function) {
            this.function = function;
        }

        @Override
        public Optional<String> apply(String text) {
            return Optional.of(function.apply(text).strip()).filter(made -> !made.isEmpty());
        }

        private static String fold(String text) {
            String marks = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
            return Normalizer.normalize(marks.replaceAll("[\\u0300-\\u036F]", ""), Normalizer.Form.NFC);
        }

        private static String katakana(String text) {
            StringBuilder made = new StringBuilder();
            Normalizer.normalize(text, Normalizer.Form.NFKC)
                    .codePoints()
                    .map(point -> point >= 'ぁ' && point <= 'ゖ' ? point + 'ァ' - 'ぁ' : point)
                    .forEach(made::appendCodePoint);
            return made.toString();
        }
    }

    /**
     * A function of the caller. It cannot be written as JSON.
     *
     * @param name its name; transforms of one name count as equal
     * @param function the function, of a text to a text or to an empty one; safe for any thread
     */
    record Custom(String name, Function<String, String> function) implements Transform {
        @Override
        public Optional<String> apply(String text) {
            return Optional.of(function.apply(text)).filter(made -> !made.isEmpty());
        }
    }
}
