package dev.cdm.matching.similarity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.codec.language.Caverphone2;
import org.apache.commons.codec.language.ColognePhonetic;
import org.apache.commons.codec.language.DaitchMokotoffSoundex;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.codec.language.MatchRatingApproachEncoder;
import org.apache.commons.codec.language.Metaphone;
import org.apache.commons.codec.language.Nysiis;
import org.apache.commons.codec.language.RefinedSoundex;
import org.apache.commons.codec.language.Soundex;

/**
 * Codes that names share when they sound alike; computed by Apache Commons Codec, an optional dependency.
 *
 * <p>The text is reduced to basic Latin letters first: accents and marks are dropped, ligatures and barred letters
 * spelled out, and whatever else is left (blanks, digits, kana) is skipped. A text without such letters has no code; a
 * reading in kana must be romanised before. Thread-safe.
 */
public enum PhoneticCode {

    /** American Soundex: a letter and three digits. Source: R. C. Russell, US patent 1,261,167 (1918). */
    SOUNDEX(() -> single(new Soundex()::encode)),

    /** Soundex with finer classes and no fixed length. */
    REFINED_SOUNDEX(() -> single(new RefinedSoundex()::encode)),

    /** Metaphone, at most four symbols. Source: L. Philips, Hanging on the Metaphone, Computer Language 7 (1990). */
    METAPHONE(() -> single(new Metaphone()::encode)),

    /** Double Metaphone: a primary code and, where pronunciation is open, an alternate. Source: L. Philips (2000). */
    DOUBLE_METAPHONE(PhoneticCode::doubleMetaphone),

    /** New York State Identification and Intelligence System, at most six letters. Source: R. L. Taft (1970). */
    NYSIIS(() -> single(new Nysiis()::encode)),

    /** Caverphone 2.0, ten symbols, for accents of New Zealand. Source: D. Hood (2004). */
    CAVERPHONE(() -> single(new Caverphone2()::encode)),

    /** Kölner Phonetik, for German. Source: H. J. Postel, IBM-Nachrichten 19 (1969). */
    COLOGNE(() -> single(new ColognePhonetic()::encode)),

    /** Match Rating Approach, at most six letters. Source: G. B. Moore and others, NBS special publication 500-2 (1977). */
    MATCH_RATING(() -> single(new MatchRatingApproachEncoder()::encode)),

    /** Daitch-Mokotoff Soundex: six digits, several codes where spelling is open; for Slavic and Yiddish names. */
    DAITCH_MOKOTOFF(PhoneticCode::daitchMokotoff);

    private static final String LETTERS_WITHOUT_DECOMPOSITION = "ßæœøłđðþıÆŒØŁĐÐÞ";
    private static final List<String> SPELLED_OUT =
            List.of("ss", "ae", "oe", "o", "l", "d", "d", "th", "i", "AE", "OE", "O", "L", "D", "D", "TH");

    /** Makes a fresh encoder; a lambda without state. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Supplier<Function<String, List<String>>> codec;

    PhoneticCode(Supplier<Function<String, List<String>>> codec) {
        this.codec = codec;
    }

    /**
     * {@return the codes of a text, each once, the primary one first; none if the text has no Latin letter}
     *
     * @param text a name, in any case
     * @throws IllegalStateException if Apache Commons Codec is not there
     */
    public List<String> codes(String text) {
        String letters = letters(text);
        Function<String, List<String>> encoder = encoder();
        if (letters.isEmpty()) {
            return List.of();
        }
        Set<String> codes = new LinkedHashSet<>(encoder.apply(letters));
        codes.remove("");
        return Collections.unmodifiableList(new ArrayList<>(codes));
    }

    /**
     * {@return whether two texts have a code in common; a text without a code sounds like nothing}
     *
     * @param a one text
     * @param b the other text
     * @throws IllegalStateException if Apache Commons Codec is not there
     */
    public boolean soundsAlike(String a, String b) {
        return !Collections.disjoint(codes(a), codes(b));
    }

    private Function<String, List<String>> encoder() {
        try {
            return codec.get();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "phonetic codes need Apache Commons Codec: add the dependency commons-codec:commons-codec"
                            + " and, on the module path, the module org.apache.commons.codec",
                    e);
        }
    }

    private static Function<String, List<String>> single(Function<String, String> encoder) {
        return letters -> List.of(encoder.apply(letters));
    }

    private static Function<String, List<String>> doubleMetaphone() {
        DoubleMetaphone encoder = new DoubleMetaphone();
        return letters -> List.of(encoder.doubleMetaphone(letters), encoder.doubleMetaphone(letters, true));
    }

    private static Function<String, List<String>> daitchMokotoff() {
        DaitchMokotoffSoundex encoder = new DaitchMokotoffSoundex();
        return letters -> Arrays.asList(encoder.soundex(letters).split("\\|", -1));
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().forEach(codePoint -> {
            int special = LETTERS_WITHOUT_DECOMPOSITION.indexOf(codePoint);
            if (special >= 0) {
                letters.append(SPELLED_OUT.get(special));
            } else if (codePoint < 128 && Character.isLetter(codePoint)) {
                letters.append((char) codePoint);
            }
        });
        return letters.toString().toUpperCase(Locale.ROOT);
    }
}
