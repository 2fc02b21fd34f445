package dev.cdm.core;

import com.google.common.collect.ImmutableSet;
import dev.cdm.core.audit.ErasureReceipt;
import dev.cdm.core.format.RowReader;
import dev.cdm.core.identity.LinkVerdict;
import dev.cdm.core.identity.LinkVerdict.Separation;
import dev.cdm.core.identity.Partition;
import dev.cdm.core.ingest.IntakeProgress;
import dev.cdm.core.ingest.IntakeReport;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.permission.LinkGate;
import dev.cdm.core.permission.UseGate;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.schema.ProfileSchema;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.timeline.Event;
import dev.cdm.core.timeline.Timeline;
import dev.cdm.core.timeline.TimelineQuery;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The front door to a tenant's customers: records and events come in, profiles come out, and every profile can be
 * explained, merged, separated again, exported and erased. Thread-safe; it keeps nothing in memory.
 *
 * <p>Every call is one unit of work, whole or not at all; {@link #on(Storage)} joins one of the host. It is run again if
 * another came in between, up to the last attempt. Every failure of the store is a {@code StorageException}.
 */
public final class Customers {

    private final Fittings fittings;
    private final Storage storage;
    private final Intake intake;

    Customers(Fittings fittings, Storage storage) {
        this.fittings = fittings;
        this.storage = storage;
        this.intake = new Intake(fittings, storage);
    }

    /**
     * {@return a builder; every part has a default}
     *
     * @param storage where the customers are kept; closed by the caller
     */
    public static CustomersBuilder over(Storage storage) {
        return new CustomersBuilder(storage);
    }

    /**
     * {@return the same front door over another storage, for instance one that joins a transaction of the host} Gates
     * that are installed at one are in force at both. The storage must be prepared, as one that joins is.
     *
     * @param other the storage
     */
    public Customers on(Storage other) {
        return new Customers(fittings, other);
    }

    /**
     * Brings records in: normalises, validates, stores and resolves them. The same record again changes nothing.
     *
     * @param records the records as they came
     * @return what became of each, with every problem
     * @throws IllegalArgumentException if a record's source system is not registered
     */
    public IntakeReport receive(RawRecord... records) {
        return receive(List.of(records));
    }

    /**
     * {@return what {@link #receive(RawRecord...)} returns}
     *
     * @param records the records as they came, all brought in in one unit of work
     */
    public IntakeReport receive(Collection<RawRecord> records) {
        return intake.receive(List.copyOf(records));
    }

    /**
     * Brings the rows of a file in, in units of work of {@value dev.cdm.core.ingest.Ingestor#BATCH} rows, and passes
     * over those it cannot read. An import that broke off is run again as a whole: what is known changes nothing.
     *
     * @param rows the rows; left open
     * @param progress told after each unit of work; to cancel, throw from it
     * @return what was done
     * @throws dev.cdm.core.format.DataFileException if the file cannot be read on
     */
    public IntakeReport receive(RowReader<RawRecord> rows, Consumer<IntakeProgress> progress) {
        return intake.receive(rows, progress);
    }

    /**
     * Appends events. A record id that is new gets a profile of its own; events of erased persons are refused.
     *
     * @param events the events, of registered source systems
     * @return the ids of the events that were new, in their order
     */
    public Set<String> append(Collection<Event> events) {
        return intake.append(List.copyOf(events));
    }

    /**
     * {@return the profile of a record, if it was seen}
     *
     * @param record the record
     */
    public Optional<Profile> profile(RecordId record) {
        return fittings.timed(
                "profile", () -> read(work -> profileOf(record, work).flatMap(profile -> profile(profile, work))));
    }

    /**
     * {@return the profile of an id; that of another id if it was merged, nothing if it was erased or never given}
     *
     * @param id any id that was ever given
     */
    public Optional<Profile> profile(ProfileId id) {
        return fittings.timed("profile", () -> read(work -> profile(id, work)));
    }

    /**
     * {@return what became of a profile id: live, redirected, erased or unknown}
     *
     * @param id any id
     */
    public Partition.Fate resolve(ProfileId id) {
        return read(work -> partition(work).resolve(id));
    }

    /**
     * {@return the profiles of the persons who carry an identifier now, mostly one}
     *
     * @param identifier the identifier, its value in normal form
     */
    public Set<ProfileId> find(Identifier identifier) {
        return read(work -> partition(work).find(identifier));
    }

    /**
     * {@return the profiles of the persons who carry an identifier now, mostly one}
     *
     * @param field the name of an identifying attribute or one of its aliases, such as {@code email}
     * @param text the identifier as somebody wrote it; normalised as at intake
     */
    public Set<ProfileId> find(String field, String text) {
        List<Identifier> identifiers = intake.identifiers(field, text);
        return read(work -> identifiers.stream()
                .flatMap(identifier -> partition(work).find(identifier).stream())
                .collect(ImmutableSet.toImmutableSet()));
    }

    /**
     * {@return a page of the events of a profile, in order of time}
     *
     * @param id any id of the profile
     * @param query which events
     */
    public Page<Event> timeline(ProfileId id, TimelineQuery query) {
        return read(work -> Timeline.in(work).read(members(id, work), query));
    }

    /**
     * {@return a page of the ids of all live profiles, in an order that never changes}
     *
     * @param after {@link Cursor#START} or the cursor of the former page
     * @param limit the most ids to return, from 1
     */
    public Page<ProfileId> profiles(Cursor after, int limit) {
        return read(work -> partition(work).profiles(after, limit));
    }

    /**
     * {@return why the records of a profile are together, and what was kept out}
     *
     * @param id any id of the profile
     */
    public Partition.Explanation explain(ProfileId id) {
        return read(work -> partition(work).explain(id));
    }

    /**
     * {@return what a steward may do beyond the four acts below: pin records, and see beforehand what an act would do}
     *
     * @param who the id of the steward
     * @param why the reason, without personal data, or empty
     */
    public Steward steward(String who, String why) {
        return new Steward(fittings, storage, who, why);
    }

    /** {@return the upkeep of profile ids: their changes for other systems, and linking anew after the rules changed} */
    public Identities identities() {
        return new Identities(fittings, storage);
    }

    /**
     * Says that two records are one person and joins their profiles. The older id stays, the other redirects to it.
     *
     * @param first a record that was seen
     * @param second another one
     * @param who the id of the steward
     * @param why the reason, without personal data, or empty
     * @return what was done, for {@link #unmerge}
     * @throws LinkVerdict.ContradictionException if a standing verdict says the contrary
     * @throws IllegalArgumentException if a record was not seen
     */
    public MergeReceipt merge(RecordId first, RecordId second, String who, String why) {
        return steward(who, why).merge(first, second);
    }

    /**
     * Takes a merge back: both profiles are what they were, and what came later goes where it belongs.
     *
     * @param receipt what the merge did
     * @param who the id of the steward
     * @param why the reason, without personal data, or empty
     * @return whether the merge's verdict still stood
     */
    public boolean unmerge(MergeReceipt receipt, String who, String why) {
        return steward(who, why).unmerge(receipt);
    }

    /**
     * Says that a record is another person than the rest of its profile and takes it out, whatever had linked it. The id
     * of the profile stays with the record that was seen first, be it this one.
     *
     * @param record a record that was seen
     * @param who the id of the steward
     * @param why the reason, without personal data, or empty
     * @return what was done, for {@link #undo}
     * @throws IllegalArgumentException if the record was not seen
     */
    public Separation separate(RecordId record, String who, String why) {
        return steward(who, why).separate(List.of(record));
    }

    /**
     * Takes a separation back.
     *
     * @param separation what it did
     * @param who the id of the steward
     * @param why the reason, without personal data, or empty
     * @throws LinkVerdict.ContradictionException if a verdict given since says the contrary
     */
    public void undo(Separation separation, String who, String why) {
        steward(who, why).undo(separation);
    }

    /**
     * Erases a person: everything that any kind holds about the profile's records. Its ids are erased for ever and the
     * record ids stay refused, so that an old file does not bring the person back.
     *
     * @param id any id of the profile
     * @param who the id of who asked for it
     * @param why the reason, without personal data, or empty
     * @return the receipt, which is stored too; with no records if the id was erased before or never given
     */
    public ErasureReceipt erase(ProfileId id, String who, String why) {
        return timed(
                "erasure",
                work -> new Erasure(fittings, work).erase(id.text(), members(id, work), fittings.act(who, why)));
    }

    /**
     * Erases records of a person, known or not, as one in quarantine only. Other records of their profiles stay.
     *
     * @param records the record ids
     * @param who the id of who asked for it
     * @param why the reason, without personal data, or empty
     * @return the receipt, which is stored too
     */
    public ErasureReceipt erase(Collection<RecordId> records, String who, String why) {
        Set<RecordId> once = ImmutableSet.copyOf(records);
        return timed("erasure", work -> new Erasure(fittings, work).erase("", once, fittings.act(who, why)));
    }

    /**
     * {@return a person as JSON, to hand over (GDPR Art. 15 and 20): golden values with lineage, records and events}
     *
     * @param id any id of the profile
     * @throws IllegalArgumentException if there is no such profile
     */
    public String export(ProfileId id) {
        return read(work -> new Export(fittings, work).json(id));
    }

    /**
     * {@return what the work returned, all read from one snapshot}
     *
     * @param work the work
     * @param <R> the type of the result
     */
    public <R> R read(Function<? super UnitOfWork, R> work) {
        return storage.read(work);
    }

    /**
     * {@return what the work returned, after a successful commit}
     *
     * @param work the work; run again after a version conflict, so it must change nothing outside the storage
     * @param <R> the type of the result
     */
    public <R> R write(Function<? super UnitOfWork, R> work) {
        return fittings.retry.write(storage, work);
    }

    /**
     * {@return the profile a record belongs to, if it was seen}
     *
     * @param record the record
     * @param work the unit of work
     */
    public Optional<ProfileId> profileOf(RecordId record, UnitOfWork work) {
        return partition(work).profileOf(record);
    }

    /**
     * {@return the records of a profile; none if it was erased or never given}
     *
     * @param id any id of the profile
     * @param work the unit of work
     */
    public Set<RecordId> members(ProfileId id, UnitOfWork work) {
        return partition(work).members(id);
    }

    /**
     * {@return the profile of an id, inside a unit of work}
     *
     * @param id any id of the profile
     * @param work the unit of work
     */
    public Optional<Profile> profile(ProfileId id, UnitOfWork work) {
        return fittings.profile(id, work);
    }

    /**
     * Installs the gates, which are in force for every call that begins afterwards; what a consent module does. Links made
     * before are looked at again when their records change or {@link Identities#reevaluate(Collection, String, String)} says.
     *
     * @param use asked before use; the default refuses everything
     * @param link asked before records are compared or linked; the default is open
     */
    public void guard(UseGate use, LinkGate link) {
        fittings.gates.install(use, link);
    }

    /** {@return the gate in force before data are used} */
    public UseGate useGate() {
        return fittings.gates.use();
    }

    /** {@return the attributes} */
    public ProfileSchema schema() {
        return fittings.schema;
    }

    /** {@return the listener of counts and durations} */
    public Metrics metrics() {
        return fittings.metrics;
    }

    /** {@return the clock} */
    public InstantSource clock() {
        return fittings.clock;
    }

    /**
     * {@return those of some record ids that were erased and stay refused}
     *
     * @param records the record ids
     * @param work a unit of work that writes
     */
    public Set<RecordId> refused(Collection<RecordId> records, UnitOfWork work) {
        return fittings.resolver.refused(records, fittings.clock.instant(), work);
    }

    private Partition partition(UnitOfWork work) {
        return fittings.resolver.partition(work);
    }

    private <R> R timed(String name, Function<? super UnitOfWork, R> work) {
        return fittings.timed(name, () -> write(work));
    }
}
