package dev.cdm.matching.similarity;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random texts of a few letters, so that they have something in common; some letters need two chars. */
final class Texts {

    private static final String[] LETTERS = {"a", "b", "c", "é", "ア", "山", "𠮷", "😀", "\uD800", "\uDC00"};
    private static final int LONG = 200;

    private Texts() {}

    static Arbitrary<String> shorts() {
        return of(12);
    }

    /** Up to 200 code points, most of them beyond one machine word. */
    static Arbitrary<String> longs() {
        return of(LONG);
    }

    static Arbitrary<String> any() {
        return Arbitraries.frequencyOf(Tuple.of(4, shorts()), Tuple.of(1, longs()));
    }

    static Arbitrary<String> withTokens() {
        Arbitrary<String> token = of(4);
        return token.list().ofMaxSize(5).map(tokens -> String.join(" ", tokens));
    }

    /** A long text, and the same after a few edits. */
    static Arbitrary<String[]> edited() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, Integer.MAX_VALUE);
        return Combinators.combine(longs(), number.list().ofMaxSize(6)).as((text, edits) -> {
            StringBuilder copy = new StringBuilder(text);
            for (int edit : edits) {
                int at = edit % (copy.length() + 1);
                int end = Math.min(copy.length(), at + edit % 2);
                copy.replace(at, end, edit % 3 == 0 ? "" : LETTERS[edit % 7]);
            }
            return new String[] {text, copy.toString()};
        });
    }

    private static Arbitrary<String> of(int most) {
        return Arbitraries.of(LETTERS).list().ofMaxSize(most).map(letters -> String.join("", letters));
    }

    /** The same texts with every code point renamed to one char, for oracles that know only chars. */
    static String[] renamed(String a, String b) {
        Map<Integer, Character> names = new HashMap<>();
        return new String[] {renamed(a, names), renamed(b, names)};
    }

    private static String renamed(String text, Map<Integer, Character> names) {
        StringBuilder renamed = new StringBuilder();
        text.codePoints().forEach(c -> renamed.append(names.computeIfAbsent(c, k -> (char) ('!' + names.size()))));
        return renamed.toString();
    }
}
