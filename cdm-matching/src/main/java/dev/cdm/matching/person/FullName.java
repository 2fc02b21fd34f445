package dev.cdm.matching.person;

import com.google.common.collect.Maps;
import dev.cdm.matching.naming.NameWords;
import dev.cdm.matching.writing.Japanese;
import dev.cdm.matching.writing.TextFold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits full names into given and family name. Titles and generations are left out, particles belong to the family name.
 * Where a name in kanji has no blank, the place to cut is learned from the other names: family names and given names
 * occur more than once. Frozen once made, then safe for any thread.
 */
final class FullName {

    /** How often family and given names have so many characters. */
    private static final double[] FAMILY_LENGTHS = {0, .07, .83, .10};

    private static final double[] GIVEN_LENGTHS = {0, .15, .68, .16, .01};

    private static final double UNSEEN = .1;

    /** Whether the name to be split is not among those that taught, and so counts itself. */
    private final boolean alone;

    private final Map<String, Double> families = new HashMap<>();
    private final Map<String, Double> givens = new HashMap<>();

    /** Learns from all full names. */
    FullName(List<String> texts) {
        alone = false;
        for (String text : texts) {
            String plain = plain(text);
            int length = plain.codePointCount(0, plain.length());
            if (isJoined(plain)) {
                for (int cut = 1; cut < length; cut++) {
                    count(parts(plain, cut), expected(cut, length));
                }
            } else if (NameValues.isJapanese(plain)) {
                count(spaced(plain), 1);
            }
        }
    }

    /** Takes what other names have taught. */
    FullName(Map<String, Double> families, Map<String, Double> givens) {
        alone = true;
        this.families.putAll(families);
        this.givens.putAll(givens);
    }

    /** {@return the family names that were learned from so many names or more} */
    Map<String, Double> families(int least) {
        return Maps.filterValues(families, count -> count >= least);
    }

    /** {@return the given names that were learned from so many names or more} */
    Map<String, Double> givens(int least) {
        return Maps.filterValues(givens, count -> count >= least);
    }

    /** {@return the given and the family name; the family name comes first before a comma and in Japanese} */
    String[] split(String text) {
        String plain = plain(text);
        if (!isJoined(plain)) {
            return spaced(plain);
        }
        int length = plain.codePointCount(0, plain.length());
        String[] best = {"", plain};
        double most = 0;
        for (int cut = 1; cut < length; cut++) {
            String[] parts = parts(plain, cut);
            double own = expected(cut, length);
            double self = UNSEEN - (alone ? 0 : own);
            double found =
                    own * (self + families.getOrDefault(parts[1], 0.)) * (self + givens.getOrDefault(parts[0], 0.));
            best = found > most ? parts : best;
            most = Math.max(most, found);
        }
        return best;
    }

    private void count(String[] parts, double weight) {
        if (weight > 0) {
            givens.merge(parts[0], weight, Double::sum);
            families.merge(parts[1], weight, Double::sum);
        }
    }

    private static double expected(int cut, int length) {
        double family = cut < FAMILY_LENGTHS.length ? FAMILY_LENGTHS[cut] : 0;
        int rest = length - cut;
        return rest < GIVEN_LENGTHS.length ? family * GIVEN_LENGTHS[rest] : 0;
    }

    private static boolean isJoined(String plain) {
        return plain.indexOf(' ') < 0
                && plain.indexOf(',') < 0
                && plain.codePoints().anyMatch(Japanese::isKanji);
    }

    private static String[] parts(String plain, int cut) {
        int at = plain.offsetByCodePoints(0, cut);
        return new String[] {plain.substring(at), plain.substring(0, at)};
    }

    private static String[] spaced(String plain) {
        int comma = plain.indexOf(',');
        if (comma > 0) {
            return new String[] {
                plain.substring(comma + 1).strip(), plain.substring(0, comma).strip()
            };
        }
        if (NameValues.isJapanese(plain)) {
            int blank = plain.indexOf(' ');
            return blank < 0
                    ? new String[] {"", plain}
                    : new String[] {plain.substring(blank + 1), plain.substring(0, blank)};
        }
        String[] words = plain.split(" ", -1);
        int family = words.length - 1;
        while (family > 1 && NameWords.isParticle(TextFold.fold(words[family - 1]))) {
            family--;
        }
        List<String> all = Arrays.asList(words);
        return new String[] {
            String.join(" ", all.subList(0, family)), String.join(" ", all.subList(family, words.length))
        };
    }

    /** Without titles, generations and forms of address; a comma before a generation parts nothing. */
    private static String plain(String text) {
        List<String> kept = new ArrayList<>();
        for (String part :
                NameWords.withoutHonorific(text.replace('\u3000', ' ').strip()).split(",", -1)) {
            String named = Arrays.stream(part.strip().split("\\s+", -1))
                    .filter(word -> !NameWords.isTitle(TextFold.fold(word)))
                    .reduce((a, b) -> a + " " + b)
                    .orElse("");
            if (!named.isEmpty()) {
                kept.add(named);
            }
        }
        return String.join(", ", kept);
    }
}
