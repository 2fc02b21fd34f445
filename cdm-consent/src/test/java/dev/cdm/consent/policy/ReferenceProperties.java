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
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * The engine and the reference agree. The number of random cases in the build is a million; with
 * {@code -Dcdm.cases=100000000} it is a hundred million.
 */
class ReferenceProperties {

    private static final long CASES = Long.getLong("cdm.cases", 1_000_000);
    private static final List<Pack> PACKS = PackFiles.all();
    private static final List<String> REGIONS =
            List.of("", "EU", "DE", "FR", "GB", "US", "US-CA", "US-MD", "US-UT", "CA", "JP", "BR", "IN", "AU");

    private final PolicyEngine withPacks = new PolicyEngine(Case.PURPOSES, PACKS);

    @Test
    void engineAndReferenceAgreeWithoutPacks() {
        long agreed = LongStream.range(0, CASES * 3 / 4)
                .filter(seed -> {
                    RandomCases random = new RandomCases(seed);
                    List<ConsentEvent> events = random.events(6, SHOP, WEB);
                    ConsentQuery query = random.query().build();
                    return agree(Case.ENGINE, List.of(), query, events, seed);
                })
                .count();
        assertThat(agreed).isEqualTo(CASES * 3 / 4);
    }

    @Test
    void engineAndReferenceAgreeOverAllPacks() {
        long agreed = LongStream.range(0, CASES / 4)
                .filter(seed -> {
                    RandomCases random = new RandomCases(seed);
                    List<ConsentEvent> events = random.events(4, SHOP, WEB);
                    ConsentQuery query = random.situation(REGIONS).build();
                    return agree(withPacks, PACKS, query, events, seed);
                })
                .count();
        assertThat(agreed).isEqualTo(CASES / 4);
    }

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

    private static boolean agree(
            PolicyEngine engine, List<Pack> packs, ConsentQuery query, List<ConsentEvent> events, long seed) {
        Decision decision = engine.decide(query, ConsentHistory.of(events));
        boolean reference = ReferenceInterpreter.permits(Case.PURPOSES, packs, query, events);
        assertThat(decision.permitted())
                .as(() -> "seed " + seed + ": " + decision + " " + decision.rules() + " " + events)
                .isEqualTo(reference);
        return true;
    }
}
