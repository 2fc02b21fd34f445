package dev.cdm.consent.policy;

import static dev.cdm.consent.policy.Case.SHOP;
import static dev.cdm.consent.policy.Case.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.compiled.CompiledPolicy;
import dev.cdm.consent.compiled.CompiledSubject;
import dev.cdm.consent.compiled.Question;
import dev.cdm.consent.json.PackFiles;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Reason;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The compiled policy, the engine and the reference agree on the reason, and the last two on how long a permission lasts.
 * The number of random cases in the build is a million; {@code -Dcdm.cases=100000000} makes it a hundred million.
 */
class CompiledAgreementTest {

    private static final long CASES = Long.getLong("cdm.cases", 1_000_000);
    private static final List<Pack> PACKS = PackFiles.all();
    private static final List<String> REGIONS =
            List.of("", "EU", "DE", "FR", "GB", "US", "US-CA", "US-MD", "US-UT", "CA", "JP", "BR", "IN", "AU");

    @Test
    void theyAgreeWithoutPacks() {
        CompiledPolicy nameless = new CompiledPolicy(Case.ENGINE);
        CompiledPolicy named = new CompiledPolicy(Case.ENGINE.withController("acme"));
        long cases = CASES * 19 / 20;
        long agreed = LongStream.range(0, cases)
                .filter(seed -> {
                    RandomCases random = new RandomCases(seed);
                    List<ConsentEvent> events = random.events(6, SHOP, WEB);
                    return agree(
                            seed % 4 < 3 ? nameless : named,
                            List.of(),
                            random.query().build(),
                            events,
                            seed);
                })
                .count();
        assertThat(agreed).isEqualTo(cases);
    }

    @Test
    void theyAgreeOverAllPacks() {
        CompiledPolicy policy = new CompiledPolicy(new PolicyEngine(Case.PURPOSES, PACKS));
        long cases = CASES / 20;
        long agreed = LongStream.range(0, cases)
                .filter(seed -> {
                    RandomCases random = new RandomCases(seed);
                    List<ConsentEvent> events = random.events(4, SHOP, WEB);
                    return agree(policy, PACKS, random.situation(REGIONS).build(), events, seed);
                })
                .count();
        assertThat(agreed).isEqualTo(cases);
    }

    private static boolean agree(
            CompiledPolicy policy, List<Pack> packs, ConsentQuery query, List<ConsentEvent> events, long seed) {
        ConsentHistory history = ConsentHistory.of(events);
        Question question = policy.question(query);
        CompiledSubject subject =
                seed % 2 == 0 ? policy.subject(history, query.zone()) : policy.subject(history, question);
        Reason compiled = policy.answer(question, subject, query.effectiveAt());
        Decision decided = policy.engine().decide(query, history);
        ReferenceAnswer reference =
                ReferenceInterpreter.answer(Case.PURPOSES, packs, policy.engine().controller(), query, events);
        Instant until = decided.validUntil() == null ? Instant.MAX : decided.validUntil();
        if (compiled != decided.reason()
                || compiled != reference.reason()
                || !until.equals(reference.until())
                || !until.isAfter(query.effectiveAt())) {
            throw new AssertionError("seed " + seed + ": compiled " + compiled + ", engine " + decided + " "
                    + decided.rules() + ", reference " + reference + " " + query + " " + events);
        }
        return true;
    }
}
