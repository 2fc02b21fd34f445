package dev.cdm.consent.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.analysis.PolicyAnalysis.Difference;
import dev.cdm.consent.json.PackFiles;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.policy.Case;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.PolicyEngine;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two packs are compared by the situations that either of them tells apart. */
class DifferencesTest {

    private final PolicyAnalysis analysis = new PolicyAnalysis(Case.ENGINE);

    @Test
    void anAgeThatChangesChangesTheDecisionsOfThatAgeOnly() {
        Pack before = PackFiles.standard("us-coppa");
        Pack after = changed("us-coppa", "\"below\": 13", "\"below\": 16");
        List<Difference> differences = analysis.differences(before, after);
        assertThat(differences).isNotEmpty().allSatisfy(difference -> {
            confirm(difference, before, after);
            assertThat(difference.query().birthDate()).contains(LocalDate.of(2011, 1, 1));
        });
        assertThat(analysis.differences(before, before)).isEmpty();
    }

    @Test
    void anAgeOfConsentThatChangesInOneCountryIsFoundThere() {
        Pack before = PackFiles.standard("eu-gdpr");
        Pack after = changed(
                "eu-gdpr",
                "\"AT\": [{\"from\": \"2018-05-25\", \"years\": 14",
                "\"AT\": [{\"from\": \"2018-05-25\", \"years\": 16");
        List<Difference> differences = analysis.differences(before, after);
        assertThat(differences).isNotEmpty().allSatisfy(difference -> {
            confirm(difference, before, after);
            assertThat(difference.query().region()).isEqualTo("AT");
        });
    }

    @Test
    void aPackThatGivesUpARegionIsFoundThere() {
        Pack before = pack("\"JP\",\"KR\"");
        Pack after = pack("\"JP\"");
        List<Difference> differences = analysis.differences(before, after);
        assertThat(differences).isNotEmpty().allSatisfy(difference -> {
            confirm(difference, before, after);
            assertThat(difference.query().region()).isEqualTo("KR");
        });
    }

    @Test
    void aRuleForOneStateIsFoundThere() {
        Pack before = rule("US-MD");
        Pack after = rule("US-UT");
        assertThat(analysis.differences(before, after))
                .isNotEmpty()
                .allSatisfy(difference -> confirm(difference, before, after))
                .extracting(difference -> difference.query().region())
                .containsOnly("US-MD", "US-UT");
    }

    /* The example is one: each pack decides it as told. */
    private static void confirm(Difference difference, Pack before, Pack after) {
        ConsentQuery query = difference.query();
        ConsentHistory history = ConsentHistory.of(difference.events());
        assertThat(new PolicyEngine(Case.PURPOSES, List.of(before))
                        .decide(query, history)
                        .reason())
                .isEqualTo(difference.before());
        assertThat(new PolicyEngine(Case.PURPOSES, List.of(after))
                        .decide(query, history)
                        .reason())
                .isEqualTo(difference.after());
        assertThat(difference.before().permits())
                .isNotEqualTo(difference.after().permits());
    }

    private static Pack changed(String name, String text, String other) {
        assertThat(PackFiles.text(name)).contains(text);
        return PackFiles.parse(PackFiles.text(name).replace(text, other));
    }

    private static Pack pack(String regions) {
        return PackFiles.parse("""
                {"id":"x","version":"1","title":"X","regions":[%s],"otherwise":"ALLOWS","rules":[]}""".formatted(regions));
    }

    private static Pack rule(String region) {
        return PackFiles.parse("""
                {"id":"x","version":"1","title":"X","regions":["US"],"otherwise":"ALLOWS","rules":[
                  {"id":"R","title":"R","cite":["s. 1"],"verified":true,
                   "when":{"region":["%s"]},"needs":{"never":true}}]}""".formatted(region));
    }
}
