package dev.cdm.matching.roles;

import dev.cdm.matching.clustering.FieldEvidence;
import dev.cdm.matching.clustering.JoinRules;
import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.learned.Calibration;
import dev.cdm.matching.mixture.Correction;
import dev.cdm.matching.mixture.Correction.Question;
import dev.cdm.matching.mixture.LevelWords;
import dev.cdm.matching.mixture.MixtureModel;
import dev.cdm.matching.person.FieldShape;
import dev.cdm.matching.person.PairLevels;
import dev.cdm.matching.person.PairPattern;
import dev.cdm.matching.person.PersonTable;
import dev.cdm.matching.person.Rarity;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Scores pairs under a model, and tells the evidence of pairs that were not candidates; what answers taught counts like a
 * field more. Belongs to one thread.
 */
final class PairScoring implements FieldEvidence {

    private static final int CHUNK = 8192;
    private static final double ROUNDING = 1e-6;

    private final PairLevels levels;
    private final Rarity rarity;
    private final MixtureModel model;
    private final Calibration calibration;
    private final Correction correction;
    private final double[] rarities;
    private final double[] person;
    private final double[] household;
    private final double[] neighbours;

    PairScoring(PersonTable people, Rarity rarity, MixtureModel model, Correction correction, Calibration calibration) {
        this.correction = correction;
        this.calibration = calibration;
        this.levels = new PairLevels(people);
        this.rarity = rarity;
        this.model = model;
        int fields = model.fields().size();
        rarities = new double[fields];
        person = new double[fields];
        household = new double[fields];
        neighbours = new double[fields];
    }

    /** {@return the pairs above a least score, and those that are wanted whatever their score} */
    static ScoredPairs above(
            double least, ComparedPairs pairs, int[][] wanted, Supplier<PairScoring> scorings, Workers workers) {
        double[] logits = new double[pairs.size()];
        workers.run("scoring", (logits.length + CHUNK - 1) / CHUNK, chunk -> {
            PairScoring scoring = scorings.get();
            for (int pair = chunk * CHUNK; pair < Math.min(logits.length, (chunk + 1) * CHUNK); pair++) {
                logits[pair] = scoring.logit(pairs.left(pair), pairs.right(pair), pairs.pattern(pair));
            }
        });
        int kept = (int) Arrays.stream(logits).filter(logit -> logit > least).count();
        int[] left = new int[kept];
        int[] right = new int[kept];
        double[] scores = new double[kept];
        for (int pair = 0, at = 0; pair < logits.length; pair++) {
            if (logits[pair] > least) {
                left[at] = pairs.left(pair);
                right[at] = pairs.right(pair);
                scores[at++] = logits[pair];
            }
        }
        return with(wanted, new ScoredPairs(left, right, scores), scorings);
    }

    private static ScoredPairs with(int[][] wanted, ScoredPairs pairs, Supplier<PairScoring> scorings) {
        if (wanted.length == 0) {
            return pairs;
        }
        PairScoring scoring = scorings.get();
        double[] scores = Arrays.stream(wanted)
                .mapToDouble(pair -> scoring.logit(pair[0], pair[1]))
                .toArray();
        return pairs.with(wanted, scores);
    }

    /** {@return the logarithm of the odds of any pair} */
    double logit(int a, int b) {
        return logit(a, b, levels.compare(a, b));
    }

    private double logit(int a, int b, long pattern) {
        weigh(a, b, pattern, person, household, neighbours);
        return calibration.apply(corrected(pattern, uncorrected(person, household, neighbours)));
    }

    /** {@return a pair as the model sees it before it is corrected, with what is known of it} */
    Correction.Example example(int a, int b, double outcome) {
        int first = Math.min(a, b);
        int second = Math.max(a, b);
        long pattern = levels.compare(first, second);
        weigh(first, second, pattern, person, household, neighbours);
        return new Correction.Example(pattern, person.length, uncorrected(person, household, neighbours), outcome);
    }

    /** {@return the most valuable questions among scored pairs that are not settled, when a cut of corrected scores joins} */
    List<Question> questions(ScoredPairs scored, Set<Long> answered, JoinRules rules, double cut, int most) {
        Set<Long> settled = new HashSet<>(answered);
        Arrays.stream(rules.mustLinks()).forEach(pair -> settled.add(ScoredPairs.key(pair[0], pair[1])));
        int[] open = IntStream.range(0, scored.size())
                .filter(pair -> !settled.contains(ScoredPairs.key(scored.left()[pair], scored.right()[pair])))
                .toArray();
        List<Correction.Example> pairs = Arrays.stream(open)
                .mapToObj(pair -> example(scored.left()[pair], scored.right()[pair], 0))
                .toList();
        return correction.questions(pairs, cut, most).stream()
                .map(question -> new Question(open[question.pair()], question.value()))
                .toList();
    }

    /** {@return how two records compare, field by field and without values} */
    List<String> agreement(int a, int b) {
        long pattern = levels.compare(Math.min(a, b), Math.max(a, b));
        List<String> agreement = new ArrayList<>();
        for (int field = 0; field < model.fields().size(); field++) {
            FieldShape shape = model.fields().get(field);
            int level = PairPattern.level(pattern, field);
            agreement.add(shape.name() + ": "
                    + (level == 0 ? "missing" : LevelWords.of(shape.kind()).get(level - 1)));
        }
        return agreement;
    }

    private void weigh(int a, int b, long pattern, double[] forEntity, double[] forHousehold, double[] forNeighbours) {
        rarity.of(a, b, pattern, rarities);
        model.factors(pattern, rarities, forEntity, forHousehold, forNeighbours);
    }

    private double uncorrected(double[] forEntity, double[] forHousehold, double[] forNeighbours) {
        return model.logit(
                Math.log(product(forEntity)), Math.log(product(forHousehold)), Math.log(product(forNeighbours)));
    }

    private double corrected(long pattern, double logit) {
        return correction.isNone() ? logit : logit + correction.of(pattern, logit);
    }

    /** {@return the logarithm of the odds of any pair, or something below the least one if it does not reach that} */
    double logitAbove(double least, int a, int b) {
        long pattern = levels.compare(a, b);
        weigh(a, b, pattern, person, household, neighbours);
        double logPerson = Math.log(product(person));
        if (correction.isNone() && calibration.apply(model.most(logPerson)) < least - ROUNDING) {
            return Double.NEGATIVE_INFINITY;
        }
        double logit = model.logit(logPerson, Math.log(product(household)), Math.log(product(neighbours)));
        return calibration.apply(corrected(pattern, logit));
    }

    private static double product(double[] factors) {
        double product = 1;
        for (double factor : factors) {
            product *= factor > 0 ? factor : 1;
        }
        return product;
    }

    @Override
    public int fields() {
        return person.length + (correction.isNone() ? 0 : 1);
    }

    @Override
    public void factors(int a, int b, double[] forEntity, double[] forHousehold, double[] forNeighbours) {
        ordered(Math.min(a, b), Math.max(a, b), forEntity, forHousehold, forNeighbours);
    }

    /** Tells the evidence of two records, the first in the order of the content first. */
    void ordered(int first, int second, double[] forEntity, double[] forHousehold, double[] forNeighbours) {
        long pattern = levels.compare(first, second);
        weigh(first, second, pattern, forEntity, forHousehold, forNeighbours);
        if (!correction.isNone()) {
            int last = person.length;
            forEntity[last] = 1;
            forHousehold[last] = 1;
            forNeighbours[last] = 1;
            double logit = uncorrected(forEntity, forHousehold, forNeighbours);
            forEntity[last] = Math.exp(correction.of(pattern, logit));
        }
    }

    @Override
    public double logit(double logEntity, double logHousehold, double logNeighbours) {
        return calibration.apply(model.logit(logEntity, logHousehold, logNeighbours));
    }
}
