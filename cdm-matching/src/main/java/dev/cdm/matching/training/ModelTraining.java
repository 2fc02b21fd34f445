package dev.cdm.matching.training;

import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.blocking.BlockedPairs;
import dev.cdm.matching.blocking.BlockingRule;
import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.scoring.LevelParameters;
import dev.cdm.matching.scoring.PairScorer;
import dev.cdm.matching.scoring.PairScores;
import dev.cdm.matching.scoring.TermFrequencies;
import dev.cdm.matching.scoring.TrainedComparison;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Trains a model step by step: as a rule first the prior, then u, then one session of m after the other with different
 * rules, so that every comparison takes part in at least one. Fixed values stay. Not thread-safe.
 */
public final class ModelTraining {

    /** How many random pairs are compared for u by default. */
    public static final long RANDOM_PAIRS = 10_000_000;

    /** How often every level should be seen among them by default; then no more pairs are taken. */
    public static final int ENOUGH = 100;

    private static final double CONVERGENCE = 0.0001;
    private static final int MOST_ITERATIONS = 25;

    private final Table table;
    private final int leftRows;
    private final Workers workers;
    private final TermFrequencies frequencies;
    private final Estimates estimates = new Estimates();
    private FellegiSunterModel model;
    private double convergence = CONVERGENCE;
    private int mostIterations = MOST_ITERATIONS;
    private boolean withFrequencies;
    private KnownPairs known = KnownPairs.NONE;
    private ImmutableSet<String> steady = ImmutableSet.of();

    /**
     * Starts a training.
     *
     * @param start the model to start from; its rules are kept
     * @param table the records; to link, those of the left table and behind them those of the right one
     * @param leftRows how many are of the left table; 0 to find pairs within one table
     * @param workers who does the work; it does not change the result
     */
    public ModelTraining(FellegiSunterModel start, Table table, int leftRows, Workers workers) {
        Checks.between(leftRows, 0, table.rows(), "leftRows");
        model = start;
        this.table = table;
        this.leftRows = leftRows;
        this.workers = workers;
        frequencies = TermFrequencies.counted(table, start);
    }

    /**
     * Sets when a session ends.
     *
     * @param change the change of any probability below which it ends; 0.0001 by default
     * @param iterations how many iterations it has at most; 25 by default
     * @return this
     */
    public ModelTraining until(double change, int iterations) {
        convergence = Checks.between(change, 0, 1, "change");
        mostIterations = Checks.between(iterations, 1, Integer.MAX_VALUE, "iterations");
        return this;
    }

    /**
     * Makes sessions respect term frequencies: slower, as pairs of one agreement pattern are no longer alike. Off by default.
     *
     * @param respected whether they do
     * @return this
     */
    public ModelTraining termFrequencies(boolean respected) {
        withFrequencies = respected;
        return this;
    }

    /**
     * Gives a few pairs with a verdict to all later sessions, which then take it for certain: matches count fully for m,
     * wherever they are, and pairs with a verdict are no longer among those to be judged.
     *
     * @param left one record of each pair
     * @param right the other record of each pair
     * @param matches whether the pairs are one person each
     * @return this
     */
    public ModelTraining knownPairs(int[] left, int[] right, boolean[] matches) {
        known = new KnownPairs(left, right, matches);
        return this;
    }

    /**
     * Names the comparisons of what a person keeps for life, such as the birth date and the given name. A session in whose
     * matches they differ more often than mistakes explain has found households or namesakes; it is repeated without the
     * pairs that differ in all of them, and the report says so. By default it is the comparison with the rarest agreement, and only
     * if most of the matches differ in it.
     *
     * @param comparisons the names of the comparisons
     * @return this
     */
    public ModelTraining steady(List<String> comparisons) {
        steady = ImmutableSet.copyOf(comparisons);
        return this;
    }

    /**
     * Estimates the prior: the pairs that rules of high precision find, divided by the share of matches that they are
     * thought to find. A wrong share does little harm.
     *
     * @param rules the rules
     * @param recall the share of matches that they find, above 0 and at most 1
     * @return this
     * @throws IllegalArgumentException if the rules find no pair or so many that the prior would not be below 1
     */
    public ModelTraining estimatePrior(List<BlockingRule> rules, double recall) {
        Checks.require(recall > 0 && recall <= 1, "recall", "must be above 0 and at most 1", recall);
        double prior = pairs(rules).size() / recall / new RandomPairs(table, leftRows, workers).comparablePairs();
        Checks.require(prior > 0 && prior < 1, "rules", "must find a share of the pairs above 0 and below 1", prior);
        model = model.withPrior(prior);
        return this;
    }

    /**
     * Estimates u from pairs of records taken at random, nearly all of which are of two persons.
     *
     * @param mostPairs how many pairs at most; {@link #RANDOM_PAIRS} by default
     * @param enough how often every level should be seen, so that fewer pairs do; {@link #ENOUGH} by default; 0 takes the
     *     most at once
     * @return this
     */
    public ModelTraining estimateU(long mostPairs, int enough) {
        Checks.require(mostPairs >= 1, "mostPairs", "must be at least 1", mostPairs);
        RandomPairs random = new RandomPairs(table, leftRows, workers);
        List<TrainedComparison> trained = new ArrayList<>();
        for (TrainedComparison one : model.comparisons()) {
            double size = enough == 0 ? (double) mostPairs : Math.max(1.0, mostPairs / 100.0);
            LevelCounts counts = random.count(one.comparison(), size);
            while (size < mostPairs && counts.least() < enough) {
                size = Math.min((double) mostPairs, size * 10);
                counts = random.count(one.comparison(), size);
            }
            trained.add(estimates.withU(one, counts, "random pairs"));
        }
        model = model.withComparisons(trained);
        return this;
    }

    /**
     * Estimates m by expectation maximisation over the pairs of a rule. Comparisons that read a column of the rule do not
     * take part. The m of a level is the median over the sessions that estimated it.
     *
     * @param rule the rule; good ones find between a thousandth and nearly all matches among their pairs
     * @return this
     */
    public ModelTraining estimateM(BlockingRule rule) {
        BlockedPairs pairs = pairs(List.of(rule));
        boolean[] takesPart = Sessions.takesPart(model, rule);
        PairScorer scorer = new PairScorer(model, table, frequencies);
        PairScores scores = scorer.score(pairs.left(), pairs.right(), workers);
        PatternCounts patterns =
                Sessions.patterns(scorer, scores, Sessions.unknown(scores, known), takesPart, withFrequencies);
        long[] matches = known.matches(scorer, workers);
        Supplier<EmSession> sessions =
                () -> new EmSession(model, scorer.compared(), takesPart, patterns, Sessions.startPrior(model, rule))
                        .knowing(matches);
        EmSession session = sessions.get();
        if (scores.size() > 0) {
            session.run(convergence, mostIterations);
            SteadyFields fields = SteadyFields.of(model, steady, takesPart);
            int suspicious = fields.suspicious(model.definitions(), session);
            if (suspicious >= 0) {
                estimates.repaired(rule, model.definitions().get(suspicious));
                session = sessions.get().guarded(fields);
                session.run(convergence, mostIterations);
            }
        }
        model = estimates.withM(model, rule, scores.size(), session);
        return this;
    }

    /**
     * Estimates m from known persons.
     *
     * @param labels the person of each record, as a number; a negative one is not known
     * @return this
     */
    public ModelTraining estimateM(int[] labels) {
        Checks.require(labels.length == table.rows(), "labels", "must be as many as records", labels.length);
        LabelledPairs pairs = LabelledPairs.matches(labels, leftRows);
        return estimateFromPairs(pairs.left(), pairs.right(), true);
    }

    /**
     * Estimates m or u from pairs with a verdict.
     *
     * @param left one record of each pair
     * @param right the other record of each pair
     * @param matches whether the pairs are one person each, which gives m, or two, which gives u
     * @return this
     */
    public ModelTraining estimateFromPairs(int[] left, int[] right, boolean matches) {
        PairScorer scorer = new PairScorer(model, table, frequencies);
        PairScores scores = scorer.score(left, right, workers);
        List<TrainedComparison> trained = new ArrayList<>();
        for (int c = 0; c < model.comparisons().size(); c++) {
            Comparison comparison = model.definitions().get(c);
            LevelCounts counts = new LevelCounts(comparison);
            for (int pair = 0; pair < scores.size(); pair++) {
                counts.add(scorer.compared().level(scores.pattern(pair), c), 1);
            }
            TrainedComparison one = model.comparisons().get(c);
            trained.add(matches ? estimates.withM(one, counts, "labels") : estimates.withU(one, counts, "labels"));
        }
        model = model.withComparisons(trained);
        return this;
    }

    private BlockedPairs pairs(List<BlockingRule> rules) {
        return leftRows > 0
                ? BlockedPairs.link(table, leftRows, rules, Long.MAX_VALUE, workers)
                : BlockedPairs.dedupe(table, rules, Long.MAX_VALUE, workers);
    }

    /** {@return the model as trained so far} */
    public FellegiSunterModel model() {
        return model;
    }

    /** {@return how it went so far} */
    public TrainingReport report() {
        List<String> warnings = new ArrayList<>(estimates.warnings());
        for (TrainedComparison one : model.comparisons()) {
            for (int level = 0; level < one.parameters().size(); level++) {
                if (!one.comparison().levels().get(level).isMissing()) {
                    warn(warnings, one, level);
                }
            }
        }
        return estimates.report(warnings);
    }

    private static void warn(List<String> warnings, TrainedComparison one, int level) {
        LevelParameters parameters = one.parameters().get(level);
        String where = "comparison `" + one.comparison().name() + "`, level `"
                + one.comparison().levels().get(level).label() + "`: ";
        if (parameters.m().isEmpty()) {
            warnings.add(where + "m was never estimated, a default is in force");
        }
        if (parameters.u().isEmpty()) {
            warnings.add(where + "u was never estimated, a default is in force");
        }
    }
}
