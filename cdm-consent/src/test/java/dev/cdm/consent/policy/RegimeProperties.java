package dev.cdm.consent.policy;

import static dev.cdm.consent.policy.Case.SHOP;
import static dev.cdm.consent.policy.Case.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.json.PackFiles;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.pack.Pack;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** More regimes never permit more. That engine and reference agree is {@link CompiledAgreementTest}. */
class RegimeProperties {

    private static final List<Pack> PACKS = PackFiles.all();

    @Property(tries = 1000)
    void addingARegimeNeverPermits(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        List<ConsentEvent> events = random.events(4, SHOP, WEB);
        ConsentQuery query = random.situation(List.of("")).build();
        List<Pack> few = new ArrayList<>(List.of(random.pick(PACKS)));
        List<Pack> more = new ArrayList<>(few);
        more.add(random.pick(PACKS.stream().filter(pack -> !few.contains(pack)).toList()));
        ConsentHistory history = ConsentHistory.of(events);
        if (new PolicyEngine(Case.PURPOSES, more).decide(query, history).permitted()) {
            assertThat(new PolicyEngine(Case.PURPOSES, few)
                            .decide(query, history)
                            .permitted())
                    .isTrue();
        }
    }
}
