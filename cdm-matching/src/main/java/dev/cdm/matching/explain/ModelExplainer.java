package dev.cdm.matching.explain;

import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.comparison.ComparisonLevel;
import dev.cdm.matching.explain.Explanation.Kind;
import dev.cdm.matching.explain.Explanation.Term;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.scoring.PairScorer;
import dev.cdm.matching.scoring.TrainedComparison;
import dev.cdm.matching.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Explains the scores of a Fellegi-Sunter model. Safe for any thread. */
public final class ModelExplainer implements Explainer {

    private final PairScorer scorer;

    /**
     * Explains what a scorer scores.
     *
     * @param scorer the scorer
     */
    public ModelExplainer(PairScorer scorer) {
        this.scorer = scorer;
    }

    @Override
    public Explanation explain(int left, int right) {
        long pattern = scorer.compared().comparer().compare(left, right);
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of(Kind.PRIOR, "prior", scorer.model().priorWeight()));
        for (int i = 0; i < scorer.model().comparisons().size(); i++) {
            add(terms, i, scorer.compared().level(pattern, i), left, right);
        }
        double weight = scorer.weight(left, right, pattern);
        Table table = scorer.compared().table();
        return new Explanation(table.id(left), table.id(right), terms, weight, FellegiSunterModel.probability(weight));
    }

    private void add(List<Term> terms, int place, int level, int left, int right) {
        TrainedComparison trained = scorer.model().comparisons().get(place);
        ComparisonLevel chosen = trained.comparison().levels().get(level);
        boolean missing = chosen.isMissing();
        terms.add(new Term(
                Kind.COMPARISON,
                trained.comparison().name(),
                chosen.label(),
                trained.weight(level),
                missing ? OptionalDouble.empty() : OptionalDouble.of(trained.m(level)),
                missing ? OptionalDouble.empty() : OptionalDouble.of(trained.u(level)),
                value(trained.comparison(), left),
                value(trained.comparison(), right)));
        double share = scorer.share(place, level, left, right);
        if (!Double.isNaN(share)) {
            Term term = Term.of(
                    Kind.TERM_FREQUENCY, trained.comparison().name(), scorer.adjustment(place, level, left, right));
            terms.add(new Term(
                    term.kind(),
                    term.name(),
                    chosen.label(),
                    term.weight(),
                    OptionalDouble.empty(),
                    OptionalDouble.of(share),
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    private Optional<String> value(Comparison comparison, int row) {
        Table table = scorer.compared().table();
        String values = comparison.columns().stream()
                .flatMap(name -> table.column(name).flatMap(column -> column.value(row)).stream())
                .collect(Collectors.joining(" "));
        return Optional.of(values).filter(text -> !text.isEmpty());
    }
}
