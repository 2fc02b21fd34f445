package dev.cdm.examples.quickstart;

import dev.cdm.consent.Consents;
import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.view.ProfileView;
import dev.cdm.consent.view.Withheld;
import dev.cdm.core.Customers;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells of what is permitted: a decision with its reasons, a withdrawal, and the view that shrinks. */
final class Telling {

    private static final Instant BEFORE = Instant.parse("2025-06-01T08:00:00Z");
    private static final Instant WITHDRAWN = Instant.parse("2025-06-01T09:00:00Z");
    private static final Instant AFTER = Instant.parse("2025-06-01T10:00:00Z");

    private final Customers customers;
    private final Consents consents;
    private final Screen screen;

    Telling(Customers customers, Consents consents, Screen screen) {
        this.customers = customers;
        this.consents = consents;
        this.screen = screen;
    }

    void decision(RecordId record) {
        screen.title("May we send offers? A decision with its reasons");
        ProfileId profile = profileOf(record);
        show(profile, Uses.MARKETING.id(), BEFORE);
        show(profile, Uses.ANALYTICS.id(), BEFORE);
        screen.line("");
        view(profile, BEFORE);
    }

    /** The person withdraws in the newsletter what was given in the CRM; whether that is new. */
    boolean withdrawal(RecordId record, RecordId elsewhere) {
        screen.title("The same after a withdrawal, which came in through another system");
        ConsentEvent event = ConsentEvent.withdrawn(elsewhere, Uses.MARKETING.id())
                .id("k-withdrawal")
                .at(WITHDRAWN)
                .build();
        boolean fresh = !consents.record(event).isEmpty();
        ProfileId profile = profileOf(record);
        show(profile, Uses.MARKETING.id(), AFTER);
        show(profile, Uses.NEWSLETTER.id(), AFTER);
        screen.line("");
        view(profile, AFTER);
        return fresh;
    }

    private void show(ProfileId profile, PurposeId purpose, Instant at) {
        Decision decision = consents.decide(query(profile, purpose, at));
        screen.line(
                "%s at %s: %s, because %s",
                purpose.text(), at, decision.permitted() ? "yes" : "no", decision.explain(Locale.ENGLISH));
        for (ConsentEvent event : consents.events(profile)) {
            if (decision.events().contains(event.id())) {
                screen.line(
                        "    by %s of %s: %s at %s, notice %s",
                        event.id(),
                        event.subject(),
                        event.kind().name().toLowerCase(Locale.ROOT),
                        event.time().asserted(),
                        event.evidence().notice().isEmpty()
                                ? "-"
                                : event.evidence().notice());
            }
        }
    }

    private void view(ProfileId profile, Instant at) {
        ProfileView view = consents.view(query(profile, Uses.MARKETING.id(), at));
        screen.line("What marketing sees:");
        for (AttributeKey<?> key : Uses.SEEN_BY_MARKETING) {
            view.values(key).forEach(value -> screen.line("    %-9s %s", key.name(), Values.shown(value)));
        }
        if (view.attributeNames().isEmpty()) {
            screen.line("    nothing");
        }
        screen.line("withheld: %s", withheld(view.withheld()));
    }

    private static String withheld(List<Withheld> withheld) {
        return withheld.stream()
                .collect(Collectors.groupingBy(
                        Withheld::reason,
                        TreeMap::new,
                        Collectors.mapping(Withheld::attribute, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " ("
                        + entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")")
                .collect(Collectors.joining("; "));
    }

    private static ConsentQuery query(ProfileId profile, PurposeId purpose, Instant at) {
        ConsentQuery.Builder query = ConsentQuery.about(profile.text(), purpose, at);
        return purpose.equals(Uses.NEWSLETTER.id())
                ? query.channel(Channel.EMAIL).build()
                : query.build();
    }

    private ProfileId profileOf(RecordId record) {
        return customers.read(work -> customers.profileOf(record, work)).orElseThrow();
    }
}
