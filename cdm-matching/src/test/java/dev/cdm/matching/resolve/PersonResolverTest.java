package dev.cdm.matching.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.matching.explain.Explanation.Term;
import dev.cdm.matching.resolve.Resolved.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonResolverTest {

    private static final Map<String, String> ANNA = Map.of(
            "given", "Anna",
            "family", "Walford",
            "born", "1971-03-14",
            "street", "7 Kel Road",
            "post", "10007",
            "phone", "0711223344",
            "mail", "anna77@example.org");
    private static final Map<String, String> BERT = Map.of(
            "given", "Bert",
            "family", "Merstein",
            "born", "1950-11-02",
            "street", "12 Tom Road",
            "post", "10200",
            "phone", "0788776655",
            "mail", "bert1@example.org");

    private final PersonResolver resolver = new PersonResolver(Town.LATIN);

    private static Map<String, String> with(Map<String, String> fields, String... changes) {
        Map<String, String> changed = new HashMap<>(fields);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(changes[i], changes[i + 1]);
        }
        return changed;
    }

    @Test
    void tellsWhatBecomesOfRecords() {
        assertThat(resolver.resolve("b", ANNA).outcome()).isEqualTo(Outcome.NEW);
        Resolved matched = resolver.resolve("c", with(ANNA, "phone", ""));
        assertThat(matched.outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(matched.clusterId()).isEqualTo("b");
        assertThat(matched.closest()).hasValueSatisfying(closest -> {
            assertThat(closest.recordId()).isEqualTo("b");
            assertThat(closest.probability()).isGreaterThan(.99);
        });
        assertThat(resolver.resolve("c", with(ANNA, "phone", " ")).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(resolver.resolve("c", with(ANNA, "phone", "0711223345")).outcome())
                .isEqualTo(Outcome.CHANGED);
        assertThat(resolver.resolve("c", BERT).outcome()).isEqualTo(Outcome.SPLIT);
        assertThat(resolver.clusterOf("c")).contains("c");
        Resolved merged = resolver.resolve("c", ANNA);
        assertThat(merged.outcome()).isEqualTo(Outcome.MERGED);
        assertThat(merged.merged()).containsExactly("c");
        assertThat(resolver.partition()).isEqualTo(Map.of("b", "b", "c", "b"));
    }

    @Test
    void tellsWhatAReviewerShouldSee() {
        PersonResolver strict = new PersonResolver(Town.LATIN, .999999, .01);
        strict.resolve("a", ANNA);
        Map<String, String> like = Map.of("given", "Anna", "family", "Walford", "born", "1971-03-15");
        Resolved possible = strict.resolve("b", like);
        assertThat(possible.outcome()).isEqualTo(Outcome.POSSIBLE);
        assertThat(possible.possible()).hasSize(1);
        assertThat(possible.possible().get(0).clusterId()).isEqualTo("a");
        assertThat(strict.resolve("b", BERT).possible()).isEmpty();
    }

    @Test
    void searchRanksAndKeepsNothing() {
        resolver.resolve("a", ANNA);
        resolver.resolve("b", with(ANNA, "mail", ""));
        resolver.resolve("c", BERT);
        List<Candidate> found = resolver.search(Map.of("mail", "bert1@example.org", "family", "Merstein"), 5);
        assertThat(found).first().satisfies(best -> assertThat(best.recordId()).isEqualTo("c"));
        assertThat(resolver.search(ANNA, 1)).hasSize(1).first().satisfies(best -> {
            assertThat(best.clusterId()).isEqualTo("a");
            assertThat(best.probability()).isGreaterThan(.99);
        });
        assertThat(resolver.size()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> resolver.search(ANNA, 0));
    }

    @Test
    void explainsAPair() {
        resolver.resolve("a", ANNA);
        double weight = resolver.resolve("b", ANNA).closest().orElseThrow().weight();
        assertThat(resolver.explain("a", "b")).hasValueSatisfying(explanation -> {
            assertThat(explanation.weight()).isEqualTo(weight);
            assertThat(explanation.terms()).extracting(Term::name).contains("given", "family", "birth");
        });
        assertThat(resolver.explain("a", "z")).isEmpty();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> resolver.resolve(" ", ANNA));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonResolver(Town.LATIN, 1, .1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonResolver(Town.LATIN, .5, .6));
        assertThat(resolver.remove("nobody")).isFalse();
        assertThat(resolver.clusterOf("nobody")).isEmpty();
        resolver.resolve("a", ANNA);
        assertThat(resolver.toString()).doesNotContain("Anna").contains("1 records");
        assertThat(resolver.resolve("b", ANNA).toString()).doesNotContain("Anna");
    }

    @Test
    void anAddressOfAllFindsNobody() {
        PersonResolver capped = new PersonResolver(Town.capped(Town.LATIN, 10));
        for (int i = 0; i < 200; i++) {
            capped.resolve("r" + i, Map.of("mail", "office@example.org"));
        }
        assertThat(capped.disabledKeys()).isPositive();
        assertThat(capped.search(Map.of("mail", "office@example.org"), 5)).isEmpty();
        for (int i = 5; i < 200; i++) {
            capped.remove("r" + i);
        }
        assertThat(capped.disabledKeys()).isZero();
        assertThat(capped.search(Map.of("mail", "office@example.org"), 9)).isNotEmpty();
    }
}
