package dev.cdm.core.identity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger of links. Entries are appended and never changed; they hold ids and codes, no personal data.
 *
 * <p>{@link Born} and {@link Moved} alone give the partition at every moment: the profile of a record is the one that its
 * last such event names. The others say why.
 */
public sealed interface LinkEvent {

    /** {@return the id: a hash of what happened, so that the same happening is kept once} */
    String id();

    /** {@return who did it, why and when} */
    Act act();

    /** {@return the records it tells about; erasing one of them erases the event} */
    default Set<RecordId> records() {
        return ImmutableSet.of();
    }

    /** {@return the profiles it tells about; may be empty} */
    default Set<ProfileId> profiles() {
        return ImmutableSet.of();
    }

    /** {@return what it means for a profile id; empty if it moves no record} */
    default Optional<IdChange> change() {
        return Optional.empty();
    }

    /**
     * A change of one profile id.
     *
     * @param event the id of the entry of the ledger; one entry is one change
     * @param kind what happened
     * @param profile the id it happened to
     * @param other the profile it was merged into, redirects to, or was split from; {@code null} if created or erased
     * @param at when, by the act
     */
    record IdChange(
            String event,
            Kind kind,
            ProfileId profile,
            @Nullable ProfileId other,
            Instant at) {

        /** What may happen to a profile id. */
        public enum Kind {
            /** It was given for the first time. */
            CREATED,
            /** Its profile became part of another one; it redirects there. */
            MERGED_INTO,
            /** It is live again: its records left another profile. */
            SPLIT_FROM,
            /** It redirected before and does still, but elsewhere. */
            REDIRECTED,
            /** The record born under it was erased. */
            ERASED
        }

        private static IdChange of(Moved moved, Instant at) {
            ProfileId id = moved.birth();
            if (id.equals(moved.to())) {
                return new IdChange(moved.id(), Kind.SPLIT_FROM, id, moved.from(), at);
            }
            Kind kind = id.equals(moved.from()) ? Kind.MERGED_INTO : Kind.REDIRECTED;
            return new IdChange(moved.id(), kind, id, moved.to(), at);
        }

        /** {@return the profile it was merged into, redirects to, or was split from} */
        public Optional<ProfileId> otherProfile() {
            return Optional.ofNullable(other);
        }
    }

    /**
     * Who did something, why and when.
     *
     * @param actor the id of a person or system, at most 200 characters
     * @param reason why; a code or words without personal data, or empty
     * @param at when
     */
    record Act(String actor, String reason, Instant at) {

        /** Checks the actor. */
        public Act {
            Checks.notBlank(actor, "actor");
            Checks.require(actor.length() <= 200, "actor", "must have at most 200 characters", actor.length());
        }

        @Override
        public String toString() {
            return "Act[" + actor + " at " + at + "]";
        }
    }

    /** What links two records. */
    enum Ground {
        /** Both carry the same value of a strong identifier; the detail is its type. */
        SHARED_IDENTIFIER,
        /** A steward linked them; the detail is the id of the verdict. */
        MUST_LINK,
        /** A {@linkplain LinkFinder finder} scored them; the detail is its version. */
        SCORED
    }

    /** What keeps two records apart, strongest first. */
    enum Barrier {
        /** The gate refused a pair of records; the detail is its reason. */
        GATE,
        /** A steward parted two records; the detail is the id of the verdict. */
        CANNOT_LINK,
        /** The profile would have too many values of an identifier; the detail is its type. */
        LIMIT
    }

    /**
     * A link between two records.
     *
     * @param first a record
     * @param second another record
     * @param ground what links them
     * @param detail the type of identifier, the id of the verdict or the version of the finder
     * @param weight the match weight in bits of a scored link; 0 of any other, which needs none
     */
    record Edge(RecordId first, RecordId second, Ground ground, String detail, double weight) {

        /** Checks the weight. */
        public Edge {
            checkWeight(ground, weight);
        }

        /**
         * Creates a link that is not scored.
         *
         * @param first a record
         * @param second another record
         * @param ground what links them
         * @param detail the type of identifier or the id of the verdict
         */
        public Edge(RecordId first, RecordId second, Ground ground, String detail) {
            this(first, second, ground, detail, 0);
        }

        /**
         * {@return whether the edge ends at a record}
         *
         * @param record the record
         */
        public boolean touches(RecordId record) {
            return first.equals(record) || second.equals(record);
        }
    }

    /**
     * A link that was not made.
     *
     * @param edge what would have linked two records
     * @param barrier what forbade it
     * @param detail the reason of the gate, the id of the verdict or the type of identifier
     */
    record RefusedEdge(Edge edge, Barrier barrier, String detail) {}

    /** Why the partition was computed again. */
    enum Cause {
        /** Records were received. */
        OBSERVATION,
        /** A steward gave a verdict. */
        VERDICT,
        /** A verdict was lifted. */
        LIFT,
        /** A steward separated records, or took a separation back. */
        SEPARATION,
        /** Another record was erased. */
        ERASURE,
        /** The host asked, after a change of rules or permissions. */
        REEVALUATION
    }

    /**
     * Why a record belongs where it was moved.
     *
     * @param ground what links it
     * @param detail the type of identifier, the id of the verdict or the version of the finder
     * @param other the birth id of the other record: it names nobody once that record is erased
     * @param weight the match weight in bits of a scored link; 0 of any other
     */
    record Evidence(Ground ground, String detail, ProfileId other, double weight) {

        /** Checks the weight. */
        public Evidence {
            checkWeight(ground, weight);
        }
    }

    private static void checkWeight(Ground ground, double weight) {
        Checks.require(Double.isFinite(weight), "weight", "must be finite", weight);
        Checks.require(ground == Ground.SCORED || weight == 0, "weight", "must be 0 of a link that is not scored", weight);
    }

    /**
     * A record was seen for the first time and got a profile id of its own.
     *
     * @param record the record
     * @param profile its birth id
     * @param act who, why and when
     */
    record Born(RecordId record, ProfileId profile, Act act) implements LinkEvent {

        @Override
        public String id() {
            return new ContentHash().add("born").add(record.text()).finish();
        }

        @Override
        public Optional<IdChange> change() {
            return Optional.of(new IdChange(id(), IdChange.Kind.CREATED, profile, null, act.at()));
        }

        @Override
        public Set<RecordId> records() {
            return ImmutableSet.of(record);
        }

        @Override
        public Set<ProfileId> profiles() {
            return ImmutableSet.of(profile);
        }
    }

    /**
     * A record was assigned to another profile.
     *
     * @param record the record
     * @param birth its birth id: where it equals {@code from}, that id is redirected from now on; where it equals
     *     {@code to}, that id is live again
     * @param revision the number of this assignment of the record, from 2; the birth is 1
     * @param from the profile it left
     * @param to the profile it belongs to from now on
     * @param cause why the partition was computed again
     * @param evidence the links that hold the record in its new profile; empty if it stands alone
     * @param act who, why and when
     */
    record Moved(
            RecordId record,
            ProfileId birth,
            long revision,
            ProfileId from,
            ProfileId to,
            Cause cause,
            List<Evidence> evidence,
            Act act)
            implements LinkEvent {

        /** Copies the evidence. */
        public Moved {
            evidence = ImmutableList.copyOf(evidence);
        }

        @Override
        public String id() {
            return new ContentHash()
                    .add("moved")
                    .add(record.text())
                    .add(revision)
                    .finish();
        }

        @Override
        public Optional<IdChange> change() {
            return Optional.of(IdChange.of(this, act.at()));
        }

        @Override
        public Set<RecordId> records() {
            return ImmutableSet.of(record);
        }

        @Override
        public Set<ProfileId> profiles() {
            return ImmutableSet.of(from, to);
        }
    }

    /**
     * A steward gave a verdict.
     *
     * @param verdict the verdict
     */
    record VerdictGiven(LinkVerdict verdict) implements LinkEvent {

        @Override
        public String id() {
            return new ContentHash().add("given").add(verdict.id()).finish();
        }

        @Override
        public Act act() {
            return verdict.act();
        }

        @Override
        public Set<RecordId> records() {
            return ImmutableSet.of(verdict.first(), verdict.second());
        }
    }

    /**
     * A verdict was taken back.
     *
     * @param verdict the verdict
     * @param act who, why and when
     */
    record VerdictLifted(LinkVerdict verdict, Act act) implements LinkEvent {

        @Override
        public String id() {
            return new ContentHash().add("lifted").add(verdict.id()).finish();
        }

        @Override
        public Set<RecordId> records() {
            return ImmutableSet.of(verdict.first(), verdict.second());
        }
    }

    /**
     * A link was refused, for the first time in this way.
     *
     * @param link what was refused and why
     * @param act who, why and when
     */
    record Refused(RefusedEdge link, Act act) implements LinkEvent {

        @Override
        public String id() {
            Edge edge = link.edge();
            return new ContentHash()
                    .add("refused")
                    .add(edge.first().text())
                    .add(edge.second().text())
                    .add(edge.ground().name())
                    .add(edge.detail())
                    .add(link.barrier().name())
                    .add(link.detail())
                    .finish();
        }

        @Override
        public Set<RecordId> records() {
            return ImmutableSet.of(link.edge().first(), link.edge().second());
        }
    }

    /**
     * A record was erased; what stays is its birth id, which names nobody.
     *
     * @param profile the birth id
     * @param act who, why and when
     */
    record Erased(ProfileId profile, Act act) implements LinkEvent {

        @Override
        public String id() {
            return new ContentHash().add("erased").add(profile.text()).finish();
        }

        @Override
        public Optional<IdChange> change() {
            return Optional.of(new IdChange(id(), IdChange.Kind.ERASED, profile, null, act.at()));
        }

        @Override
        public Set<ProfileId> profiles() {
            return ImmutableSet.of(profile);
        }
    }
}
