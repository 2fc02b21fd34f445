package dev.cdm.matching.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cdm.matching.comparison.Comparisons;
import dev.cdm.matching.explain.Explanation.Kind;
import dev.cdm.matching.explain.Explanation.Term;
import dev.cdm.matching.json.Waterfall;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.scoring.PairScorer;
import dev.cdm.matching.scoring.TermFrequencies;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ModelExplainerProperties {

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("", "anna", "anne", "hannah", "lee");
    }

    private static Explanation explain(String a, String b, String c, String d) {
        Table table = new TableBuilder(List.of("given", "family"))
                .add("1", Arrays.asList(a, b))
                .add("2", Arrays.asList(c, d))
                .build();
        FellegiSunterModel model = FellegiSunterModel.untrained(
                List.of(Comparisons.givenName("given"), Comparisons.familyName("family")), List.of());
        PairScorer scorer = new PairScorer(model, table, TermFrequencies.counted(table, model));
        Explanation explanation = new ModelExplainer(scorer).explain(0, 1);
        long pattern = scorer.compared().comparer().compare(0, 1);
        assertThat(explanation.weight()).isEqualTo(scorer.weight(0, 1, pattern));
        return explanation;
    }

    @Property(tries = 200)
    void theTermsAddUpToTheScoreAndMissingValuesWeighNothing(
            @ForAll("names") String a,
            @ForAll("names") String b,
            @ForAll("names") String c,
            @ForAll("names") String d) {
        Explanation explanation = explain(a, b, c, d);
        double sum = explanation.terms().stream().mapToDouble(Term::weight).sum();
        assertThat(sum).isCloseTo(explanation.weight(), within(1e-9));
        explanation.terms().stream()
                .filter(term -> term.kind() == Kind.COMPARISON)
                .filter(term -> term.leftValue().isEmpty() || term.rightValue().isEmpty())
                .forEach(term -> assertThat(term.weight()).isZero());
    }

    @Example
    void aRedactedExplanationHoldsNoValue() {
        Explanation explanation = explain("anna", "lee", "anne", "lee");
        assertThat(Waterfall.write(explanation)).contains("\"value_l\":\"anna\"");
        assertThat(Waterfall.write(explanation.redacted()))
                .doesNotContain("anna")
                .contains("\"kind\":\"final\"")
                .contains("\"term_frequency_adjustment\":true");
        assertThat(explanation.toString()).doesNotContain("anna");
    }

    @Example
    void termsThatDoNotAddUpAreRefused() {
        List<Term> terms = List.of(Term.of(Kind.PRIOR, "prior", -3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Explanation("1", "2", terms, 3, 0.9));
    }
}
