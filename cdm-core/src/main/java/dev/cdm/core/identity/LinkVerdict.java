package dev.cdm.core.identity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.identity.LinkEvent.RefusedEdge;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A steward's word on two records. It stands until it is lifted, and no rule of the engine overrides it; only the
 * {@linkplain dev.cdm.core.permission.LinkGate gate} outranks it.
 *
 * @param kind what it says
 * @param first the record whose id comes first by code point
 * @param second the other record
 * @param act who said it, why and when
 */
public record LinkVerdict(Kind kind, RecordId first, RecordId second, Act act) {

    /** What a verdict says of its two records. */
    public enum Kind {
        /** They are one person, whatever the limits of identifiers say. */
        MUST_LINK,
        /** They are two persons, and no chain of links may bring them together. */
        CANNOT_LINK
    }

    /** Puts the two records in order. */
    public LinkVerdict {
        Checks.require(!first.equals(second), "second", "must be another record than `first`");
        if (first.compareTo(second) > 0) {
            RecordId later = first;
            first = second;
            second = later;
        }
    }

    /** {@return the id: a hash of kind, records, actor and time, 27 characters} */
    public String id() {
        return new ContentHash()
                .add(kind.name())
                .add(first.text())
                .add(second.text())
                .add(act.actor())
                .add(act.at().toString())
                .finish();
    }

    /**
     * {@return the record on the other side}
     *
     * @param record one of the two records
     */
    public RecordId other(RecordId record) {
        return record.equals(first) ? second : first;
    }

    @Override
    public String toString() {
        return "LinkVerdict[" + kind + " " + first + " " + second + " by " + act.actor() + "]";
    }

    /**
     * What a separation did.
     *
     * @param lifted the must-links it lifted
     * @param pinned the cannot-links it gave
     */
    public record Separation(List<LinkVerdict> lifted, List<LinkVerdict> pinned) {

        /** Copies the verdicts. */
        public Separation {
            lifted = ImmutableList.copyOf(lifted);
            pinned = ImmutableList.copyOf(pinned);
        }
    }

    /**
     * What an act of a steward would do.
     *
     * @param before the profiles it touches, changed or not, with their records; by id in code-point order
     * @param after the profiles there would be in their place; an id that is missing here would redirect
     * @param given the verdicts it would give; empty if they stand already
     * @param lifted the verdicts it would lift
     * @param refused the links that would not be made, and why
     */
    public record Preview(
            Map<ProfileId, Set<RecordId>> before,
            Map<ProfileId, Set<RecordId>> after,
            List<LinkVerdict> given,
            List<LinkVerdict> lifted,
            List<RefusedEdge> refused) {

        /** Copies the parts. */
        public Preview {
            before = ImmutableMap.copyOf(before);
            after = ImmutableMap.copyOf(after);
            given = ImmutableList.copyOf(given);
            lifted = ImmutableList.copyOf(lifted);
            refused = ImmutableList.copyOf(refused);
        }
    }

    /** A verdict was refused, because verdicts that stand say the contrary. Lift one of them first. */
    public static class ContradictionException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        private final transient LinkVerdict refused;
        private final transient ImmutableList<LinkVerdict> standing;

        /**
         * Creates the exception.
         *
         * @param refused the verdict that was not given
         * @param standing the verdicts that together say the contrary, at least one
         */
        public ContradictionException(LinkVerdict refused, List<LinkVerdict> standing) {
            super("the verdict `" + refused + "` contradicts: "
                    + standing.stream().map(LinkVerdict::toString).collect(Collectors.joining(", ")));
            this.refused = refused;
            this.standing = ImmutableList.copyOf(standing);
        }

        /** {@return the verdict that was not given} */
        public LinkVerdict refused() {
            return refused;
        }

        /** {@return the verdicts that together say the contrary} */
        public List<LinkVerdict> standing() {
            return standing;
        }
    }
}
