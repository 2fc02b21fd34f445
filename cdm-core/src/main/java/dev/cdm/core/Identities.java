package dev.cdm.core;

import dev.cdm.core.identity.IdentityKinds;
import dev.cdm.core.identity.IdentityKinds.Membership;
import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.identity.LinkEvent.IdChange;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.permission.ImpactProbe;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * The history and upkeep of profile ids: who was together at a time, changes for systems that keep ids, and linking anew after the rules changed.
 * Thread-safe.
 */
public final class Identities {

    private static final System.Logger LOG = System.getLogger(Identities.class.getName());
    private static final int BATCH = 500;

    private final Fittings fittings;
    private final Storage storage;

    Identities(Fittings fittings, Storage storage) {
        this.fittings = fittings;
        this.storage = storage;
    }

    /**
     * {@return a page of the changes of profile ids, in the order of the ledger: created, merged, split, redirected, erased}
     *
     * <p>An entry that is committed late is never skipped. Applying a change twice does no harm: each has an id.
     *
     * @param after {@link Cursor#START} or the cursor of the former page, which stays valid for ever
     * @param limit how many entries of the ledger to look at, from 1; a page may hold fewer changes
     */
    public Page<IdChange> changes(Cursor after, int limit) {
        return storage.read(work -> fittings.resolver.partition(work).changes(after, limit));
    }

    /**
     * {@return the records that were in one profile with a record at a time, itself among them; none if it was not seen
     * by then or was erased}
     *
     * @param record the record
     * @param knownAt the time
     * @param work the unit of work
     */
    public Set<RecordId> linkedAt(RecordId record, Instant knownAt, UnitOfWork work) {
        return fittings.resolver.partition(work).linkedAt(record, knownAt);
    }

    /**
     * {@return the records that were in the profile of an id at a time; none if it was erased or not given by then}
     *
     * @param id any id of the profile
     * @param knownAt the time
     * @param work the unit of work
     */
    public Set<RecordId> membersAt(ProfileId id, Instant knownAt, UnitOfWork work) {
        return fittings.resolver.partition(work).membersAt(id, knownAt);
    }

    /**
     * {@return whether all profiles are what the present limits, survivor rule and version of the finder make of them} If not, call
     * {@link #reevaluate(String, String, LongConsumer)}; until then only what is touched is linked anew.
     */
    public boolean areCurrent() {
        return storage.read(fittings.resolver::isCurrent);
    }

    /**
     * Links all records anew, in units of work of {@value #BATCH} records, and notes that the profiles are current. For
     * use after a change of the limits, the survivor rule or the finder; other processes must run under the new ones by then. What did
     * not change is not written. If it breaks off, run it again.
     *
     * @param who the id of who asked for it
     * @param why the reason, without personal data, or empty
     * @param progress told after each unit of work how many records are done; to cancel, throw from it
     * @return how many records there were
     */
    public long reevaluate(String who, String why, LongConsumer progress) {
        long done = 0;
        Page<Versioned<Membership>> page = records(Cursor.START);
        while (!page.items().isEmpty()) {
            reevaluate(
                    page.items().stream()
                            .map(found -> found.document().record())
                            .toList(),
                    who,
                    why);
            done += page.items().size();
            progress.accept(done);
            page = records(page.next());
        }
        fittings.retry.write(storage, work -> {
            fittings.resolver.confirm(fittings.clock.instant(), work);
            return true;
        });
        return done;
    }

    /**
     * Links some records and everything they could reach anew, in one unit of work: after a change of what the link gate
     * permits about them, such as a do-not-link that was given or withdrawn.
     *
     * @param records the records; unknown ones are left out
     * @param who the id of who asked for it
     * @param why the reason, without personal data, or empty
     */
    public void reevaluate(Collection<RecordId> records, String who, String why) {
        Act act = fittings.act(who, why);
        List<RecordId> some = List.copyOf(records);
        fittings.timed(
                "reevaluation",
                () -> fittings.retry.write(storage, work -> {
                    fittings.resolver.reevaluate(some, act, work);
                    return true;
                }));
    }

    /**
     * Links what concurrent units of work could not see of each other. It looks at all observations committed since the
     * last call by whatever process, once, in units of work of {@value #BATCH}; what did not change is not written to the
     * ledger.
     *
     * <p>For use with a {@linkplain CustomersBuilder#finder finder} when several threads or processes write: call it every
     * few seconds, in any of them. Records that share an identifier are never missed, but two that only the finder would
     * link may come in at the same time, each before the other is there to be found. They stay apart until this is called
     * or one of them is touched; afterwards the profiles are those of a single writer.
     *
     * @return how many observations were looked at; those of writers still open are left for the next call
     */
    public long settle() {
        long done = 0;
        int some;
        do {
            some = fittings.timed(
                    "settlement",
                    () -> fittings.retry.write(
                            storage, work -> fittings.resolver.settle(BATCH, fittings.clock.instant(), work)));
            done += some;
        } while (some == BATCH);
        return done;
    }

    /**
     * Adds one who tells what else a steward's act would change; what other modules do.
     *
     * @param probe asked by every {@link Steward#preview} that begins afterwards
     */
    public void probe(ImpactProbe probe) {
        fittings.probes.add(probe);
    }

    /* An empty store is current; one whose records were linked under other rules is told of. */
    void begin() {
        if (areCurrent()) {
            return;
        }
        if (records(Cursor.START).items().isEmpty()) {
            fittings.retry.write(storage, work -> {
                fittings.resolver.confirm(fittings.clock.instant(), work);
                return true;
            });
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the profiles were linked under other limits, another survivor rule or another finder: "
                            + "`Customers.identities().reevaluate` links them anew");
        }
    }

    private Page<Versioned<Membership>> records(Cursor after) {
        return storage.read(work -> work.table(IdentityKinds.MEMBERSHIPS).all(after, BATCH));
    }
}
