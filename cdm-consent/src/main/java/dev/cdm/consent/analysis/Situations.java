package dev.cdm.consent.analysis;

import com.google.common.collect.ImmutableList;
import dev.cdm.consent.analysis.PolicyAnalysis.Difference;
import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import dev.cdm.consent.ledger.ConsentEventBuilder;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Fact;
import dev.cdm.consent.pack.Facts;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.policy.PolicyEngine;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finite domain of situations: purposes, the regions, ages, channels and grounds that the packs tell apart, kinds of
 * data, states of consent and circumstances. Two packs are compared by deciding all of them.
 */
final class Situations {

    private static final RecordId WHO = new RecordId("example", "person");
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant BEFORE = Instant.parse("2026-01-01T12:00:00Z");
    private static final List<List<String>> DATA =
            ImmutableList.of(ImmutableList.of(), ImmutableList.of("health"), ImmutableList.of("criminal"));
    private static final List<Facts> FACTS = ImmutableList.of(Facts.none(), all(true), all(false));

    private final Purposes purposes;
    private final PolicyEngine first;
    private final PolicyEngine second;
    private final Distinctions distinctions;

    Situations(Purposes purposes, Pack before, Pack after) {
        this.purposes = purposes;
        this.first = new PolicyEngine(purposes, ImmutableList.of(before));
        this.second = new PolicyEngine(purposes, ImmutableList.of(after));
        this.distinctions = new Distinctions(before, after, LocalDate.ofInstant(NOW, ZoneOffset.UTC));
    }

    List<Difference> differences() {
        Map<String, Difference> found = new LinkedHashMap<>();
        for (Purpose purpose : purposes.all()) {
            for (List<String> data : DATA) {
                List<ConsentHistory> states = states(purpose, data);
                for (ConsentQuery query : queries(purpose.id(), data)) {
                    states.forEach(state -> compare(query, state, found));
                }
            }
        }
        return ImmutableList.copyOf(found.values());
    }

    private void compare(ConsentQuery query, ConsentHistory history, Map<String, Difference> found) {
        Decision old = first.decide(query, history);
        Decision now = second.decide(query, history);
        if (old.permitted() != now.permitted()) {
            found.putIfAbsent(
                    query.purpose() + " " + old.reason() + " " + now.reason(),
                    new Difference(query, history.events(), old.reason(), now.reason()));
        }
    }

    private List<ConsentQuery> queries(PurposeId purpose, List<String> data) {
        List<ConsentQuery> queries = new ArrayList<>();
        for (String region : distinctions.regions()) {
            for (LocalDate birth : distinctions.births()) {
                for (Facts facts : FACTS) {
                    ConsentQuery.Builder query = ConsentQuery.about(WHO.text(), purpose, NOW)
                            .categories(data)
                            .region(region)
                            .birthDate(birth)
                            .facts(facts);
                    queries.add(query.build());
                    for (Channel channel : distinctions.channels()) {
                        queries.add(query.channel(channel).build());
                    }
                }
            }
        }
        return queries;
    }

    private List<ConsentHistory> states(Purpose register, List<String> data) {
        PurposeId purpose = register.id();
        List<ConsentHistory> states = new ArrayList<>(List.of(ConsentHistory.empty()));
        for (Method method : List.of(Method.AFFIRMATIVE, Method.EXPLICIT, Method.WRITTEN)) {
            states.add(given(purpose, data, method, Actor.SELF));
        }
        states.add(given(purpose, data, Method.EXPLICIT, Actor.GUARDIAN));
        states.add(state(ConsentEvent.of(EventKind.OPT_OUT, WHO, purpose)));
        for (LegalBasis basis : distinctions.bases(register)) {
            states.add(state(ConsentEvent.groundStarted(WHO, purpose, basis)
                    .categories(data)
                    .evidence("assessment")
                    .notice("notice@1")));
        }
        return states;
    }

    private static ConsentHistory given(PurposeId purpose, List<String> data, Method method, Actor actor) {
        return state(
                ConsentEvent.given(WHO, purpose).categories(data).method(method).actor(actor));
    }

    private static ConsentHistory state(ConsentEventBuilder event) {
        return ConsentHistory.of(ImmutableList.of(event.at(BEFORE).build()));
    }

    private static Facts all(boolean stated) {
        Facts.Builder facts = Facts.builder();
        for (Fact fact : Fact.values()) {
            facts.flag(fact, stated);
        }
        return facts.build();
    }
}
