package dev.cdm.consent.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.compiled.CompiledPolicy;
import dev.cdm.consent.compiled.CompiledSubject;
import dev.cdm.consent.compiled.Question;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long lives, and more purposes than fit into one glance: plain answers at every position are the engine's. */
class CompiledLifeTest {

    private static final RecordId ANN = new RecordId("shop", "1");

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 63, 64, 65, 200})
    void anAnswerAtEveryPositionIsThatOfTheEngine(int purposes) {
        CompiledPolicy policy = new CompiledPolicy(new PolicyEngine(purposes(purposes)));
        Random random = new Random(purposes);
        ConsentHistory history = ConsentHistory.inLogOrder(life(random, purposes));
        CompiledSubject subject =
                policy.subject(history, Case.ask(purpose(0), 0).build().zone());
        for (int i = 0; i < 400; i++) {
            int known = random.nextInt(history.size() + 1);
            ConsentQuery query = Case.ask(purpose(random.nextInt(purposes)), 0)
                    .effectiveAt(Case.TEN.plusSeconds(random.nextInt(300)))
                    .build();
            Question question = policy.question(query);
            Reason decided =
                    policy.engine().decide(query, history.knownAt(known)).reason();
            assertThat(policy.answer(question, subject, query.effectiveAt(), known))
                    .isEqualTo(decided);
            assertThat(policy.answer(question, history, query.effectiveAt(), known))
                    .isEqualTo(decided);
        }
    }

    @Test
    void whatALongCannotTellIsAnsweredByWhatWasKnown() {
        CompiledPolicy policy = new CompiledPolicy(new PolicyEngine(purposes(3)));
        Instant old = Instant.parse("1500-01-01T00:00:00Z");
        ConsentHistory history = ConsentHistory.inLogOrder(List.of(
                ConsentEvent.given(ANN, purpose(1)).id("a").at(old).notice("n").build(),
                ConsentEvent.withdrawn(ANN, purpose(1)).id("b").at(Case.TEN).build()));
        Question question = policy.question(Case.ask(purpose(1), 9).build());
        assertThat(policy.answer(question, history, Case.minute(9), 1)).isEqualTo(Reason.CONSENT);
        assertThat(policy.answer(question, history, Case.minute(9), 2)).isEqualTo(Reason.WITHDRAWN);
        assertThat(policy.answer(question, history, Case.minute(9), CompiledPolicy.ALL_KNOWN))
                .isEqualTo(Reason.WITHDRAWN);
    }

    private static Purposes purposes(int count) {
        List<Purpose> purposes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Purpose.Builder builder = Purpose.builder("p" + i, "Purpose " + i);
            purposes.add((i < 4 ? builder : builder.under("p" + i % 4)).build());
        }
        return Purposes.of(purposes.toArray(new Purpose[0]));
    }

    private static PurposeId purpose(int number) {
        return new PurposeId("p" + number);
    }

    private static List<ConsentEvent> life(Random random, int purposes) {
        List<ConsentEvent> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            EventKind kind = random.nextInt(4) == 0 ? EventKind.WITHDRAWN : EventKind.GIVEN;
            boolean every = kind == EventKind.WITHDRAWN && random.nextInt(20) == 0;
            events.add(
                    ConsentEvent.of(kind, ANN, every ? ConsentEvent.EVERY_PURPOSE : purpose(random.nextInt(purposes)))
                            .id("e" + i)
                            .at(Case.TEN.plusSeconds(i))
                            .notice("n")
                            .build());
        }
        return events;
    }
}
