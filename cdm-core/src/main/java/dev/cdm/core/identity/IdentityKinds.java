package dev.cdm.core.identity;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.identity.Partition.AppliedRules;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.IdentifierType;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Kinds;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.TableKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the identity room keeps. The records below are stored bodies: hosts read them through {@link Partition}.
 *
 * <p>Keys and index values never hold an identifier in clear: they hold {@link #hash}es.
 */
public final class IdentityKinds implements Kinds {

    /** Every observation, by observation id. */
    public static final LogKind<SourceRecord> RECORDS = LogKind.named("source_record", SourceRecord.class)
            .subjects(observed -> List.of(observed.recordId().text()))
            .keyedBy(SourceRecord::observationId);

    /** Every record id ever seen. Erasing an entry leaves the tombstone that keeps the person's records refused. */
    public static final LogKind<Sighting> RECORD_IDS = LogKind.named("record_id", Sighting.class)
            .subjects(sighting -> List.of(sighting.record().text()))
            .keyedBy(sighting -> sighting.record().text());

    /** The ledger; the index {@code profile} finds the events of a profile id. */
    public static final LogKind<LinkEvent> LINK_EVENTS = LogKind.named("link_event", LinkEvent.class)
            .version(2)
            .index(
                    "profile",
                    event -> event.profiles().stream().map(ProfileId::text).toList())
            .subjects(event -> texts(event.records()))
            .keyedBy(LinkEvent::id);

    /** The current state of every record; the index {@code identifier} holds the hashes of its identifiers, as they are and as they are compared. */
    public static final TableKind<RecordState> RECORD_STATES = TableKind.named("record_state", RecordState.class)
            .index(
                    "identifier",
                    state -> Stream.concat(
                                    state.current().identifiers().stream().map(IdentityKinds::hash),
                                    state.linking().stream())
                            .distinct()
                            .toList())
            .subjects(state -> List.of(state.current().recordId().text()))
            .rebuildable()
            .keyedBy(state -> state.current().recordId().text());

    /** Which profile every record belongs to; the index {@code profile} finds the members. */
    public static final TableKind<Membership> MEMBERSHIPS = TableKind.named("membership", Membership.class)
            .index("profile", membership -> List.of(membership.profile().text()))
            .subjects(membership -> List.of(membership.record().text()))
            .keyedBy(membership -> membership.record().text());

    /** One head for every profile id ever given. Its version grows with every change of the profile or a member. */
    public static final TableKind<ProfileHead> PROFILE_HEADS = TableKind.named("profile_head", ProfileHead.class)
            .subjects(head ->
                    head.born() == null ? List.of() : List.of(head.born().text()))
            .keyedBy(head -> head.profile().text());

    /** Who carries an identifier that links. */
    public static final TableKind<IdentifierUse> IDENTIFIERS = TableKind.named("identifier", IdentifierUse.class)
            .subjects(use -> texts(use.records()))
            .rebuildable()
            .keyedBy(IdentifierUse::key);

    /** The standing verdicts. */
    public static final TableKind<LinkVerdict> VERDICTS = TableKind.named("link_verdict", LinkVerdict.class)
            .subjects(
                    verdict -> List.of(verdict.first().text(), verdict.second().text()))
            .keyedBy(LinkVerdict::id);

    /** Under which rules and up to which observation the partition was computed as a whole; one document. */
    public static final TableKind<AppliedRules> RULES = TableKind.named("applied_rules", AppliedRules.class)
            .version(2)
            .subjects(rules -> List.of())
            .keyedBy(rules -> AppliedRules.KEY);

    private static final ImmutableList<Kind<?>> ALL = ImmutableList.of(
            RECORDS, RECORD_IDS, LINK_EVENTS, RECORD_STATES, MEMBERSHIPS, PROFILE_HEADS, IDENTIFIERS, VERDICTS, RULES);

    /** For {@link java.util.ServiceLoader} and for handing over. */
    public IdentityKinds() {}

    @Override
    public List<Kind<?>> all() {
        return ALL;
    }

    /**
     * {@return the hash under which an identifier is kept, 27 characters}
     *
     * @param identifier the identifier
     */
    public static String hash(Identifier identifier) {
        return new ContentHash()
                .add(identifier.type().name())
                .add(identifier.value())
                .finish();
    }

    private static List<String> texts(Collection<RecordId> records) {
        return records.stream().map(RecordId::text).toList();
    }

    /**
     * That a record id was seen.
     *
     * @param record the record
     * @param at when first
     */
    public record Sighting(RecordId record, Instant at) {}

    /**
     * What all observations of a record id together say.
     *
     * @param current the record as it is now: the last snapshot with all later patches, without values if it was deleted
     * @param lastObservation the id of the last observation in it, by asserted time, version and id
     * @param linking the hashes under which the record is registered in {@link #IDENTIFIERS}
     */
    public record RecordState(SourceRecord current, String lastObservation, List<String> linking) {

        /** Copies the hashes. */
        public RecordState {
            linking = ImmutableList.copyOf(linking);
        }

        @Override
        public String toString() {
            return "RecordState[" + current + "]";
        }
    }

    /**
     * Which profile a record belongs to.
     *
     * @param record the record
     * @param birth the profile id it got when it was first seen
     * @param bornAt when that was
     * @param profile the profile it belongs to now
     * @param revision the number of assignments so far, from 1
     * @param verdicts the ids of the standing verdicts on the record
     */
    public record Membership(
            RecordId record, ProfileId birth, Instant bornAt, ProfileId profile, long revision, List<String> verdicts) {

        /** Checks the revision and copies the verdicts. */
        public Membership {
            Checks.require(revision >= 1, "revision", "must be 1 or more", revision);
            verdicts = ImmutableList.copyOf(verdicts);
        }

        Membership withVerdicts(Collection<String> ids) {
            return new Membership(record, birth, bornAt, profile, revision, ImmutableList.copyOf(ids));
        }

        Membership movedTo(ProfileId other) {
            return new Membership(record, birth, bornAt, other, revision + 1, verdicts);
        }
    }

    /**
     * What a profile id stands for.
     *
     * @param profile the profile id
     * @param born the record whose birth id it is; {@code null} after its erasure
     */
    public record ProfileHead(ProfileId profile, @Nullable RecordId born) {}

    /**
     * Which records carry an identifier.
     *
     * @param key the hash of the identifier
     * @param type its type
     * @param records carriers, complete as long as there are no more than {@code count} says; at most 50
     * @param count how many records carry it
     */
    public record IdentifierUse(String key, IdentifierType type, List<RecordId> records, int count) {

        /** Copies the records. */
        public IdentifierUse {
            records = ImmutableList.copyOf(records);
        }

        /** {@return whether {@link #records} are all carriers} */
        public boolean complete() {
            return records.size() == count;
        }
    }
}
