package dev.cdm.matching.roles;

import dev.cdm.matching.clustering.FieldwiseClusters;
import dev.cdm.matching.clustering.JoinRules;
import dev.cdm.matching.clustering.LinkAssignment;
import dev.cdm.matching.clustering.LogisticFit;
import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.joining.Answer.Opinion;
import dev.cdm.matching.joining.ClusteringMethod;
import dev.cdm.matching.joining.Joining;
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
import dev.cdm.matching.quality.QualityEstimation;
import dev.cdm.matching.quality.QualityReport;
import dev.cdm.matching.records.PersonRecords;
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

    private static final int MOST_TRAINING_PAIRS = 300_000;
    private static final int[] ITERATIONS = {20, 10};

    private final PersonRecords records;
    private final @Nullable LinkAssignment assignment;
    private Calibration calibration = Calibration.NONE;
    private double cut;
    private final Workers workers;
    private final PersonTable people;
    private final boolean[] isRight;
    private final JoinRules rules;
    private final MixtureModel model;
    private final MixtureTraining training;
    private final CandidateSearch search;
    private ComparedPairs compared;
    private Rarity rarity;
    private Correction correction = Correction.NONE;
    private Entities entities;
    private ScoredPairs scored = new ScoredPairs(new int[0], new int[0], new double[0]);

    private PersonMatching(PersonRecords records, @Nullable LinkAssignment assignment, Workers workers) {
        this.records = records;
        this.assignment = assignment;
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
        compared = ComparedPairs.of(people, search.find(entities), workers);
        StrangerSample strangers = new StrangerSample(people, this::admitted, pairs == 0, workers);
        training = new MixtureTraining(model, strangers.random(), strangers.namesakes(), allPairs, rarity, workers);
    }

    /**
     * {@return the entities among the records, of whatever table}
     *
     * @param records the records
     * @param workers who does the work
     */
    public static PersonMatching dedupe(PersonRecords records, Workers workers) {
        return new PersonMatching(records, null, workers).run();
    }

    /**
     * {@return the links between the records of two tables}
     *
     * @param records the records
     * @param assignment how many links a record may have
     * @param workers who does the work
     */
    public static PersonMatching link(PersonRecords records, LinkAssignment assignment, Workers workers) {
        return new PersonMatching(records, assignment, workers).run();
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
        return assignment == null ? new int[0] : assignment.links(scored, isRight, cut, rules);
    }

    @Override
    public List<String> warnings() {
        return rules.warnings(people.warnings(records.columns(), records.order()));
    }

    @Override
    public QualityReport quality() {
        QualityEstimation estimation = estimation();
        return assignment == null ? estimation.ofClusters() : estimation.ofLinks(links(), isRight);
    }

    @Override
    public List<String> unlinkables() {
        return estimation().unlinkables();
    }

    private QualityEstimation estimation() {
        PairScoring evidence = new PairScoring(people, new Rarity(people, entities), model, correction, calibration);
        ScoredPairs sure = pairs().certain(rules.mustLinks());
        return new QualityEstimation(records::id, records.byId(), sure, labels(), calibration.apply(cut), evidence);
    }

    @Override
    public PersonModel model(int leastEntities) {
        Rarity found = new Rarity(people, entities);
        Blocking blocking = AppliedMatching.blocking(people);
        return new PersonModel(
                records.roles(),
                model.weights(),
                model.shares(),
                found.frequencies(leastEntities),
                people.conventions(leastEntities),
                blocking,
                1 / (1 + Math.exp(-calibration.apply(cut))),
                calibration,
                correction);
    }

    @Override
    public List<Question> questions(int most) {
        return scoring().questions(scored, records.answers().keySet(), rules, cut, most);
    }

    @Override
    public List<String> agreement(int pair) {
        return scoring().agreement(scored.left()[pair], scored.right()[pair]);
    }

    private PersonMatching run() {
        round(ITERATIONS[0]);
        compared = compared.with(people, search.find(entities), workers);
        round(ITERATIONS[1]);
        learnFromAnswers();
        calibrate();
        return this;
    }

    /**
     * Learns what the scores are worth, from clusters that the scores alone make. Joins anew if a threshold was asked for:
     * by the same scores, so that one at the cut of the model changes nothing.
     */
    private void calibrate() {
        Joining joining = records.joining();
        boolean free = rules.isEmpty() && (assignment != null || joining.method() == ClusteringMethod.FIELDWISE);
        int[] labels = free ? labels() : cluster(ClusteringMethod.FIELDWISE, JoinRules.none(records.rows()));
        LogisticFit fit = LogisticFit.of(scored, labels);
        calibration = Calibration.linear(fit.slope(), fit.shift(), LogisticFit.LEAST, LogisticFit.MOST);
        Double threshold = joining.threshold();
        if (threshold != null) {
            cut = calibration.inverse(Math.log(threshold / (1 - threshold)));
            entities = Entities.of(cluster(joining.method(), rules));
        }
    }

    /** Corrects the scores by what people said of some pairs, and joins anew. */
    private void learnFromAnswers() {
        PairScoring scoring = scoring();
        List<Correction.Example> examples = new ArrayList<>();
        records.answers().forEach((pair, opinion) -> {
            double outcome = opinion == Opinion.MATCH ? 1 : 0;
            if (opinion != Opinion.NOT_SURE) {
                examples.add(scoring.example((int) (pair >>> Integer.SIZE), pair.intValue(), outcome));
            }
        });
        if (!examples.isEmpty()) {
            correction = Correction.of(examples);
            score();
        }
    }

    private void round(int iterations) {
        rarity = new Rarity(people, entities);
        ComparedPairs sample = compared.every((compared.size() + MOST_TRAINING_PAIRS - 1) / MOST_TRAINING_PAIRS);
        double scale = sample.size() == 0 ? 1 : (double) compared.size() / sample.size();
        training.run(sample, scale, rarity, records.rows(), iterations);
        score();
    }

    private void score() {
        scored = PairScoring.above(LEAST_LOGIT, compared, rules.mustLinks(), this::scoring, workers);
        entities = Entities.of(cluster(records.joining().method(), rules));
    }

    private int[] cluster(ClusteringMethod method, JoinRules bounds) {
        return assignment == null
                ? new FieldwiseClusters(scored, cut, this::scoring, bounds, workers).labels(method)
                : LinkAssignment.entities(scored, assignment.links(scored, isRight, cut, bounds), bounds);
    }

    private PairScoring scoring() {
        return new PairScoring(people, rarity, model, correction, Calibration.NONE);
    }

    private int admitted(int a, int b) {
        return (assignment == null || isRight[a] != isRight[b]) && rules.mayMeet(a, b) ? 1 : 0;
    }
}
