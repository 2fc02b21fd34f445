package dev.cdm.examples.benchmarks;

import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names for comparators: English ones of 5 to 12 ASCII letters, or Japanese ones in katakana, frequent ones more often. */
final class SampleNames {

    private static final Predicate<String> ENGLISH =
            Pattern.compile("[A-Za-z']{5,12}").asMatchPredicate();
    private static final Predicate<String> KATAKANA =
            Pattern.compile("[ァ-ヶー]{3,12}").asMatchPredicate();

    private SampleNames() {}

    static String[] of(boolean japanese, int count) {
        Random random = new Random(7);
        NameStock stock = NameStock.surnames(japanese);
        String[] names = new String[count];
        for (int i = 0; i < count; ) {
            Name name = stock.draw(random);
            String text = japanese ? name.kana() : name.written();
            if ((japanese ? KATAKANA : ENGLISH).test(text)) {
                names[i++] = text;
            }
        }
        return names;
    }
}
