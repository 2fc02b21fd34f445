package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableList;
import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.pack.Obligation;
import dev.cdm.consent.pack.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The pauses that rules demand after a refusal, and whether a question that asks is a message that needs permission. */
final class Pauses {

    private final ConsentQuery query;
    private final List<PackReading> readings;

    Pauses(ConsentQuery query, List<PackReading> readings) {
        this.query = query;
        this.readings = readings;
    }

    /** Those rules that take a question by the channel for a message which must be permitted itself. */
    List<String> messages() {
        boolean byMessage = query.channel().filter(Channel::electronicMessage).isPresent();
        return byMessage
                ? ids(rules(rule -> rule.obligations().contains(Obligation.ASK_ONLY_AS_PERMITTED)))
                : ImmutableList.of();
    }

    /** Whether the person may be asked after a refusal; without one, at once. */
    Asking after(Optional<Instant> refusal) {
        return refusal.map(this::after).orElse(new Asking(true, query.effectiveAt(), ImmutableList.of()));
    }

    private Asking after(Instant refusal) {
        List<Rule> pauses = rules(rule -> rule.pauseAfter(refusal, query.zone()).isAfter(query.effectiveAt()));
        Instant from = pauses.stream()
                .map(rule -> rule.pauseAfter(refusal, query.zone()))
                .max(Instant::compareTo)
                .orElse(query.effectiveAt());
        return new Asking(pauses.isEmpty(), from, ids(pauses));
    }

    private List<Rule> rules(Predicate<Rule> which) {
        return readings.stream()
                .flatMap(reading -> reading.open(which).stream())
                .toList();
    }

    private static List<String> ids(List<Rule> rules) {
        return rules.stream().map(Rule::id).toList();
    }
}
