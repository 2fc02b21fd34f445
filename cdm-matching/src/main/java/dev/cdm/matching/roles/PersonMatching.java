package dev.cdm.matching.roles;

import dev.cdm.matching.blocking.CandidatePairs;
import dev.cdm.matching.clustering.FieldwiseClusters;
import dev.cdm.matching.clustering.JoinRules;
import dev.cdm.matching.clustering.LinkAssignment;
import dev.cdm.matching.clustering.LogisticFit;
import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.joining.Answer;
import dev.cdm.matching.learned.Blocking;
import dev.cdm.matching.learned.Calibration;
import dev.cdm.matching.mixture.Correction;
import dev.cdm.matching.mixture.Correction.Question;
import dev.cdm.matching.mixture.MixtureModel;
import dev.cdm.matching.mixture.MixtureTraining;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.person.Entities;
import dev.cdm.matching.person.PersonTable;
import dev.cdm.matching.person.Rarity;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds entities among records of people: candidate pairs, a model trained on them, scores, clusters; and all of it once
 * more with the entities found, which correct the counts of values and lend each other missing ones for the keys.
 */
public final class PersonMatching implements Matching {

    /** Pairs of lower odds are not kept. */
    static final double LEAST_LOGIT = -6;

    private static final int MOST_TRAINING_PAIRS = 750_000;
    private static final int[] ITERATIONS = {20, 10};

    /** Joins at even odds as the model sees them. */
    private static final double USUAL_THRESHOLD = 0.5;

    private final PersonRecords records;
    private final @Nullable LinkAssignment assignment;
    private final double threshold;
    private Calibration calibration = Calibration.NONE;
    private double cut;
    private final Workers workers;
    private final PersonTable people;
    private final boolean[] isRight;
    private final JoinRules rules;
    private final MixtureModel model;
    private final MixtureTraining training;
    private final CandidateSearch search;
    private ComparedPairs compared = ComparedPairs.none();
    private Entities entities;
    private Rarity rarity;
    private Correction correction = Correction.NONE;
    private ScoredPairs scored = new ScoredPairs(new int[0], new int[0], new double[0]);

    private PersonMatching(
            PersonRecords records, @Nullable LinkAssignment assignment, double threshold, Workers workers) {
        this.records = records;
        this.assignment = assignment;
        this.threshold = threshold;
        this.workers = workers;
        rules = records.rules();
        people = new PersonTable(records.columns(), records.order(), records.nicknames(), workers);
        isRight = new boolean[records.rows()];
        long right = 0;
        for (int row = 0; row < isRight.length; row++) {
            isRight[row] = records.isRight(row);
            right += isRight[row] ? 1 : 0;
        }
        long rows = records.rows();
        double pairs = assignment == null ? rows * (rows - 1) / 2.0 : (double) right * (rows - right);
        double allPairs = Math.max(1, pairs);
        model = new MixtureModel(people.fields());
        search = new CandidateSearch(people, this::admitted, workers);
        entities = Entities.alone(records.rows());
        rarity = new Rarity(people, entities);
        StrangerSample strangers = new StrangerSample(people, this::admitted, pairs == 0, workers);
        training = new MixtureTraining(
                model, strangers.random(), strangers.namesakes(), allPairs, rarity, workers);
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

    @Override
    public int[] labels() {
        int[] labels = new int[records.rows()];
        Arrays.setAll(labels, entities::of);
        return labels;
    }

    @Override
    public ScoredPairs pairs() {
        double[] calibrated =
                Arrays.stream(scored.logits()).map(calibration::apply).toArray();
        return new ScoredPairs(scored.left(), scored.right(), calibrated);
    }

    @Override
    public int[] links() {
        return assignment == null ? new int[0] : assignment.links(rules.certain(scored), isRight, cut);
    }

    @Override
    public List<String> warnings() {
        return rules.warnings(people.warnings(records.columns(), records.order()));
    }

    @Override
    public PersonModel model(int leastEntities) {
        Rarity counted = new Rarity(people, entities);
        Blocking blocking = AppliedMatching.blocking(people);
        return new PersonModel(
                records.roles(),
                model.weights(),
                model.shares(),
                counted.frequencies(leastEntities),
                people.conventions(leastEntities),
                blocking,
                1 / (1 + Math.exp(-calibration.apply(cut))),
                calibration,
                correction);
    }

    @Override
    public List<Question> questions(int most) {
        return OpenQuestions.of(scored, records.answers().keySet(), rules).best(scoring(), cut, most);
    }

    private PersonMatching run() {
        CandidatePairs candidates = search.find(entities);
        round(candidates, ITERATIONS[0]);
        round(candidates.with(search.find(entities)), ITERATIONS[1]);
        learnFromAnswers();
        calibrate();
        return this;
    }

    /** Learns from the clusters what the scores are worth, and joins anew if another threshold than the usual was asked for. */
    private void calibrate() {
        LogisticFit fit = LogisticFit.of(scored, labels());
        calibration = Calibration.linear(fit.slope(), fit.shift(), LogisticFit.LEAST, LogisticFit.MOST);
        if (threshold != USUAL_THRESHOLD) {
            cut = calibration.inverse(Math.log(threshold / (1 - threshold)));
            rarity = new Rarity(people, entities);
            entities = Entities.of(cluster());
        }
    }

    /** Corrects the scores by what people said of some pairs, and joins anew. */
    private void learnFromAnswers() {
        PairScoring scoring = scoring();
        List<Correction.Example> examples = new ArrayList<>();
        records.answers().forEach((pair, opinion) -> {
            double outcome = opinion == Answer.Opinion.MATCH ? 1 : 0;
            if (opinion != Answer.Opinion.NOT_SURE) {
                examples.add(scoring.example((int) (pair >>> Integer.SIZE), pair.intValue(), outcome));
            }
        });
        if (!examples.isEmpty()) {
            correction = Correction.of(examples);
            score();
        }
    }

    private void round(CandidatePairs candidates, int iterations) {
        compared = ComparedPairs.of(people, candidates, compared, workers);
        rarity = new Rarity(people, entities);
        ComparedPairs sample = compared.every((compared.size() + MOST_TRAINING_PAIRS - 1) / MOST_TRAINING_PAIRS);
        double scale = sample.size() == 0 ? 1 : (double) compared.size() / sample.size();
        training.run(sample, scale, rarity, records.rows(), iterations);
        score();
    }

    private void score() {
        scored = PairScoring.above(LEAST_LOGIT, compared, rules.mustLinks(), this::scoring, workers);
        entities = Entities.of(cluster());
    }

    private PairScoring scoring() {
        return new PairScoring(people, rarity, model, correction, Calibration.NONE);
    }

    private int[] cluster() {
        if (assignment == null) {
            return new FieldwiseClusters(records.rows(), scored, cut, this::scoring, rules, workers)
                    .labels(records.method());
        }
        return AppliedMatching.linked(records.rows(), scored, links());
    }

    private int admitted(int a, int b) {
        return (assignment == null || isRight[a] != isRight[b]) && rules.mayMeet(a, b) ? 1 : 0;
    }
}
