package dev.cdm.core.identity;

import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.IdentifierType;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.SourceRecordBuilder;
import dev.cdm.core.model.Sourced;
import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.value.AttributeValue;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds the observations of one record id into what the record is now.
 *
 * <p>They are taken by asserted time (time of receipt, if the source asserts none), version and observation id. A
 * snapshot replaces everything, a patch the attributes and the types of identifiers it names, a deletion leaves a record
 * without values. So the result is a function of the set of observations.
 */
final class Fold {

    /** The order in which observations are taken. */
    static final Comparator<SourceRecord> ORDER = Comparator.comparing(Fold::place);

    private Fold() {}

    /** All observations of a record, in order. */
    static List<SourceRecord> observations(Desk desk, RecordId record) {
        return Desk.about(desk.work.log(IdentityKinds.RECORDS), record).stream()
                .sorted(ORDER)
                .toList();
    }

    /** Where an observation stands among those of its record. */
    static Place place(SourceRecord observed) {
        return place(observed, observed.observationId());
    }

    /** Where the last observation in a folded record stands. */
    static Place place(SourceRecord folded, String lastObservation) {
        return new Place(time(folded), folded.version(), lastObservation);
    }

    /** When a record says what it says: the asserted time, or that of receipt if there is none. */
    static Instant time(SourceRecord record) {
        Instant received = record.provenance().receivedAt();
        return record.provenance().observedAt().orElse(received);
    }

    /**
     * The record after more observations.
     *
     * @param former the record before, or null if there was none
     * @param observations later ones, in order; at least one
     */
    static SourceRecord fold(@Nullable SourceRecord former, Collection<SourceRecord> observations) {
        SourceRecord state = former;
        for (SourceRecord observed : observations) {
            state = observed.kind() == ObservationKind.PATCH ? patched(state, observed) : whole(observed);
        }
        if (state == null) {
            throw new IllegalArgumentException("`observations` must not be empty");
        }
        return state;
    }

    private static SourceRecord whole(SourceRecord observed) {
        if (observed.kind() == ObservationKind.SNAPSHOT) {
            return observed;
        }
        return SourceRecord.builder(observed.recordId(), observed.provenance())
                .kind(ObservationKind.DELETION)
                .version(observed.version())
                .build();
    }

    private static SourceRecord patched(@Nullable SourceRecord state, SourceRecord patch) {
        SourceRecordBuilder builder =
                SourceRecord.builder(patch.recordId(), patch.provenance()).version(patch.version());
        if (state != null) {
            keep(state, patch, builder);
        }
        patch.values().forEach(value -> add(builder, value));
        patch.identifiers().forEach(builder::identifier);
        patch.problems().forEach(builder::problem);
        return builder.build();
    }

    private static void keep(SourceRecord state, SourceRecord patch, SourceRecordBuilder builder) {
        Set<String> named =
                patch.values().stream().map(value -> value.key().name()).collect(ImmutableSet.toImmutableSet());
        Set<IdentifierType> types =
                patch.identifiers().stream().map(Identifier::type).collect(ImmutableSet.toImmutableSet());
        Set<String> fields = patch.problems().stream().map(ValueProblem::field).collect(ImmutableSet.toImmutableSet());
        state.values().stream()
                .filter(value -> !named.contains(value.key().name()))
                .forEach(value -> add(builder, value));
        state.identifiers().stream()
                .filter(identifier -> !types.contains(identifier.type()))
                .forEach(builder::identifier);
        state.problems().stream()
                .filter(problem -> !fields.contains(problem.field()) && !named.contains(problem.field()))
                .forEach(builder::problem);
    }

    private static <V extends AttributeValue> void add(SourceRecordBuilder builder, Sourced<V> value) {
        builder.value(
                value.key(), value.value(), value.provenance(), value.rawText().orElse(null));
    }

    /** Asserted time, version and id of an observation; versions that are numbers come first and count as numbers. */
    record Place(Instant time, String version, String observation) implements Comparable<Place> {

        private static final Comparator<Place> PARTS = Comparator.comparing(Place::time)
                .thenComparing(place -> number(place.version), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Place::version, CodePoints.ORDER)
                .thenComparing(Place::observation, CodePoints.ORDER);

        @Override
        public int compareTo(Place other) {
            return PARTS.compare(this, other);
        }

        private static @Nullable BigInteger number(String version) {
            boolean digits = !version.isEmpty()
                    && version.length() <= 40
                    && version.chars().allMatch(unit -> unit >= '0' && unit <= '9');
            return digits ? new BigInteger(version) : null;
        }
    }
}
