package dev.cdm.matching.similarity;

import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/**
 * Prints millions of pairs per second and core; started by hand, not a test.
 *
 * <p>Names of 5 to 12 characters, 4,096 of them; a quarter of the pairs are a name and a copy with one edit.
 */
final class SpeedHarness {

    private static final int NAMES = 4096;
    private static final int CALLS = 1 << 21;
    private static final int ROUNDS = 7;

    private final String[] left = new String[NAMES];
    private final String[] right = new String[NAMES];
    private final int[][] rightPoints = new int[NAMES][];

    private SpeedHarness(char first, int letters) {
        Random random = new Random(42);
        for (int i = 0; i < NAMES; i++) {
            left[i] = name(random, first, letters);
            right[i] = i % 4 == 0 ? edited(random, left[i], first) : name(random, first, letters);
            rightPoints[i] = right[i].codePoints().toArray();
        }
    }

    /**
     * Runs all measurements.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println("ASCII names");
        new SpeedHarness('a', 26).run();
        System.out.println("katakana names");
        new SpeedHarness('ア', 80).run();
    }

    private void run() {
        report("jaro-winkler", StringSimilarity.jaroWinkler());
        report("levenshtein similarity", EditDistance.LEVENSHTEIN);
        for (EditDistance distance : EditDistance.values()) {
            PreparedDistance prepared = distance.oneToMany();
            time(distance + " <= 2, two strings", i -> distance.distance(left[i], right[i], 2));
            time(
                    distance + " <= 2, pair by pair, prepared",
                    i -> prepared.against(left[i]).distance(right[i], 2));
            time(distance + " <= 2, one to many", i -> {
                if ((i & 255) == 0) {
                    prepared.against(left[i]);
                }
                return prepared.distance(rightPoints[i], 0, rightPoints[i].length, 2);
            });
        }
        report("damerau-levenshtein similarity", EditDistance.DAMERAU_LEVENSHTEIN);
        report("bigram jaccard", StringSimilarity.qGramJaccard(2));
        report("longest common substring", StringSimilarity.longestCommonSubstring());
        report("token cosine", StringSimilarity.tokenCosine());
        report("monge-elkan jaro-winkler", StringSimilarity.mongeElkan(StringSimilarity.jaroWinkler()));
    }

    private void report(String name, StringSimilarity measure) {
        PreparedSimilarity prepared = measure.oneToMany();
        time(name + ", two strings", i -> measure.similarity(left[i], right[i]));
        time(name + ", pair by pair, prepared", i -> prepared.against(left[i]).similarity(right[i]));
        time(name + ", one to many, strings", i -> {
            if ((i & 255) == 0) {
                prepared.against(left[i]);
            }
            return prepared.similarity(right[i]);
        });
        time(name + ", one to many, code points", i -> {
            if ((i & 255) == 0) {
                prepared.against(left[i]);
            }
            return prepared.similarity(rightPoints[i], 0, rightPoints[i].length);
        });
    }

    private static void time(String name, IntToDoubleFunction call) {
        double sum = 0;
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                sum += call.applyAsDouble(i & (NAMES - 1));
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf(Locale.ROOT, "  %-58s %6.1f M/s  (%.3f)%n", name, CALLS * 1e3 / best, sum / CALLS / ROUNDS);
    }

    private static String name(Random random, char first, int letters) {
        StringBuilder name = new StringBuilder();
        for (int length = 5 + random.nextInt(8); length > 0; length--) {
            name.append((char) (first + (int) (letters * Math.pow(random.nextDouble(), 2))));
        }
        return name.toString();
    }

    private static String edited(Random random, String name, char first) {
        int at = random.nextInt(name.length());
        return name.substring(0, at) + first + name.substring(at + random.nextInt(2));
    }
}
