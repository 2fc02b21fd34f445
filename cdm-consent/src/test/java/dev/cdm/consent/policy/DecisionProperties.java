package dev.cdm.consent.policy;

import static dev.cdm.consent.policy.Case.SHOP;
import static dev.cdm.consent.policy.Case.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Assurance;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.ledger.EventTime;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.PurposeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws 8 and 9 over random histories. */
class DecisionProperties {

    private static final int TRIES = 1000;

    @Property(tries = TRIES)
    void theOrderOfTheEventsDoesNotMatter(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        List<ConsentEvent> events = random.events(8, SHOP, WEB);
        ConsentQuery query = random.query().build();
        List<ConsentEvent> shuffled = new ArrayList<>(events);
        shuffled.addAll(events);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(decide(query, shuffled)).isEqualTo(decide(query, events));
    }

    @Property(tries = TRIES)
    void addingADenialNeverPermits(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        List<ConsentEvent> events = random.events(6, SHOP, WEB);
        ConsentQuery query = random.query().build();
        List<EventKind> denials =
                Arrays.stream(EventKind.values()).filter(EventKind::denies).toList();
        List<ConsentEvent> more = new ArrayList<>(events);
        more.add(random.event(random.pick(denials), 99, SHOP, events));
        neverPermitsMore(query, events, more);
    }

    @Property(tries = TRIES)
    void aDenialOfAPurposeDeniesEverythingBelowIt(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        ConsentEvent denial = Case.withdrawn(Case.ALL, random.below(12));
        List<ConsentEvent> events = new ArrayList<>(random.events(6, SHOP, WEB).stream()
                .filter(event -> event.supersedes().isEmpty() && !isInterest(event))
                .filter(event ->
                        !event.kind().grants() || !event.scope().purpose().equals(Case.ALL))
                .toList());
        events.add(denial);
        ConsentQuery below = Case.ask(random.pick(List.of(Case.NEWS, Case.ADS, Case.BOTH)), 13)
                .build();
        assertThat(decide(below, events).permitted()).isFalse();
    }

    @Property(tries = TRIES)
    void aClockThatIsWrongWithinItsToleranceNeverPermitsMore(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        Duration tolerance = Duration.ofMinutes(3);
        ConsentEvent denial = Case.event(EventKind.WITHDRAWN, SHOP, Case.ADS, random.below(12))
                .build();
        long happened = random.below(12);
        long error = random.below(7) - 3L;
        ConsentEvent right = Case.event(EventKind.GIVEN, WEB, Case.ADS, happened)
                .received(Case.minute(happened + 1))
                .clock(tolerance, false)
                .build();
        ConsentEvent wrong = Case.event(EventKind.GIVEN, WEB, Case.ADS, happened + error)
                .received(Case.minute(happened + 1))
                .clock(tolerance, false)
                .build();
        ConsentQuery query = Case.ask(Case.ADS, 20).build();
        boolean before = Case.minute(happened).isBefore(denial.time().asserted());
        if (before) {
            assertThat(decide(query, List.of(denial, wrong)).permitted()).isFalse();
            assertThat(decide(query, List.of(denial, right)).permitted()).isFalse();
        }
    }

    @Property(tries = TRIES)
    void aWiderToleranceNeverPermitsMore(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        List<ConsentEvent> grants = random.events(4, SHOP, WEB).stream()
                .filter(event -> event.kind().grants() && event.time().seq() == EventTime.NO_SEQ)
                .toList();
        ConsentEvent denial = Case.withdrawn(random.purpose(), random.below(12));
        ConsentQuery query = Case.ask(random.purpose(), 20).build();
        List<ConsentEvent> exact = new ArrayList<>(List.of(denial));
        List<ConsentEvent> vague = new ArrayList<>(List.of(denial));
        for (ConsentEvent grant : grants) {
            exact.add(clock(grant, Duration.ZERO));
            vague.add(clock(grant, Duration.ofMinutes(random.below(5))));
        }
        neverPermitsMore(query, exact, vague);
    }

    @Property(tries = TRIES)
    void aNewChildPurposeNeverPermitsMore(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        List<ConsentEvent> events = random.events(6, SHOP, WEB);
        ConsentQuery query = random.query().build();
        Collection<Purpose> more = new ArrayList<>(Case.PURPOSES.all());
        more.add(Purpose.builder("new", "New").under(random.purpose().text()).build());
        PolicyEngine grown = new PolicyEngine(Purposes.of(more, Case.PURPOSES.categories()));
        assertThat(grown.decide(query, ConsentHistory.of(events))).isEqualTo(decide(query, events));
        ConsentQuery child = Case.ask(new PurposeId("new"), 20).build();
        assertThat(grown.decide(child, ConsentHistory.of(events)).permitted()).isFalse();
    }

    @Property(tries = TRIES)
    void withdrawingNeverChangesADecisionGroundedOnAContract(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        List<ConsentEvent> events = random.events(6, SHOP, WEB);
        ConsentQuery query = Case.ask(Case.ORDER, random.below(14)).build();
        Decision before = decide(query, events);
        List<ConsentEvent> more = new ArrayList<>(events);
        more.add(random.event(EventKind.WITHDRAWN, 99, SHOP, events));
        assertThat(decide(query, more))
                .usingRecursiveComparison()
                .ignoringFields("position")
                .isEqualTo(before);
    }

    @Property(tries = TRIES)
    void whatWasKnownAtAPositionNeverChangesAfterLaterAppends(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        List<ConsentEvent> log = random.events(8, SHOP, WEB);
        int position = random.below(log.size() + 1);
        ConsentQuery query = random.query().knownAt(position).build();
        Decision then = Case.ENGINE.decide(query, ConsentHistory.inLogOrder(log.subList(0, position)));
        assertThat(Case.ENGINE.decide(query, ConsentHistory.inLogOrder(log))).isEqualTo(then);
    }

    @Property(tries = TRIES)
    void noConsentIsEffectiveAtOrAfterAWithdrawalThatNothingFollows(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        long withdrawn = 12;
        List<ConsentEvent> events = new ArrayList<>(random.events(6, SHOP, WEB).stream()
                .filter(event -> !event.kind().grants() || event.time().seq() == EventTime.NO_SEQ)
                .toList());
        events.add(Case.withdrawn(Case.ADS, withdrawn));
        ConsentQuery query = Case.ask(Case.ADS, withdrawn + random.below(3)).build();
        assertThat(decide(query, events).permitted()).isFalse();
    }

    @Property(tries = TRIES)
    void aMergeNeverPermitsWhatAPartHasAStandingDenialFor(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        List<ConsentEvent> shop = random.events(4, SHOP);
        List<ConsentEvent> web = random.events(4, WEB);
        ConsentQuery query = Case.ask(random.pick(List.of(Case.ADS, Case.BOTH, Case.CONFIRMED)), 13)
                .build();
        Decision merged =
                decide(query, Stream.concat(shop.stream(), web.stream()).toList());
        if (merged.permitted() && merged.ground().equals(Optional.of(LegalBasis.CONSENT))) {
            List<ConsentEvent> winners = Stream.concat(shop.stream(), web.stream())
                    .filter(event -> merged.events().contains(event.id()))
                    .toList();
            Relevant relevant =
                    relevant(query, Stream.concat(shop.stream(), web.stream()).toList());
            for (ConsentEvent denial : relevant.denials) {
                assertThat(winners).allSatisfy(winner -> {
                    assertThat(winner.assurance()).isGreaterThanOrEqualTo(denial.assurance());
                    assertThat(winner.time().certainlyAfter(denial.time())
                                    || winner.supersedes().contains(denial.id()))
                            .isTrue();
                });
            }
        }
    }

    @Property(tries = TRIES)
    void aPartThatIsSilentChangesNothing(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        List<ConsentEvent> events = random.events(6, SHOP);
        ConsentQuery query = random.query().build();
        List<ConsentEvent> more = new ArrayList<>(events);
        more.add(Case.event(EventKind.GIVEN, WEB, Case.ALL, 0)
                .assurance(Assurance.NONE)
                .method(ConsentEvent.Method.SILENCE)
                .build());
        assertThat(decide(query, more).permitted())
                .isEqualTo(decide(query, events).permitted());
    }

    private static boolean isInterest(ConsentEvent event) {
        return event.kind() == EventKind.LEGAL_GROUND_STARTED;
    }

    private static ConsentEvent clock(ConsentEvent grant, Duration tolerance) {
        return ConsentEvent.of(grant.kind(), grant.subject(), grant.scope().purpose())
                .id(grant.id())
                .at(grant.time().asserted())
                .received(grant.time().received())
                .covering(grant.scope().covers())
                .assurance(grant.assurance())
                .clock(tolerance, false)
                .build();
    }

    private static Relevant relevant(ConsentQuery query, List<ConsentEvent> events) {
        return new Relevant(query, "", Case.PURPOSES.find(query.purpose()).orElseThrow(), Case.PURPOSES, events);
    }

    private static void neverPermitsMore(ConsentQuery query, List<ConsentEvent> less, List<ConsentEvent> more) {
        if (!decide(query, less).permitted()) {
            assertThat(decide(query, more).permitted()).isFalse();
        }
    }

    private static Decision decide(ConsentQuery query, Collection<ConsentEvent> events) {
        return Case.ENGINE.decide(query, ConsentHistory.of(events));
    }
}
