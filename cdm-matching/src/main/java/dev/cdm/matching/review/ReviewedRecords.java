package dev.cdm.matching.review;

import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.UnitOfWork;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The records that people are asked about, where they are kept. Thread-safe. */
public interface ReviewedRecords {

    /**
     * {@return what was read in one snapshot}
     *
     * @param work reads
     * @param <R> the type of what is read
     */
    <R> R read(Function<? super UnitOfWork, R> work);

    /**
     * {@return what came of a unit of work that is kept as a whole or not at all}
     *
     * @param work reads and writes; run again if another one was faster
     * @param <R> the type of what comes of it
     */
    <R> R write(Function<? super UnitOfWork, R> work);

    /**
     * {@return the profile of a record, if the record is known}
     *
     * @param record the record
     * @param work the unit of work
     */
    Optional<ProfileId> profileOf(RecordId record, UnitOfWork work);

    /** {@return the time} */
    Instant now();
}
