package dev.cdm.matching.roles;

import dev.cdm.matching.clustering.FieldEvidence;
import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.mixture.MixtureModel;
import dev.cdm.matching.person.PairLevels;
import dev.cdm.matching.person.PersonTable;
import dev.cdm.matching.person.Rarity;
import dev.cdm.matching.table.Workers;
import java.util.Arrays;

/** Scores pairs under a model, and tells the evidence of pairs that were not candidates. Belongs to one thread. */
final class PairScoring implements FieldEvidence {

    private static final int CHUNK = 8192;

    private final PairLevels levels;
    private final Rarity rarity;
    private final MixtureModel model;
    private final double[] rarities;
    private final double[] person;
    private final double[] household;
    private final double[] neighbours;

    PairScoring(PersonTable people, Rarity rarity, MixtureModel model) {
        this.levels = new PairLevels(people);
        this.rarity = rarity;
        this.model = model;
        int fields = model.fields().size();
        rarities = new double[fields];
        person = new double[fields];
        household = new double[fields];
        neighbours = new double[fields];
    }

    /** {@return the pairs above a least score} */
    static ScoredPairs above(
            double least, PersonTable people, ComparedPairs pairs, Rarity rarity, MixtureModel model, Workers workers) {
        double[] logits = new double[pairs.size()];
        workers.run("scoring", (logits.length + CHUNK - 1) / CHUNK, chunk -> {
            PairScoring scoring = new PairScoring(people, rarity, model);
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
        return new ScoredPairs(left, right, scores);
    }

    private double logit(int a, int b, long pattern) {
        rarity.of(a, b, pattern, rarities);
        model.factors(pattern, rarities, person, household, neighbours);
        return model.logit(
                Math.log(product(person)), Math.log(product(household)), Math.log(product(neighbours)));
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
        return person.length;
    }

    @Override
    public void factors(int a, int b, double[] forEntity, double[] forHousehold, double[] forNeighbours) {
        long pattern = levels.compare(a, b);
        rarity.of(a, b, pattern, rarities);
        model.factors(pattern, rarities, forEntity, forHousehold, forNeighbours);
    }

    @Override
    public double logit(double logEntity, double logHousehold, double logNeighbours) {
        return model.logit(logEntity, logHousehold, logNeighbours);
    }
}
