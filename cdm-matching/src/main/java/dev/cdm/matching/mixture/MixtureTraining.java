package dev.cdm.matching.mixture;

import dev.cdm.matching.person.FieldKind;
import dev.cdm.matching.person.FieldShape;
import dev.cdm.matching.person.PairPattern;
import dev.cdm.matching.person.Rarity;
import dev.cdm.matching.table.Workers;
import java.util.function.IntToDoubleFunction;

/**
 * Learns a mixture model without labels, by expectation maximisation over candidate pairs, with strangers from random
 * pairs. The shares of persons and households are those among all pairs, not among the candidates, so that they do not
 * depend on how candidates were found.
 *
 * <p>What typing errors cannot explain is capped: given names of one person differ wholly in at most 8 in 100 pairs,
 * dates of birth in 2.
 */
public final class MixtureTraining {

    private static final double PRIOR_PAIRS = 30;
    private static final double MOST_OTHER_GIVEN = 0.08;
    private static final double MOST_OTHER_BIRTH = 0.02;
    private static final double LEAST_SAME = 0.002;
    private static final double MOST_SAME = 0.15;
    private static final double FIRST_SAME = 40;
    private static final int STRANGERS_EVERY = 4;
    private static final double FIRST_PERSONS = .3;
    private static final double FIRST_HOUSEHOLDS = .1;
    private static final double FIRST_NEIGHBOURS = .05;

    private final MixtureModel model;
    private final Evidence random;
    private final Evidence namesakes;
    private final double allPairs;
    private final Workers workers;
    private Evidence candidates;
    private double scale = 1;

    /**
     * Prepares a training.
     *
     * @param model the model to improve
     * @param random pairs drawn from all pairs
     * @param namesakes pairs drawn among records that share a name
     * @param allPairs how many pairs there are at all
     * @param rarity how rare values are
     * @param workers who does the work
     */
    public MixtureTraining(
            MixtureModel model,
            PairSource random,
            PairSource namesakes,
            double allPairs,
            Rarity rarity,
            Workers workers) {
        this.model = model;
        this.allPairs = allPairs;
        this.workers = workers;
        countStrangers(random);
        this.random = new Evidence(random, model, rarity, workers);
        this.namesakes = new Evidence(namesakes, model, rarity, workers);
        this.candidates = this.random;
    }

    /**
     * Trains, from where the model stands.
     *
     * @param pairs pairs that may be one person
     * @param each how many candidates each of them stands for
     * @param rarity how rare values are, as far as is known by now
     * @param records how many records there are, for the first guess of the shares
     * @param iterations how often persons, households and strangers are told apart anew
     */
    public void run(PairSource pairs, double each, Rarity rarity, long records, int iterations) {
        scale = each;
        candidates = new Evidence(pairs, model, rarity, workers);
        if (model.personShare == 0) {
            model.personShare = FIRST_PERSONS * records / allPairs;
            model.householdShare = FIRST_HOUSEHOLDS * records / allPairs;
            model.neighbourShare = FIRST_NEIGHBOURS * records / allPairs;
        }
        Posteriors posteriors = new Posteriors(model, candidates);
        for (int iteration = 0; iteration < iterations; iteration++) {
            posteriors.update(workers);
            learn(posteriors);
            if (iteration % STRANGERS_EVERY == STRANGERS_EVERY - 1) {
                learnStrangers(posteriors);
            }
        }
    }

    private void learn(Posteriors posteriors) {
        double homes = Posteriors.sum(posteriors.households) * scale;
        model.personShare = Math.max(Posteriors.sum(posteriors.persons) * scale / allPairs, 1e-3 / allPairs);
        model.householdShare = homes / allPairs;
        model.neighbourShare = Posteriors.sum(posteriors.neighbours) * scale / allPairs;
        model.sameGiven = same(posteriors.expectedSameGiven() * scale, homes);
        model.sameBirth = model.hasHomes()
                ? same(posteriors.expectedSameBirth() * scale, homes)
                : Math.max(LEAST_SAME, (posteriors.expectedSameBirth() * scale + 1) / (homes + 2));
        for (int field = 0; field < model.person.length; field++) {
            FieldShape shape = model.fields().get(field);
            learn(field, model.person[field], posteriors.persons, shape::prior);
            cap(shape.kind(), model.person[field]);
            if (shape.sharedByHousehold()) {
                learn(field, model.household[field], posteriors.households, shape::householdPrior);
            }
            if (shape.sharedByNeighbours()) {
                learn(field, model.neighbour[field], posteriors.neighbours, shape::neighbourPrior);
            }
        }
    }

    private static double same(double count, double homes) {
        return Math.min(MOST_SAME, Math.max(LEAST_SAME, (count + 1) / (homes + FIRST_SAME)));
    }

    private void learn(int field, double[] target, double[] weights, IntToDoubleFunction prior) {
        FieldShape shape = model.fields().get(field);
        double[] sums = pooled(shape, sums(field, candidates, weights, scale));
        for (int group = 0; group < shape.kind().groups(); group++) {
            double total = 0;
            for (int level = 1; level < shape.levels(); level++) {
                total += sums[group * shape.levels() + level];
            }
            for (int level = 1; level < shape.levels(); level++) {
                int cell = group * shape.levels() + level;
                target[cell] = (sums[cell] + PRIOR_PAIRS * prior.applyAsDouble(level)) / (total + PRIOR_PAIRS);
            }
        }
    }

    private static void cap(FieldKind kind, double[] persons) {
        if (kind == FieldKind.GIVEN) {
            cap(persons, MOST_OTHER_GIVEN);
        } else if (kind == FieldKind.BIRTH) {
            cap(persons, MOST_OTHER_BIRTH);
        }
    }

    /** Persons show a level as often in every group; only strangers do not. */
    private static double[] pooled(FieldShape shape, double[] sums) {
        double[] pooled = sums.clone();
        for (int cell = 0; cell < sums.length; cell++) {
            pooled[cell] = 0;
            for (int other = cell % shape.levels(); other < sums.length; other += shape.levels()) {
                pooled[cell] += sums[other];
            }
        }
        return pooled;
    }

    /** The last level is total disagreement; what is cut off goes to the others in proportion. */
    private static void cap(double[] levels, double most) {
        int last = levels.length - 1;
        if (levels[last] > most) {
            double factor = (1 - most) / (1 - levels[last]);
            for (int level = 1; level < last; level++) {
                levels[level] *= factor;
            }
            levels[last] = most;
        }
    }

    private void learnStrangers(Posteriors ofCandidates) {
        Posteriors ofRandom = new Posteriors(model, random);
        ofRandom.update(workers);
        Posteriors ofNamesakes = new Posteriors(model, namesakes);
        ofNamesakes.update(workers);
        for (int field = 0; field < model.stranger.length; field++) {
            boolean email = model.fields().get(field).kind() == FieldKind.EMAIL;
            double[] sums = sums(field, random, email ? ofRandom.strangersWithoutEmail : ofRandom.strangers, 1);
            if (model.fields().get(field).kind().groups() > 1) {
                addNamesakes(field, sums, ofCandidates, ofNamesakes);
            }
            smooth(field, sums);
        }
    }

    /** Random pairs rarely share a name: pairs drawn for it, and candidates with both, show what namesakes share. */
    private void addNamesakes(int field, double[] sums, Posteriors ofCandidates, Posteriors ofNamesakes) {
        for (int group = 0; group < candidates.patterns.length; group++) {
            long pattern = candidates.patterns[group];
            if (model.isNamesake(pattern)) {
                sums[model.cell(pattern, field)] += ofCandidates.strangers[group] * scale;
            }
        }
        for (int group = 0; group < namesakes.patterns.length; group++) {
            sums[model.cell(namesakes.patterns[group], field)] += ofNamesakes.strangersWithoutEmail[group];
        }
    }

    private void countStrangers(PairSource pairs) {
        for (int field = 0; field < model.stranger.length; field++) {
            double[] sums = new double[model.stranger[field].length];
            for (int pair = 0; pair < pairs.size(); pair++) {
                sums[model.cell(pairs.pattern(pair), field)]++;
            }
            smooth(field, sums);
        }
    }

    private void smooth(int field, double[] sums) {
        FieldShape shape = model.fields().get(field);
        for (int group = 0; group < shape.kind().groups(); group++) {
            double total = 0;
            for (int level = 1; level < shape.levels(); level++) {
                total += sums[group * shape.levels() + level];
            }
            model.stranger[field][group * shape.levels()] = 1;
            for (int level = 1; level < shape.levels(); level++) {
                int cell = group * shape.levels() + level;
                model.stranger[field][cell] = (sums[cell] + .1 * shape.prior(level)) / (total + .5);
            }
        }
    }

    private double[] sums(int field, Evidence evidence, double[] weights, double factor) {
        double[] sums = new double[model.person[field].length];
        for (int group = 0; group < weights.length; group++) {
            long pattern = evidence.patterns[group];
            if (PairPattern.level(pattern, field) != 0) {
                sums[model.cell(pattern, field)] += weights[group] * factor;
            }
        }
        return sums;
    }
}
