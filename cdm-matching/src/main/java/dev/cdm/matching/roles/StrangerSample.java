package dev.cdm.matching.roles;

import dev.cdm.matching.person.Entities;
import dev.cdm.matching.person.PersonKeys;
import dev.cdm.matching.person.PersonTable;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;

/**
 * Pairs that are strangers but for a few: random ones, and random ones among records with the same given or family name.
 * The records are numbered by content, so the same records in any order give the same sample.
 */
final class StrangerSample {

    private static final int MOST_RANDOM = 200_000;
    private static final int MOST_NAMESAKES = 100_000;
    private static final int RANDOM_PER_RECORD = 100;
    private static final int NEAR = 30;

    /** How many pairs are drawn for one that is wanted: constraints may refuse nearly all. */
    private static final int TRIES = 4;

    private final ComparedPairs random;
    private final ComparedPairs namesakes;
    private final IntBinaryOperator admitted;
    private int[] left = new int[0];
    private int[] right = new int[0];
    private int size;

    StrangerSample(PersonTable people, IntBinaryOperator admitted, boolean noPairs, Workers workers) {
        this.admitted = admitted;
        int rows = noPairs ? 0 : people.rows();
        start((int) Math.min(MOST_RANDOM, Math.min((long) rows * (rows - 1) / 2, (long) RANDOM_PER_RECORD * rows)));
        draw(rows);
        random = compared(people, workers);
        start(Math.min(MOST_NAMESAKES, random.size() / 2));
        PersonKeys keys = new PersonKeys(people, Entities.alone(people.rows()), true);
        drawAmong(keys.givenNames(), left.length / 2);
        drawAmong(keys.familyNames(), left.length);
        namesakes = compared(people, workers);
    }

    ComparedPairs random() {
        return random;
    }

    ComparedPairs namesakes() {
        return namesakes;
    }

    private void start(int most) {
        left = new int[most];
        right = new int[most];
        size = 0;
    }

    private ComparedPairs compared(PersonTable people, Workers workers) {
        int[] order = RowOrder.by(left, RowOrder.identity(size));
        int[] lefts = Arrays.stream(order).map(pair -> left[pair]).toArray();
        int[] rights = Arrays.stream(order).map(pair -> right[pair]).toArray();
        return ComparedPairs.of(people, lefts, rights, workers);
    }

    /** All pairs of few records, and random ones of many. */
    private void draw(int rows) {
        if ((long) rows * (rows - 1) / 2 <= left.length) {
            for (int a = 0; a < rows; a++) {
                for (int b = a + 1; b < rows; b++) {
                    add(a, b);
                }
            }
            return;
        }
        SplittableRandom draws = new SplittableRandom(rows);
        for (int tries = TRIES * left.length; tries > 0 && size < left.length; tries--) {
            add(draws.nextInt(rows), draws.nextInt(rows));
        }
    }

    private void drawAmong(int[] names, int most) {
        int[] order = RowOrder.by(names, RowOrder.identity(names.length));
        SplittableRandom draws = new SplittableRandom(most);
        for (int tries = most - size; tries > 0; tries--) {
            int place = draws.nextInt(order.length);
            int first = end(names, order, place, -1);
            int other = first + draws.nextInt(end(names, order, place, 1) - first + 1);
            if (names[order[place]] != 0) {
                add(order[place], order[other]);
            }
        }
    }

    private static int end(int[] names, int[] order, int place, int step) {
        int at = place;
        while (at + step >= 0
                && at + step < order.length
                && Math.abs(at - place) < NEAR
                && names[order[at + step]] == names[order[place]]) {
            at += step;
        }
        return at;
    }

    private void add(int a, int b) {
        if (a != b && admitted.applyAsInt(a, b) != 0) {
            left[size] = a;
            right[size++] = b;
        }
    }
}
