package dev.cdm.examples.benchmarks;

/**
 * A name.
 *
 * @param written as it is written
 * @param kana its reading in katakana, empty for an English name
 */
record Name(String written, String kana) {

    /** The form used in e-mail addresses. */
    String latin() {
        return kana.isEmpty() ? written.toLowerCase(java.util.Locale.ROOT) : KanaText.romaji(kana, true);
    }
}
