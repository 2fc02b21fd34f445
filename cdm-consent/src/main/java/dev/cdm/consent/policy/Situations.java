package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableList;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Fact;
import dev.cdm.consent.pack.Facts;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.policy.PolicyAnalysis.Difference;
import dev.cdm.consent.purpose.Channel;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A finite domain of situations: purposes, channels, ages, kinds of data, states of consent and circumstances. Two packs
 * are compared by deciding all of them.
 */
final class Situations {

    private static final RecordId WHO = new RecordId("example", "person");
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant BEFORE = Instant.parse("2026-01-01T12:00:00Z");
    private static final List<List<String>> DATA =
            ImmutableList.of(ImmutableList.of(), ImmutableList.of("health"), ImmutableList.of("criminal"));
    private static final List<LocalDate> BIRTHS =
            ImmutableList.of(LocalDate.of(1980, 1, 1), LocalDate.of(2012, 1, 1), LocalDate.of(2018, 1, 1));
    private static final List<Facts> FACTS = ImmutableList.of(Facts.none(), all(true), all(false));

    private final Purposes purposes;

    Situations(Purposes purposes) {
        this.purposes = purposes;
    }

    List<Difference> differences(Pack before, Pack after) {
        PolicyEngine first = new PolicyEngine(purposes, ImmutableList.of(before));
        PolicyEngine second = new PolicyEngine(purposes, ImmutableList.of(after));
        Map<String, Difference> found = new LinkedHashMap<>();
        for (Purpose purpose : purposes.all()) {
            for (ConsentQuery query : queries(purpose.id())) {
                for (List<ConsentEvent> events : states(purpose.id(), query)) {
                    ConsentHistory history = ConsentHistory.of(events);
                    Decision old = first.decide(query, history);
                    Decision now = second.decide(query, history);
                    if (old.permitted() != now.permitted()) {
                        found.putIfAbsent(
                                purpose.id() + " " + old.reason() + " " + now.reason(),
                                new Difference(query, events, old.reason(), now.reason()));
                    }
                }
            }
        }
        return ImmutableList.copyOf(found.values());
    }

    private static List<ConsentQuery> queries(PurposeId purpose) {
        List<Optional<Channel>> channels = new ArrayList<>(List.of(Optional.empty()));
        for (Channel channel : Channel.values()) {
            channels.add(Optional.of(channel));
        }
        List<ConsentQuery> queries = new ArrayList<>();
        for (Optional<Channel> channel : channels) {
            for (List<String> data : DATA) {
                for (LocalDate birth : BIRTHS) {
                    for (Facts facts : FACTS) {
                        ConsentQuery.Builder query = ConsentQuery.about(WHO.text(), purpose, NOW)
                                .categories(data)
                                .birthDate(birth)
                                .facts(facts);
                        channel.ifPresent(query::channel);
                        queries.add(query.build());
                    }
                }
            }
        }
        return queries;
    }

    private static List<List<ConsentEvent>> states(PurposeId purpose, ConsentQuery query) {
        List<List<ConsentEvent>> states = new ArrayList<>(List.of(ImmutableList.of()));
        for (Method method : List.of(Method.AFFIRMATIVE, Method.EXPLICIT, Method.WRITTEN)) {
            states.add(ImmutableList.of(given(purpose, query, method, Actor.SELF)));
        }
        states.add(ImmutableList.of(given(purpose, query, Method.EXPLICIT, Actor.GUARDIAN)));
        states.add(ImmutableList.of(
                ConsentEvent.of(EventKind.OPT_OUT, WHO, purpose).at(BEFORE).build()));
        for (LegalBasis basis : LegalBasis.values()) {
            if (basis != LegalBasis.CONSENT) {
                states.add(ImmutableList.of(ConsentEvent.groundStarted(WHO, purpose, basis)
                        .at(BEFORE)
                        .categories(query.categories())
                        .evidence("assessment")
                        .notice("notice@1")
                        .build()));
            }
        }
        return states;
    }

    private static ConsentEvent given(PurposeId purpose, ConsentQuery query, Method method, Actor actor) {
        return ConsentEvent.given(WHO, purpose)
                .at(BEFORE)
                .categories(query.categories())
                .method(method)
                .actor(actor)
                .build();
    }

    private static Facts all(boolean stated) {
        Facts.Builder facts = Facts.builder();
        for (Fact fact : Fact.values()) {
            facts.flag(fact, stated);
        }
        return facts.build();
    }
}
