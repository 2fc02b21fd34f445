package dev.cdm.consent.policy;

import static dev.cdm.consent.policy.Case.SHOP;
import static dev.cdm.consent.policy.Case.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.json.PackFiles;
import dev.cdm.consent.ledger.ConsentHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What was compiled answers at every time what the engine answers. */
class StandingProperties {

    private final PolicyEngine withPacks = new PolicyEngine(Case.PURPOSES, PackFiles.all());

    @Property(tries = 1000)
    void theCompiledAnswersAgreeWithTheEngineToTheMillisecond(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        ConsentHistory history = ConsentHistory.of(random.events(6, SHOP, WEB));
        agrees(Case.ENGINE, random.query().build(), history, random, Duration.ofMinutes(16));
    }

    @Property(tries = 300)
    void theyAgreeOverPacksFactsAndBirthdays(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        ConsentHistory history = ConsentHistory.of(random.events(4, SHOP, WEB));
        ConsentQuery query = random.situation(List.of("", "DE", "GB", "US-CA", "JP", "CA"))
                .zone(ZoneId.of("Pacific/Chatham"))
                .build();
        agrees(withPacks, query, history, random, Duration.ofDays(1500));
    }

    private static void agrees(
            PolicyEngine engine, ConsentQuery query, ConsentHistory history, RandomCases random, Duration range) {
        Standing standing = engine.compile(query, history);
        Instant start = Case.TEN.minus(range.dividedBy(2));
        for (int i = 0; i < 20; i++) {
            Instant time = start.plusMillis((long) (random.fraction() * range.toMillis()));
            time = random.one(2) ? Case.minute(random.below(16)).minusMillis(random.below(2)) : time;
            Decision decision =
                    engine.decide(query.toBuilder().effectiveAt(time).build(), history);
            assertThat(standing.reasonAt(time)).as(time + " " + decision).isEqualTo(decision.reason());
            assertThat(standing.permittedAt(time)).isEqualTo(decision.permitted());
        }
    }
}
