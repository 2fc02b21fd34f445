package dev.cdm.matching.roles;

import dev.cdm.matching.blocking.CandidatePairs;
import dev.cdm.matching.blocking.Neighbourhood;
import dev.cdm.matching.clustering.FieldwiseClusters;
import dev.cdm.matching.clustering.LinkAssignment;
import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.mixture.MixtureModel;
import dev.cdm.matching.mixture.MixtureTraining;
import dev.cdm.matching.person.Entities;
import dev.cdm.matching.person.PersonKeys;
import dev.cdm.matching.person.PersonTable;
import dev.cdm.matching.person.Rarity;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds entities among records of people: candidate pairs, a model trained on them, scores, clusters; and all of it once
 * more with the entities found, which correct the counts of values and lend each other missing ones for the keys.
 */
public final class PersonMatching {

    private static final double LEAST_LOGIT = -6;
    private static final int MOST_TRAINING_PAIRS = 1_500_000;
    private static final int MOST_RANDOM_PAIRS = 400_000;
    private static final int LARGE = 250_000;
    private static final int MOST_NAMESAKES = 200_000;
    private static final int NEAR = 200;
    private static final int[] ITERATIONS = {20, 10};

    private final PersonRecords records;
    private final @Nullable LinkAssignment assignment;
    private final Workers workers;
    private final PersonTable people;
    private final boolean[] isRight;
    private final MixtureModel model;
    private final double allPairs;
    private final boolean noPairs;
    private final double cut;
    private Entities entities;
    private @Nullable CandidatePairs candidates;
    private ComparedPairs compared = ComparedPairs.none();
    private @Nullable ComparedPairs random;
    private @Nullable ComparedPairs namesakes;
    private ScoredPairs scored = new ScoredPairs(new int[0], new int[0], new double[0]);

    private PersonMatching(
            PersonRecords records, @Nullable LinkAssignment assignment, double threshold, Workers workers) {
        this.records = records;
        this.assignment = assignment;
        this.cut = Math.log(threshold / (1 - threshold));
        this.workers = workers;
        people = new PersonTable(records.columns(), records.order());
        isRight = new boolean[records.rows()];
        long right = 0;
        for (int row = 0; row < isRight.length; row++) {
            isRight[row] = records.isRight(row);
            right += isRight[row] ? 1 : 0;
        }
        long rows = records.rows();
        double pairs = assignment == null ? rows * (rows - 1) / 2.0 : (double) right * (rows - right);
        noPairs = pairs == 0;
        allPairs = Math.max(1, pairs);
        model = new MixtureModel(people.fields(), people.hasHouseholds());
        entities = Entities.alone(records.rows());
    }

    /**
     * {@return the entities among the records, of whatever table}
     *
     * @param records the records
     * @param threshold the probability from which records are joined, above 0 and below 1
     * @param workers who does the work
     */
    public static PersonMatching dedupe(PersonRecords records, double threshold, Workers workers) {
        return new PersonMatching(records, null, threshold, workers).run();
    }

    /**
     * {@return the links between the records of two tables}
     *
     * @param records the records
     * @param assignment how many links a record may have
     * @param threshold the probability from which records are linked, above 0 and below 1
     * @param workers who does the work
     */
    public static PersonMatching link(
            PersonRecords records, LinkAssignment assignment, double threshold, Workers workers) {
        return new PersonMatching(records, assignment, threshold, workers).run();
    }

    private PersonMatching run() {
        for (int iterations : ITERATIONS) {
            round(iterations);
        }
        return this;
    }

    /** {@return the numbers of the pairs that are links between two tables, the best first} */
    public int[] links() {
        return assignment == null ? new int[0] : assignment.links(scored, isRight, cut);
    }

    /** {@return the entity of every record: the number of one of its records} */
    public int[] labels() {
        int[] labels = new int[records.rows()];
        Arrays.setAll(labels, entities::of);
        return labels;
    }

    /** {@return the scored pairs above odds of one to four hundred} */
    public ScoredPairs pairs() {
        return scored;
    }

    String describe() {
        return model.describe();
    }

    String describe(int a, int b) {
        PairScoring scoring = new PairScoring(people, new Rarity(people, entities), model);
        double[] p = new double[model.fields().size()];
        double[] h = new double[p.length];
        scoring.factors(a, b, p, h);
        long pattern = new dev.cdm.matching.person.PairLevels(people).compare(a, b);
        StringBuilder text = new StringBuilder();
        double lp = 0;
        double lh = 0;
        for (int f = 0; f < p.length; f++) {
            double x = p[f] > 0 ? Math.log(p[f]) : 0;
            double y = h[f] > 0 ? Math.log(h[f]) : 0;
            lp += x;
            lh += y;
            text.append(String.format(java.util.Locale.ROOT, "%s %d %.1f/%.1f; ", model.fields().get(f),
                    dev.cdm.matching.person.PairPattern.level(pattern, f), x, y));
        }
        return text + String.format(java.util.Locale.ROOT, "logit %.2f", model.logit(lp, lh));
    }

    private void round(int iterations) {
        CandidatePairs found = find();
        candidates = candidates == null ? found : candidates.with(found);
        compared = ComparedPairs.of(people, candidates, compared, workers);
        ComparedPairs strangers = random == null ? draw() : random;
        random = strangers;
        Rarity rarity = new Rarity(people, entities);
        int step = (compared.size() + MOST_TRAINING_PAIRS - 1) / MOST_TRAINING_PAIRS;
        ComparedPairs sample = compared.every(step);
        double scale = sample.size() == 0 ? 1 : (double) compared.size() / sample.size();
        new MixtureTraining(model, sample, scale, strangers, namesakes(strangers), allPairs, rarity, workers).run(records.rows(), iterations);
        scored = PairScoring.above(LEAST_LOGIT, people, compared, rarity, model, workers);
        entities = Entities.of(cluster(rarity));
    }

    private ComparedPairs namesakes(ComparedPairs random) {
        if (namesakes == null) {
            PersonKeys keys = new PersonKeys(people, Entities.alone(records.rows()));
            int[] left = new int[Math.min(MOST_NAMESAKES, random.size())];
            int[] right = new int[left.length];
            int half = drawFrom(keys.givenNames(), left, right, 0, left.length / 2);
            int all = drawFrom(keys.familyNames(), left, right, half, left.length);
            namesakes = ComparedPairs.of(people, Arrays.copyOf(left, all), Arrays.copyOf(right, all), workers);
        }
        return namesakes;
    }

    private int drawFrom(int[] names, int[] left, int[] right, int from, int to) {
        int rows = names.length;
        int[] order = RowOrder.by(names, RowOrder.identity(rows));
        SplittableRandom draws = new SplittableRandom(from);
        int size = from;
        for (int i = from; i < to; i++) {
            int place = draws.nextInt(rows);
            int first = place;
            int last = place;
            while (first > 0 && place - first < NEAR && names[order[first - 1]] == names[order[place]]) {
                first--;
            }
            while (last < rows - 1 && last - place < NEAR && names[order[last + 1]] == names[order[place]]) {
                last++;
            }
            int other = first + draws.nextInt(last - first + 1);
            left[size] = order[place];
            right[size] = order[other];
            size += names[order[place]] == 0 || place == other ? 0 : admitted(left[size], right[size]);
        }
        return size;
    }

    private int[] cluster(Rarity rarity) {
        if (assignment == null) {
            Supplier<PairScoring> evidence = () -> new PairScoring(people, rarity, model);
            return new FieldwiseClusters(records.rows(), scored, cut, evidence, workers).labels();
        }
        int[] labels = RowOrder.identity(records.rows());
        for (int pair : links()) {
            int a = scored.left()[pair];
            int b = scored.right()[pair];
            labels[Math.max(a, b)] = labels[Math.min(a, b)];
        }
        return labels;
    }

    private CandidatePairs find() {
        int rows = records.rows();
        long budget = (long) (Double.parseDouble(System.getProperty("K", rows > LARGE ? "1" : rows > 10000 ? "2" : "6")) * rows);
        int window = Integer.getInteger("W", rows > LARGE ? 1 : rows > 10000 ? 2 : 5);
        PersonKeys keys = new PersonKeys(people, entities);
        int[] within = keys.orders().get(0).get();
        List<Supplier<int[]>> byKey = keys.keys();
        List<Supplier<int[]>> byOrder = keys.orders();
        Neighbourhood[] all = new Neighbourhood[byKey.size() + byOrder.size()];
        workers.run("sorting", all.length, i -> all[i] = i < byKey.size()
                ? Neighbourhood.byKey(byKey.get(i).get(), within, budget, Integer.getInteger("B", rows > 10000 ? 2 : 4))
                : Neighbourhood.byOrder(byOrder.get(i - byKey.size()).get(), window));
        return CandidatePairs.of(rows, List.of(all), this::admitted, workers);
    }

    private int admitted(int a, int b) {
        return assignment == null || isRight[a] != isRight[b] ? 1 : 0;
    }

    private ComparedPairs draw() {
        int rows = records.rows();
        if (noPairs) {
            return ComparedPairs.of(people, new int[0], new int[0], workers);
        }
        int[] left = new int[(int) Math.min(MOST_RANDOM_PAIRS, (long) rows * (rows - 1) / 2)];
        int[] right = new int[left.length];
        int size = 0;
        if ((long) rows * (rows - 1) / 2 <= MOST_RANDOM_PAIRS) {
            for (int a = 0; a < rows; a++) {
                for (int b = a + 1; b < rows; b++) {
                    left[size] = a;
                    right[size] = b;
                    size += admitted(a, b);
                }
            }
        } else {
            SplittableRandom draws = new SplittableRandom(rows);
            while (size < left.length) {
                left[size] = draws.nextInt(rows);
                right[size] = draws.nextInt(rows);
                size += left[size] == right[size] ? 0 : admitted(left[size], right[size]);
            }
        }
        return ComparedPairs.of(people, Arrays.copyOf(left, size), Arrays.copyOf(right, size), workers);
    }
}
