package dev.cdm.core.permission;

import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.UnitOfWork;
import java.util.Set;

/**
 * Says whether two records may be compared, linked and kept linked. Thread-safe.
 *
 * <p>Asked inside the caller's unit of work, before any field of the two is compared. A refusal outranks every other
 * rule.
 */
@FunctionalInterface
public interface LinkGate {

    /**
     * {@return whether the two may be linked, and if not why}
     *
     * @param first a record
     * @param second another record
     * @param work the unit of work in which the answer must hold
     */
    Permission mayLink(RecordId first, RecordId second, UnitOfWork work);

    /**
     * {@return those of some records that the gate may refuse in a pair; a pair in which one is missing here is never
     * asked for and counts as permitted}
     *
     * <p>So a gate that concerns few records costs little on large profiles. The default is all of them.
     *
     * @param records the records
     * @param work the unit of work in which the answer must hold
     */
    default Set<RecordId> restricted(Set<RecordId> records, UnitOfWork work) {
        return records;
    }

    /** {@return the gate that lets every pair through} */
    static LinkGate open() {
        return OpenGate.OPEN;
    }
}
