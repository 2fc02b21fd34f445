package dev.cdm.core.json;

import dev.cdm.core.audit.ErasureReceipt;
import dev.cdm.core.identity.IdentityKinds.IdentifierUse;
import dev.cdm.core.identity.IdentityKinds.Membership;
import dev.cdm.core.identity.IdentityKinds.ProfileHead;
import dev.cdm.core.identity.IdentityKinds.RecordState;
import dev.cdm.core.identity.IdentityKinds.Sighting;
import dev.cdm.core.identity.LinkEvent;
import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.identity.LinkEvent.Barrier;
import dev.cdm.core.identity.LinkEvent.Cause;
import dev.cdm.core.identity.LinkEvent.Edge;
import dev.cdm.core.identity.LinkEvent.Evidence;
import dev.cdm.core.identity.LinkEvent.Ground;
import dev.cdm.core.identity.LinkVerdict;
import dev.cdm.core.identity.Partition.AppliedRules;
import dev.cdm.core.ingest.QuarantinedRecord;
import dev.cdm.core.model.IdentifierType;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RawField;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.Records;
import dev.cdm.core.model.SourcePosition;
import dev.cdm.core.schema.DataCategory;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.timeline.Event;
import dev.cdm.core.timeline.EventType;
import dev.cdm.core.validate.Violation;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.Values;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of facts of every kind. */
final class Facts {

    private Facts() {}

    /** Facts of a kind. */
    static Arbitrary<?> of(Kind<?> kind) {
        return Objects.requireNonNull(byName().get(kind.name()), () -> "no generator for " + kind);
    }

    private static Map<String, Arbitrary<?>> byName() {
        return Map.ofEntries(
                Map.entry("source_record", Records.all()),
                Map.entry("record_state", states()),
                Map.entry(
                        "record_id",
                        Combinators.combine(recordIds(), Values.instants()).as(Sighting::new)),
                Map.entry("membership", memberships()),
                Map.entry(
                        "profile_head",
                        Combinators.combine(profileIds(), recordIds().injectNull(0.3))
                                .as(ProfileHead::new)),
                Map.entry("identifier", uses()),
                Map.entry(
                        "applied_rules",
                        Combinators.combine(Values.texts(), Values.instants(), Values.texts())
                                .as(AppliedRules::new)),
                Map.entry("link_event", linkEvents()),
                Map.entry("link_verdict", verdicts()),
                Map.entry("event", events()),
                Map.entry("quarantine", quarantined()),
                Map.entry("erasure", receipts()));
    }

    private static Arbitrary<QuarantinedRecord> quarantined() {
        Arbitrary<Violation> problems = Combinators.combine(
                        Values.texts(), Arbitraries.of(ProblemSeverity.class), Values.texts(), Values.texts())
                .as(Violation::new);
        return Combinators.combine(
                        recordIds(),
                        Combinators.combine(Values.texts(), Values.texts())
                                .as(RawField::new)
                                .list()
                                .ofMaxSize(4),
                        problems.list().ofMaxSize(3),
                        Values.instants(),
                        Arbitraries.integers().between(0, 7))
                .as(Facts::quarantined);
    }

    private static QuarantinedRecord quarantined(
            RecordId id, List<RawField> fields, List<Violation> problems, Instant at, int choices) {
        RawRecord.Builder raw = RawRecord.builder(id).version("v" + choices);
        fields.forEach(field -> raw.field(field.name(), field.text()));
        if ((choices & 1) != 0) {
            raw.assertedAt(at.minusNanos(1));
        }
        if ((choices & 2) != 0) {
            raw.position(new SourcePosition("crm.csv", choices));
        }
        if ((choices & 4) != 0) {
            raw.deleted();
        }
        return new QuarantinedRecord(raw.build(), problems, at);
    }

    private static Arbitrary<ErasureReceipt> receipts() {
        return Combinators.combine(
                        Values.texts(),
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.maps(Values.texts(), Arbitraries.integers().greaterOrEqual(0))
                                .ofMaxSize(4),
                        Values.texts(),
                        Arbitraries.oneOf(Arbitraries.just(""), Values.texts()),
                        Values.instants())
                .as((person, records, erased, actor, reason, at) ->
                        new ErasureReceipt(person, records, erased, 0, actor, reason, at));
    }

    private static Arbitrary<RecordId> recordIds() {
        return Combinators.combine(Arbitraries.of("crm", "shop"), Values.texts())
                .as(RecordId::new);
    }

    private static Arbitrary<ProfileId> profileIds() {
        return Values.texts().map(ProfileId::new);
    }

    private static Arbitrary<List<String>> lists() {
        return Values.texts().list().ofMaxSize(3);
    }

    private static Arbitrary<RecordState> states() {
        return Combinators.combine(Records.all(), Values.texts(), lists()).as(RecordState::new);
    }

    private static Arbitrary<Membership> memberships() {
        return Combinators.combine(
                        recordIds(),
                        profileIds(),
                        Values.instants(),
                        profileIds(),
                        Arbitraries.longs().between(1, Long.MAX_VALUE),
                        lists())
                .as(Membership::new);
    }

    private static Arbitrary<IdentifierUse> uses() {
        return Combinators.combine(
                        Values.texts(),
                        Values.texts().map(IdentifierType::new),
                        recordIds().list().ofMaxSize(3),
                        Arbitraries.integers().greaterOrEqual(0))
                .as(IdentifierUse::new);
    }

    private static Arbitrary<Act> acts() {
        return Combinators.combine(
                        Values.texts(), Arbitraries.oneOf(Arbitraries.just(""), Values.texts()), Values.instants())
                .as(Act::new);
    }

    private static Arbitrary<LinkVerdict> verdicts() {
        return Combinators.combine(
                        Arbitraries.of(LinkVerdict.Kind.class),
                        recordIds().list().ofSize(2).uniqueElements(),
                        acts())
                .as((kind, records, act) -> new LinkVerdict(kind, records.get(0), records.get(1), act));
    }

    private static Arbitrary<LinkEvent> linkEvents() {
        Arbitrary<Evidence> evidence = Combinators.combine(
                        Arbitraries.of(Ground.class), Values.texts(), profileIds(), weights())
                .as((ground, detail, other, weight) -> new Evidence(ground, detail, other, of(ground, weight)));
        Arbitrary<LinkEvent> moved = Combinators.combine(
                        recordIds(),
                        profileIds(),
                        Arbitraries.longs().greaterOrEqual(2),
                        profileIds(),
                        profileIds(),
                        Arbitraries.of(Cause.class),
                        evidence.list().ofMaxSize(2),
                        acts())
                .as(LinkEvent.Moved::new);
        return Arbitraries.oneOf(
                moved,
                Combinators.combine(recordIds(), profileIds(), acts()).as(LinkEvent.Born::new),
                Combinators.combine(verdicts(), acts()).as(LinkEvent.VerdictLifted::new),
                verdicts().map(LinkEvent.VerdictGiven::new),
                Combinators.combine(refusedEdges(), acts()).as(LinkEvent.Refused::new),
                Combinators.combine(profileIds(), acts()).as(LinkEvent.Erased::new));
    }

    private static Arbitrary<Double> weights() {
        return Arbitraries.doubles().between(-100, 100);
    }

    private static double of(Ground ground, double weight) {
        return ground == Ground.SCORED ? weight : 0;
    }

    private static Arbitrary<LinkEvent.RefusedEdge> refusedEdges() {
        Arbitrary<Edge> edges = Combinators.combine(
                        recordIds(), recordIds(), Arbitraries.of(Ground.class), Values.texts(), weights())
                .as((first, second, ground, detail, weight) ->
                        new Edge(first, second, ground, detail, of(ground, weight)));
        return Combinators.combine(edges, Arbitraries.of(Barrier.class), Values.texts())
                .as(LinkEvent.RefusedEdge::new);
    }

    private static Arbitrary<Event> events() {
        Instant first = Instant.parse("0001-01-01T00:00:00Z");
        Arbitrary<EventType> types = Combinators.combine(
                        Values.texts(), Arbitraries.of(DataCategory.class), Values.texts())
                .as(EventType::new);
        return Combinators.combine(
                        recordIds(),
                        types,
                        Values.instants().filter(time -> !time.isBefore(first)),
                        Values.instants(),
                        Arbitraries.oneOf(Arbitraries.just(""), Values.texts()),
                        Arbitraries.oneOf(Arbitraries.just(""), Values.texts()),
                        Arbitraries.maps(Values.texts(), Values.all()).ofMaxSize(5))
                .as(Facts::event);
    }

    private static Event event(
            RecordId recordId,
            EventType type,
            Instant occurred,
            Instant received,
            String channel,
            String reference,
            Map<String, AttributeValue> properties) {
        Event.Builder builder = Event.builder(recordId, type, occurred, received)
                .channel(channel)
                .reference(reference);
        properties.forEach(builder::property);
        return builder.build();
    }
}
