package dev.cdm.core;

import dev.cdm.core.identity.IdentityResolver;
import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.identity.LinkVerdict;
import dev.cdm.core.identity.LinkVerdict.Separation;
import dev.cdm.core.identity.Partition;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.profile.MergePreview;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.UnitOfWork;
import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one steward says about who is who. Every act is one unit of work, can be {@linkplain #preview previewed} and taken
 * back. A verdict is never overridden by the engine; one that contradicts those that stand is refused, and the exception
 * names them. Thread-safe.
 */
public final class Steward {

    private final Fittings fittings;
    private final Storage storage;
    private final String who;
    private final String why;
    private final @Nullable Trial trial;

    Steward(Fittings fittings, Storage storage, String who, String why) {
        this(fittings, storage, who, why, null);
    }

    private Steward(Fittings fittings, Storage storage, String who, String why, @Nullable Trial trial) {
        this.fittings = fittings;
        this.storage = storage;
        this.who = who;
        this.why = why;
        this.trial = trial;
    }

    /**
     * Joins the profiles of two records; see {@link Customers#merge}.
     *
     * @param first a record that was seen
     * @param second another one
     * @return what was done, for {@link #unmerge}
     * @throws LinkVerdict.ContradictionException if standing verdicts say the contrary
     * @throws IllegalArgumentException if a record was not seen
     */
    public MergeReceipt merge(RecordId first, RecordId second) {
        Act act = act();
        return run((resolver, work) -> {
            Partition partition = resolver.partition(work);
            ProfileId before = seen(first, partition);
            ProfileId other = seen(second, partition);
            LinkVerdict verdict = resolver.mustLink(first, second, act, work);
            ProfileId after = seen(first, partition);
            boolean merged = !before.equals(other) && after.equals(seen(second, partition));
            return new MergeReceipt(verdict, after, merged ? (after.equals(before) ? other : before) : null);
        });
    }

    /**
     * Takes a merge back.
     *
     * @param receipt what the merge did
     * @return whether the merge's verdict still stood
     */
    public boolean unmerge(MergeReceipt receipt) {
        return lift(receipt.verdict());
    }

    /**
     * Takes records out of their profile, together, whatever had linked them.
     *
     * @param records records of one profile
     * @return what was done, for {@link #undo}
     * @throws LinkVerdict.ContradictionException if must-links hold them to the rest by way of each other
     * @throws IllegalArgumentException if there are no records, one was not seen, or they are of several profiles
     */
    public Separation separate(Collection<RecordId> records) {
        Act act = act();
        return run((resolver, work) -> resolver.separate(records, act, work));
    }

    /**
     * Takes a separation back.
     *
     * @param separation what it did
     * @throws LinkVerdict.ContradictionException if a verdict given since says the contrary
     */
    public void undo(Separation separation) {
        Act act = act();
        run((resolver, work) -> {
            resolver.undo(separation, act, work);
            return separation;
        });
    }

    /**
     * Pins two records together: they stay one person whatever the limits say.
     *
     * @param first a record that was seen
     * @param second another one
     * @return the verdict that stands now, for {@link #lift}
     * @throws LinkVerdict.ContradictionException if standing verdicts say the contrary
     */
    public LinkVerdict mustLink(RecordId first, RecordId second) {
        Act act = act();
        return run((resolver, work) -> resolver.mustLink(first, second, act, work));
    }

    /**
     * Pins two records apart: no chain of links brings them together.
     *
     * @param first a record that was seen
     * @param second another one
     * @return the verdict that stands now, for {@link #lift}
     * @throws LinkVerdict.ContradictionException if standing verdicts say the contrary
     */
    public LinkVerdict cannotLink(RecordId first, RecordId second) {
        Act act = act();
        return run((resolver, work) -> resolver.cannotLink(first, second, act, work));
    }

    /**
     * Takes a verdict back; the profiles are then what they would be had it never been given.
     *
     * @param verdict the verdict
     * @return whether it still stood
     */
    public boolean lift(LinkVerdict verdict) {
        Act act = act();
        return run((resolver, work) -> resolver.lift(verdict.id(), act, work));
    }

    /**
     * {@return what one act would do, computed by the act itself; nothing is written}
     *
     * <p>For example {@code steward.preview(trial -> trial.separate(records))}.
     *
     * @param act calls one other method of the steward it is given, whose result means nothing and which throws what it
     *     would throw
     */
    public StewardPreview preview(Consumer<? super Steward> act) {
        return storage.read(work -> preview(act, work));
    }

    /**
     * {@return the profiles of two records side by side, and their golden values if they were one} It does not ask whether
     * they may be: that {@link #preview} does.
     *
     * @param first a record that was seen, whose profile's id is taken to stay
     * @param second another one
     * @throws IllegalArgumentException if one was not seen
     */
    public MergePreview compare(RecordId first, RecordId second) {
        return storage.read(work -> {
            Partition partition = fittings.resolver.partition(work);
            ProfileId one = seen(first, partition);
            ProfileId two = seen(second, partition);
            return fittings.assembler.preview(one, partition.records(one), two, partition.records(two));
        });
    }

    private StewardPreview preview(Consumer<? super Steward> act, UnitOfWork work) {
        LinkVerdict.Preview preview = fittings.resolver.preview(
                resolver -> act.accept(new Steward(fittings, storage, who, why, new Trial(resolver, work))), work);
        return StewardPreview.of(preview, fittings, work);
    }

    private static ProfileId seen(RecordId record, Partition partition) {
        return partition.profileOf(record).orElseThrow(() -> Fittings.unknown("record", record.text()));
    }

    private Act act() {
        return fittings.act(who, why);
    }

    private <R> R run(BiFunction<IdentityResolver, UnitOfWork, R> act) {
        if (trial != null) {
            return act.apply(trial.resolver, trial.work);
        }
        return fittings.timed(
                "steward", () -> fittings.retry.write(storage, work -> act.apply(fittings.resolver, work)));
    }

    /* Where an act is only tried: its resolver writes nothing. */
    private record Trial(IdentityResolver resolver, UnitOfWork work) {}
}
