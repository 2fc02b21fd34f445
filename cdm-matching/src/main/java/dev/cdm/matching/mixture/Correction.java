package dev.cdm.matching.mixture;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.person.PairPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What answers about some pairs teach about all others: how much the logarithm of the odds of a pair must be corrected.
 * Pairs learn from each other the more levels of fields they share, most if they show one pattern. Immutable.
 */
/*
 * A Gaussian process over agreement patterns, around the unsupervised model, observed through a logistic curve with
 * Laplace's approximation (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, chapter 3). Its prior
 * says that the model is right, give or take about one and a half in log odds: half of one for all pairs, nine tenths for
 * single levels, one for whole patterns, and 15 percent of the scale of the scores.
 */
public final class Correction {

    /** Corrects nothing. */
    public static final Correction NONE = new Correction(ImmutableList.of());

    private static final double ALL = .25;
    private static final double LEVELS = .75;
    private static final double PATTERN = 1;
    private static final double SCALE = .0225;
    private static final double FARTHEST = 10;
    private static final double LEAST_SPREAD = 1e-6;
    private static final double ENOUGH = 1e-9;
    private static final int STEPS = 30;

    private final ImmutableList<Example> examples;
    private final double[] weights;
    private final Cholesky covariance;

    /**
     * One answer.
     *
     * @param pattern the levels of the pair
     * @param fields how many fields a pattern has, at least 1
     * @param logit the natural logarithm of its odds as the model sees them; finite
     * @param outcome 1 if it is one entity, 0 if it is two; between them for a guess
     */
    public record Example(long pattern, int fields, double logit, double outcome) {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if a number is out of its range
         */
        public Example {
            Checks.require(fields >= 1, "fields", "must be at least 1", fields);
            Checks.require(Double.isFinite(logit), "logit", "must be finite", logit);
            Checks.between(outcome, 0, 1, "outcome");
        }

        private double alike(Example other) {
            int same = 0;
            for (int field = 0; field < fields; field++) {
                same += PairPattern.level(pattern, field) == PairPattern.level(other.pattern, field) ? 1 : 0;
            }
            return ALL
                    + SCALE * bounded(logit) * bounded(other.logit)
                    + LEVELS * same / fields
                    + (same == fields ? PATTERN : 0);
        }
    }

    /**
     * A question worth asking.
     *
     * @param pair the number of the pair
     * @param value how many pairs the answer is expected to set right
     */
    public record Question(int pair, double value) {}

    private Correction(ImmutableList<Example> examples) {
        this.examples = examples;
        int size = examples.size();
        double[][] alike = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                alike[i][j] = examples.get(i).alike(examples.get(j));
            }
        }
        double[] shifts = new double[size];
        double[] solved = new double[size];
        Cholesky found = new Cholesky(new double[0][0]);
        double change = 1;
        for (int step = 0; step < STEPS && change > ENOUGH && size > 0; step++) {
            double[] targets = new double[size];
            double[][] noisy = new double[size][];
            for (int i = 0; i < size; i++) {
                double chance = chance(examples.get(i).logit + shifts[i]);
                double spread = Math.max(chance * (1 - chance), LEAST_SPREAD);
                targets[i] = shifts[i] + (examples.get(i).outcome - chance) / spread;
                noisy[i] = alike[i].clone();
                noisy[i][i] += 1 / spread;
            }
            found = new Cholesky(noisy);
            solved = found.solve(targets);
            change = 0;
            for (int i = 0; i < size; i++) {
                double shift = dot(alike[i], solved);
                change = Math.max(change, Math.abs(shift - shifts[i]));
                shifts[i] = shift;
            }
        }
        weights = solved;
        covariance = found;
    }

    /**
     * {@return what some answers teach}
     *
     * @param examples the answers, about pairs of one set of fields
     */
    public static Correction of(List<Example> examples) {
        return examples.isEmpty() ? NONE : new Correction(ImmutableList.copyOf(examples));
    }

    /** {@return whether nothing was learned} */
    public boolean isNone() {
        return examples.isEmpty();
    }

    /** {@return the answers} */
    public List<Example> examples() {
        return examples;
    }

    /**
     * {@return what is to be added to the natural logarithm of the odds of a pair}
     *
     * @param pattern the levels of the pair
     * @param logit the logarithm of its odds as the model sees them
     */
    public double of(long pattern, double logit) {
        return examples.isEmpty() ? 0 : mean(new Example(pattern, examples.get(0).fields, logit, 0));
    }

    /**
     * {@return the pairs of which the answers would set most others right, the best first} The answer to a question that
     * comes first is awaited before the next one is valued, as far as that can be done without it.
     *
     * @param pairs the pairs that may be asked; their outcomes are not looked at
     * @param cut the corrected logarithm from which records are joined
     * @param most how many questions at most
     */
    public List<Question> questions(List<Example> pairs, double cut, int most) {
        return new QuestionChoice(pairs, cut, this).best(most);
    }

    Correction with(Example example) {
        return new Correction(
                ImmutableList.<Example>builder().addAll(examples).add(example).build());
    }

    double mean(Example pair) {
        return dot(alike(pair), weights);
    }

    /** {@return what is known of a pair, to be combined with {@link #covariance}} */
    double[] known(Example pair) {
        return examples.isEmpty() ? new double[0] : covariance.solve(alike(pair));
    }

    /** {@return how much two pairs still have to learn from each other} */
    double covariance(Example one, Example other, double[] knownOfOther) {
        return one.alike(other) - dot(alike(one), knownOfOther);
    }

    private double[] alike(Example pair) {
        double[] alike = new double[examples.size()];
        for (int i = 0; i < alike.length; i++) {
            alike[i] = examples.get(i).alike(pair);
        }
        return alike;
    }

    static double chance(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static double bounded(double logit) {
        return Math.max(-FARTHEST, Math.min(FARTHEST, logit));
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Correction correction && examples.equals(correction.examples);
    }

    @Override
    public int hashCode() {
        return examples.hashCode();
    }

    /** {@return the number of answers; nothing about records} */
    @Override
    public String toString() {
        return "Correction by " + examples.size() + " answers";
    }
}
