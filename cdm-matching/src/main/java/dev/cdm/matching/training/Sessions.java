package dev.cdm.matching.training;

import dev.cdm.matching.blocking.BlockingRule;
import dev.cdm.matching.comparison.ComparedTable;
import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.scoring.PairScorer;
import dev.cdm.matching.scoring.PairScores;
import dev.cdm.matching.scoring.TrainedComparison;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What a session starts with. */
final class Sessions {

    private Sessions() {}

    /** Those that read no column of the rule. */
    static boolean[] takesPart(FellegiSunterModel model, BlockingRule rule) {
        Set<String> columns = new HashSet<>(Condition.columns(rule.condition()));
        rule.spread().ifPresent(spread -> columns.add(spread.field().column()));
        List<Comparison> comparisons = model.definitions();
        boolean[] takesPart = new boolean[comparisons.size()];
        for (int i = 0; i < takesPart.length; i++) {
            takesPart[i] = Collections.disjoint(comparisons.get(i).columns(), columns);
        }
        return takesPart;
    }

    /** {@return the pairs without a verdict} */
    static int[] unknown(PairScores scores, KnownPairs known) {
        return IntStream.range(0, scores.size())
                .filter(pair -> !known.has(scores.left(pair), scores.right(pair)))
                .toArray();
    }

    static PatternCounts patterns(
            PairScorer scorer, PairScores scores, int[] pairs, boolean[] takesPart, boolean withFrequencies) {
        long[] patterns = new long[pairs.length];
        double[] adjustments = new double[withFrequencies ? patterns.length : 0];
        ComparedTable compared = scorer.compared();
        for (int i = 0; i < patterns.length; i++) {
            int pair = pairs[i];
            patterns[i] = scores.pattern(pair);
            for (int c = 0; withFrequencies && c < takesPart.length; c++) {
                int level = compared.level(patterns[i], c);
                adjustments[i] += takesPart[c] ? scorer.adjustment(c, level, scores.left(pair), scores.right(pair)) : 0;
            }
        }
        return withFrequencies ? PatternCounts.adjusted(patterns, adjustments) : PatternCounts.of(patterns);
    }

    /** A level of equality, of all its columns, that a rule implies. */
    private record Implied(Set<String> columns, double factor) {}

    /** The odds of the prior, raised by the levels of equality that the rule implies; those of several columns first. */
    static double startPrior(FellegiSunterModel model, BlockingRule rule) {
        Set<String> open = new HashSet<>();
        rule.keys().stream()
                .filter(key ->
                        key.left().equals(key.right()) && key.left().steps().isEmpty())
                .forEach(key -> open.add(key.left().column()));
        List<Implied> implied = new ArrayList<>();
        model.comparisons().forEach(trained -> implied.addAll(implied(trained)));
        implied.sort(Comparator.comparing((Implied level) -> -level.columns().size()));
        double odds = model.prior() / (1 - model.prior());
        for (Implied level : implied) {
            if (open.containsAll(level.columns())) {
                open.removeAll(level.columns());
                odds *= level.factor();
            }
        }
        return odds / (1 + odds);
    }

    private static List<Implied> implied(TrainedComparison trained) {
        List<Implied> found = new ArrayList<>();
        for (int level = 0; level < trained.parameters().size(); level++) {
            Condition condition = trained.comparison().levels().get(level).condition();
            List<Condition> parts = condition instanceof Condition.All all ? all.parts() : List.of(condition);
            if (parts.stream().allMatch(Sessions::isEquality)) {
                found.add(new Implied(Condition.columns(condition), trained.m(level) / trained.u(level)));
            }
        }
        return found;
    }

    private static boolean isEquality(Condition condition) {
        return condition instanceof Condition.Equal equal
                && equal.left().equals(equal.right())
                && equal.left().equals(Field.of(equal.left().column()));
    }
}
