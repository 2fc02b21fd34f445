package dev.cdm.consent.ledger;

import dev.cdm.consent.ledger.ConsentEvent.Evidence;
import dev.cdm.consent.ledger.ConsentEvent.Scope;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.internal.ContentHash;
import java.util.Collection;
import java.util.List;

/** The hash of what an event says, without the time at which we received it: the same row again is the same event. */
final class EventHash {

    private EventHash() {}

    static String of(ConsentEvent event) {
        Scope scope = event.scope();
        Evidence evidence = event.evidence();
        ContentHash hash = new ContentHash()
                .add(event.kind().name())
                .add(event.subject().text())
                .add(event.assurance().name())
                .add(event.basis().map(Enum::name).orElse(""))
                .add(scope.purpose().text());
        all(hash, scope.covers().stream().map(purpose -> purpose.text()).toList());
        all(hash, scope.categories());
        hash.add(scope.channel() == null ? "" : scope.channel().name())
                .add(scope.contactPoint())
                .add(scope.controller())
                .add(scope.regime())
                .add(evidence.notice())
                .add(evidence.locale())
                .add(evidence.method().name())
                .add(evidence.actor().name())
                .add(evidence.hash())
                .add(event.time().asserted().toString())
                .add(event.time().source())
                .add(event.time().seq());
        all(hash, event.supersedes());
        return hash.add(event.expires().map(Object::toString).orElse("")).finish();
    }

    private static void all(ContentHash hash, Collection<String> texts) {
        List<String> sorted = texts.stream().sorted(CodePoints.ORDER).toList();
        hash.add(sorted.size());
        sorted.forEach(hash::add);
    }
}
