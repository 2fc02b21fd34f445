package dev.cdm.matching.roles;

import dev.cdm.matching.clustering.FieldEvidence;
import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.learned.Calibration;
import dev.cdm.matching.mixture.Correction;
import dev.cdm.matching.mixture.MixtureModel;
import dev.cdm.matching.person.PairLevels;
import dev.cdm.matching.person.PersonTable;
import dev.cdm.matching.person.Rarity;
import dev.cdm.matching.table.Workers;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Scores pairs under a model, and tells the evidence of pairs that were not candidates; what answers taught counts like a
 * field more. Belongs to one thread.
 */
final class PairScoring implements FieldEvidence {

    private static final int CHUNK = 8192;

    private final PairLevels levels;
    private final Rarity rarity;
    private final MixtureModel model;
    private final Calibration calibration;
    private final Correction correction;
    private final double[] rarities;
    private final double[] person;
    private final double[] household;
    private final double[] neighbours;

    PairScoring(PersonTable people, Rarity rarity, MixtureModel model) {
        this(people, rarity, model, Correction.NONE, Calibration.NONE);
    }

    PairScoring(
            PersonTable people, Rarity rarity, MixtureModel model, Correction correction, Calibration calibration) {
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
        rarity.of(a, b, pattern, rarities);
        model.factors(pattern, rarities, person, household, neighbours);
        return calibration.apply(corrected(pattern, uncorrected(person, household, neighbours)));
    }

    /** {@return a pair as the model sees it before it is corrected, with what is known of it} */
    Correction.Example example(int a, int b, double outcome) {
        int first = Math.min(a, b);
        int second = Math.max(a, b);
        long pattern = levels.compare(first, second);
        rarity.of(first, second, pattern, rarities);
        model.factors(pattern, rarities, person, household, neighbours);
        return new Correction.Example(pattern, person.length, uncorrected(person, household, neighbours), outcome);
    }

    Correction correction() {
        return correction;
    }

    private double uncorrected(double[] forEntity, double[] forHousehold, double[] forNeighbours) {
        return model.logit(
                Math.log(product(forEntity)), Math.log(product(forHousehold)), Math.log(product(forNeighbours)));
    }

    private double corrected(long pattern, double logit) {
        return correction.isNone() ? logit : logit + correction.of(pattern, logit);
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
        int first = Math.min(a, b);
        int second = Math.max(a, b);
        long pattern = levels.compare(first, second);
        rarity.of(first, second, pattern, rarities);
        model.factors(pattern, rarities, forEntity, forHousehold, forNeighbours);
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
