package dev.cdm.matching.training;

import dev.cdm.matching.comparison.ComparedTable;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.scoring.TrainedComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Expectation maximisation over agreement patterns with their counts: u stays, m and the share of matches move. A. P.
 * Dempster, N. M. Laird and D. B. Rubin (JRSS B 39, 1977).
 */
final class EmSession {

    private static final double NOT_OBSERVED = 1e-6;
    private static final double LEAST = 1e-300;

    private final ComparedTable compared;
    private final List<TrainedComparison> trained;
    private final boolean[] takesPart;
    private final PatternCounts patterns;
    private final double[][] m;
    private final List<Double> priors = new ArrayList<>();
    private final List<LevelCounts> counts = new ArrayList<>();
    private long[] known = {};
    private @Nullable SteadyFields steady;
    private boolean converged;

    EmSession(
            FellegiSunterModel model,
            ComparedTable compared,
            boolean[] takesPart,
            PatternCounts patterns,
            double startPrior) {
        this.compared = compared;
        this.takesPart = takesPart.clone();
        this.patterns = patterns;
        trained = model.comparisons();
        m = new double[trained.size()][];
        for (int i = 0; i < m.length; i++) {
            m[i] = new double[trained.get(i).parameters().size()];
            for (int level = 0; level < m[i].length; level++) {
                m[i][level] = trained.get(i).m(level);
            }
        }
        priors.add(startPrior);
    }

    /** Adds pairs that are matches for certain, by their patterns. */
    EmSession knowing(long[] matches) {
        known = matches.clone();
        return this;
    }

    /** Takes no pair for a match that differs in all steady fields, and no m for more than mistakes explain. */
    EmSession guarded(SteadyFields fields) {
        steady = fields;
        for (int c = 0; c < m.length; c++) {
            if (fields.has(c)) {
                SteadyFields.cap(m[c]);
            }
        }
        return this;
    }

    void run(double convergence, int mostIterations) {
        while (!converged && priors.size() <= mostIterations) {
            converged = iterate() < convergence;
        }
    }

    /** {@return the largest change of an m or of the share of matches} */
    private double iterate() {
        double prior = priors.get(priors.size() - 1);
        double[][] ratios = ratios();
        counts.clear();
        trained.forEach(one -> counts.add(new LevelCounts(one.comparison())));
        double matches = 0;
        double pairs = 0;
        for (int i = 0; i < patterns.size(); i++) {
            double probability = probability(i, prior, ratios);
            double weighed = probability * patterns.count(i);
            matches += weighed;
            pairs += patterns.count(i);
            count(patterns.pattern(i), weighed);
        }
        for (long pattern : known) {
            count(pattern, 1);
        }
        priors.add(pairs == 0 ? prior : matches / pairs);
        return Math.max(Math.abs(priors.get(priors.size() - 1) - prior), updateM());
    }

    private void count(long pattern, double weight) {
        for (int c = 0; c < trained.size(); c++) {
            if (takesPart[c]) {
                counts.get(c).add(compared.level(pattern, c), weight);
            }
        }
    }

    private double[][] ratios() {
        double[][] ratios = new double[m.length][];
        for (int c = 0; c < m.length; c++) {
            ratios[c] = new double[m[c].length];
            for (int level = 0; level < m[c].length; level++) {
                boolean missing =
                        trained.get(c).comparison().levels().get(level).isMissing();
                double u = trained.get(c).u(level);
                ratios[c][level] = missing ? 0 : log2(Math.max(m[c][level], LEAST) / Math.max(u, LEAST));
            }
        }
        return ratios;
    }

    private double probability(int pattern, double prior, double[][] ratios) {
        if (steady != null && steady.differ(compared, patterns.pattern(pattern))) {
            return 0;
        }
        double weight = log2(prior / (1 - prior)) + patterns.adjustment(pattern);
        for (int c = 0; c < trained.size(); c++) {
            weight += takesPart[c] ? ratios[c][compared.level(patterns.pattern(pattern), c)] : 0;
        }
        return FellegiSunterModel.probability(weight);
    }

    private double updateM() {
        double change = 0;
        for (int c = 0; c < m.length; c++) {
            double[] before = m[c].clone();
            for (int level = 0; takesPart[c] && level < m[c].length; level++) {
                TrainedComparison one = trained.get(c);
                if (!one.comparison().levels().get(level).isMissing()
                        && !one.parameters().get(level).fixedM()) {
                    m[c][level] = counts.get(c).share(level).orElse(NOT_OBSERVED);
                }
            }
            if (isGuarded(c)) {
                SteadyFields.cap(m[c]);
            }
            for (int level = 0; level < before.length; level++) {
                change = Math.max(change, Math.abs(m[c][level] - before[level]));
            }
        }
        return change;
    }

    private boolean isGuarded(int comparison) {
        return steady != null && takesPart[comparison] && steady.has(comparison);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    boolean takesPart(int comparison) {
        return takesPart[comparison];
    }

    /** {@return the estimate of an m; nothing if the level was not observed} */
    OptionalDouble estimate(int comparison, int level) {
        OptionalDouble share = counts.isEmpty()
                ? OptionalDouble.empty()
                : counts.get(comparison).share(level);
        return share.isPresent() && isGuarded(comparison) ? OptionalDouble.of(m[comparison][level]) : share;
    }

    List<Double> priors() {
        return priors;
    }

    boolean converged() {
        return converged;
    }
}
