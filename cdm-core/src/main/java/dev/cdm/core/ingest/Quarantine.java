package dev.cdm.core.ingest;

import com.google.common.collect.ImmutableSet;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Kinds;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.UnitOfWork;
import java.util.Collection;
import java.util.List;

/**
 * The records that were kept aside. They belong to no profile; erasing a person erases theirs.
 *
 * <p>For the thread and the unit of work it was made for.
 */
public final class Quarantine {

    /** The records kept aside, by the hash of their content. */
    public static final LogKind<QuarantinedRecord> QUARANTINE = LogKind.named("quarantine", QuarantinedRecord.class)
            .index("system", kept -> List.of(kept.record().recordId().system()))
            .subjects(kept -> List.of(kept.record().recordId().text()))
            .keyedBy(QuarantinedRecord::id);

    /** The kind of this room, for preparation. */
    public static final class Stored implements Kinds {

        /** Created by the service loader, or by a host that hands kinds over. */
        public Stored() {}

        @Override
        public List<Kind<?>> all() {
            return List.of(QUARANTINE);
        }
    }

    private final UnitOfWork work;

    private Quarantine(UnitOfWork work) {
        this.work = work;
    }

    /**
     * {@return the quarantine of a unit of work}
     *
     * @param work a unit of work of a storage for which {@link #QUARANTINE} was prepared
     */
    public static Quarantine in(UnitOfWork work) {
        return new Quarantine(work);
    }

    /**
     * {@return the records of a source system that are kept aside, in an order that never changes}
     *
     * @param system the id of the source system
     * @param after {@link Cursor#START} or the cursor of the former page
     * @param limit the most records to return, from 1
     */
    public Page<QuarantinedRecord> of(String system, Cursor after, int limit) {
        return work.log(QUARANTINE).by("system", system, after, limit);
    }

    /**
     * Drops records for good, for instance after they were corrected and received again. The same row received once more
     * is not kept again.
     *
     * @param ids the ids
     * @return how many there were
     */
    public int discard(Collection<String> ids) {
        return work.log(QUARANTINE).erase(ImmutableSet.copyOf(ids));
    }

    void keep(List<QuarantinedRecord> records) {
        work.log(QUARANTINE).append(records);
    }
}
