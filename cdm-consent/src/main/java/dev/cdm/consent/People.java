package dev.cdm.consent;

import dev.cdm.core.Metrics;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.permission.LinkGate;
import dev.cdm.core.permission.UseGate;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.schema.ProfileSchema;
import dev.cdm.core.storage.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What this module needs of the front door of the core. */
interface People {

    <R> R read(Function<? super UnitOfWork, R> work);

    /** Repeats the work on a version conflict. */
    <R> R write(Function<? super UnitOfWork, R> work);

    /** The profile a record belongs to now; empty if it belongs to none. */
    Optional<ProfileId> profileOf(RecordId record, UnitOfWork work);

    /** The records of a profile now; redirected ids resolve, unknown and erased ones have none. */
    Set<RecordId> members(ProfileId profile, UnitOfWork work);

    /** The records that were linked with a record at a time, itself among them; none if it was not seen by then. */
    Set<RecordId> linkedAt(RecordId record, Instant knownAt, UnitOfWork work);

    /** The records of a profile at a time; none if its id was not given by then. */
    Set<RecordId> membersAt(ProfileId profile, Instant knownAt, UnitOfWork work);

    /** Whether a profile id was given once and its person was erased since. */
    boolean erased(ProfileId profile, UnitOfWork work);

    /** Those of some record ids that were erased and stay refused. */
    Set<RecordId> refused(Set<RecordId> records, UnitOfWork work);

    Optional<Profile> profile(ProfileId profile, UnitOfWork work);

    ProfileSchema schema();

    InstantSource clock();

    Metrics metrics();

    void guard(UseGate use, LinkGate link);
}
