package dev.cdm.consent.policy;

import static dev.cdm.consent.policy.Case.SHOP;
import static dev.cdm.consent.policy.Case.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.compiled.Audience;
import dev.cdm.consent.compiled.CompiledPolicy;
import dev.cdm.consent.compiled.CompiledSubject;
import dev.cdm.consent.compiled.Question;
import dev.cdm.consent.json.PackFiles;
import dev.cdm.consent.ledger.ConsentHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** An audience answers at every time what the engine answers for each person. */
class AudienceProperties {

    private final CompiledPolicy plain = new CompiledPolicy(Case.ENGINE);
    private final CompiledPolicy lawful = new CompiledPolicy(new PolicyEngine(Case.PURPOSES, PackFiles.all()));

    @Property(tries = 100)
    void anAudienceAgreesWithTheEngineAtEveryTime(@ForAll long seed) {
        agrees(plain, new RandomCases(seed), new RandomCases(seed).query().build(), Duration.ofMinutes(1));
    }

    @Property(tries = 20)
    void anAudienceAgreesOverPacksFactsAndBirthdays(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        ConsentQuery query = random.situation(List.of("", "DE", "US-CA", "JP")).build();
        agrees(lawful, random, query, Duration.ofDays(100));
    }

    private static void agrees(CompiledPolicy policy, RandomCases random, ConsentQuery query, Duration step) {
        Question question = policy.question(query);
        List<ConsentHistory> histories = new ArrayList<>();
        List<CompiledSubject> people = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            ConsentHistory history = ConsentHistory.of(random.events(5, SHOP, WEB));
            histories.add(history);
            people.add(policy.subject(history, query.zone()));
        }
        Audience audience = Audience.of(policy, question, people, Case.minute(5));
        for (int i = 0; i < 16; i++) {
            Instant at = Case.TEN.plus(step.multipliedBy(i)).minusMillis(random.below(2));
            BitSet permitted = audience.permitted(at);
            assertThat(audience.count(at)).isEqualTo(permitted.cardinality());
            for (int k = 0; k < people.size(); k++) {
                Decision decision =
                        policy.engine().decide(query.toBuilder().effectiveAt(at).build(), histories.get(k));
                assertThat(permitted.get(k)).isEqualTo(decision.permitted());
            }
            int changed = random.below(people.size());
            histories.set(changed, ConsentHistory.of(random.events(5, SHOP, WEB)));
            audience.set(changed, policy.subject(histories.get(changed), query.zone()));
        }
    }
}
