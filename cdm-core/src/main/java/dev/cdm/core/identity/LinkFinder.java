package dev.cdm.core.identity;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.storage.UnitOfWork;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Finds links that no shared identifier tells, such as those of a statistical model. Thread-safe.
 *
 * <p>Whether two records are compared, and with what score, must depend on the two and on the finder alone; the links
 * among records on their scored pairs and on what is said about them, never on the order of arrival. What a finder keeps
 * in memory is a cache: it can be made anew from the states of the records, follows what other processes commit, and
 * keeps nothing of a unit of work that was rolled back.
 *
 * <p>Its links rank last: a gate, a cannot-link and the limits of identifiers hold for them, and what must-links and shared
 * identifiers link is linked before. A record whose source deleted it has none.
 */
public interface LinkFinder {

    /**
     * {@return what the links depend on beside the records, such as the version of a model; it is part of the evidence of
     * each link, and another version calls for a re-evaluation of all records}
     */
    String version();

    /**
     * {@return the records as a unit of work sees them: what was committed before, and what was put since} The same
     * unit of work gets the same view.
     *
     * <p>A view that is new knows at least the observations that the feed of their log shows at that moment. It may know
     * records that the unit of work does not see, or that are erased: they are left out.
     *
     * @param work the unit of work
     */
    View in(UnitOfWork work);

    /** Records as one unit of work sees them. Belongs to that unit of work and its thread. */
    interface View {

        /**
         * Takes in what records say now; called for every record whose state changed in the unit of work, before
         * neighbours are asked for. A state may be the one known already.
         *
         * @param current the states
         */
        void put(Collection<SourceRecord> current);

        /**
         * Forgets records, because their source deleted them or they were erased.
         *
         * @param gone the records, known or not
         */
        void remove(Collection<RecordId> gone);

        /**
         * {@return the records that have a scored pair with one of some records, whether they would be joined or not}
         *
         * @param records the records; unknown ones have none
         */
        Set<RecordId> neighbours(Collection<RecordId> records);

        /**
         * {@return links that hold records together, the best first and ties in the order of the records: a spanning forest
         * of the clusters} They are tried in this order, and one that a limit of identifiers forbids is not made. A pair that
         * {@code mayMeet} itself forbids may be among them: it is refused, and the ledger keeps a trace of it.
         *
         * @param records the records, with all their neighbours; some may be unknown to the view
         * @param certain pairs that are linked already, whatever their score
         * @param mayMeet whether two records may be in one cluster: asks the gate and the cannot-links; symmetric. To be
         *     asked before a field of the two is compared, unless they were compared before
         */
        List<Link> links(Set<RecordId> records, Collection<Pair> certain, BiPredicate<RecordId, RecordId> mayMeet);
    }

    /**
     * Two records.
     *
     * @param first the first of the two in the order of record ids
     * @param second the other one
     */
    record Pair(RecordId first, RecordId second) {

        /** Checks the order. */
        public Pair {
            Checks.require(first.compareTo(second) < 0, "second", "must come after first", second);
        }

        /**
         * {@return the pair of two records}
         *
         * @param one a record
         * @param other another record
         */
        public static Pair of(RecordId one, RecordId other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /**
     * A link that was found.
     *
     * @param pair the two records
     * @param weight the match weight in bits: the binary logarithm of the odds that the two are one person
     */
    record Link(Pair pair, double weight) {}
}
