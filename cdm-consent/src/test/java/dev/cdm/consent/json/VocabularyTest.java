package dev.cdm.consent.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.purpose.Categories;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Operations;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.consent.recipient.Recipient;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every term that leaves the module is one of the Data Privacy Vocabulary 2.3; the list holds the names of its terms. */
class VocabularyTest {

    private static final Set<String> TERMS =
            ImmutableSet.copyOf(PackFiles.resource("dpv-terms.txt").lines().toList());

    @Test
    void everyStandardTermIsOneOfTheVocabulary() {
        assertThat(TERMS).hasSizeGreaterThan(1500);
        assertThat(Categories.standard().names())
                .allSatisfy(name -> known(Categories.standard().dpv(name)));
        assertThat(Operations.standard().names())
                .allSatisfy(name -> known(Operations.standard().dpv(name)));
        assertThat(LegalBasis.values()).allSatisfy(basis -> known(Optional.of(basis.dpv())));
        assertThat(Recipient.Role.values()).allSatisfy(role -> known(Optional.of(role.dpv())));
        assertThat(PurposeFiles.examples().all()).allSatisfy(purpose -> known(Optional.of(purpose.dpv())));
    }

    @Test
    void operationsAreAGraphToWhichAHostAdds() {
        Operations own = Operations.standard().toBuilder()
                .add("translate", "", "transform", "use")
                .build();
        assertThat(own.upward("translate")).containsExactly("translate", "transform", "use");
        assertThat(own.dpv("translate")).isEmpty();
        assertThat(own.knows("paint")).isFalse();
        assertThat(Operations.standard().upward("infer")).containsExactly("infer", "derive", "obtain");
        assertThatThrownBy(() -> Operations.builder().add("a", "", "b").build())
                .hasMessageContaining("must be declared");
        assertThatThrownBy(() -> Purposes.of(
                        Purpose.builder("a", "A").operations("paint").build()))
                .hasMessageContaining("`operation` must be registered");
    }

    @Test
    void aFileOfPurposesAddsTermsAndRecipients() {
        String text = """
                {"purposes":[{"id":"a","operations":["paint"],"categories":["allergy"],"since":"2025-01-01","until":"2026-01-01"}],
                 "operations":[{"name":"paint","dpv":"dpv:Transform","parents":["transform"]}],
                 "categories":[{"name":"allergy","class":"SPECIAL","parents":["health"],"attributes":["nuts"]}],
                 "recipients":[{"id":"group"},{"id":"m","name":"M","role":"PROCESSOR","country":"IE","groups":["group"]}]}""";
        Purposes purposes = PurposeFiles.parse(text);
        assertThat(purposes.operations().dpv("paint")).contains("dpv:Transform");
        assertThat(purposes.categories().ofAttribute("nuts")).contains("allergy");
        assertThat(PurposeFiles.recipients(text).all()).hasSize(2);
        assertThat(PurposeFiles.recipients("{\"purposes\":[]}").all()).isEmpty();
        assertThatThrownBy(() -> PurposeFiles.parse(text.replace("2026-01-01", "2024-01-01")))
                .hasMessageContaining("`until` must be after since");
        assertThatThrownBy(() -> PurposeFiles.parse(text.replace("2026-01-01", "soon")))
                .hasMessageContaining("a date or period");
    }

    private static void known(Optional<String> term) {
        assertThat(term).isPresent();
        assertThat(TERMS).contains(term.orElseThrow());
    }
}
