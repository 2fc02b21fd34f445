package dev.cdm.examples.quickstart.generator;

/**
 * A family or given name.
 *
 * @param written as its bearer writes it
 * @param reading in hiragana; empty outside Japan
 * @param latin in Latin letters
 * @param shortForm what friends say, or the name itself
 */
record Name(String written, String reading, String latin, String shortForm) {

    String katakana() {
        return Kana.katakana(reading);
    }
}
