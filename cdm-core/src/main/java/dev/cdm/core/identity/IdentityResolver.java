package dev.cdm.core.identity;

import com.google.common.collect.ImmutableSet;
import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.identity.LinkEvent.Cause;
import dev.cdm.core.identity.LinkVerdict.Kind;
import dev.cdm.core.identity.LinkVerdict.Separation;
import dev.cdm.core.identity.Partition.AppliedRules;
import dev.cdm.core.linking.IdentifierLimits;
import dev.cdm.core.linking.SurvivorRule;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.permission.LinkGate;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Receives source records and keeps the partition of their record ids into profiles. Thread-safe; it keeps nothing in
 * memory, though a {@link LinkFinder} may.
 *
 * <p>Every operation works inside the caller's unit of work, which must be one that writes. It fails with a
 * {@link dev.cdm.core.storage.VersionConflictException} if another unit of work touched the same neighbourhood; the
 * caller then runs the whole unit again. Times are arguments: the order of births, on which ids depend, is that of the
 * times given.
 *
 * <p>Precedence: gate, then cannot-link, then must-link, then limits, then the score. The partition is a function of what
 * the records say now, the standing verdicts, the limits, the gate and the finder; where links contend, must-links are
 * tried first, then identifiers by priority, type, value and record id, then what the finder found, the best first, never
 * by time of arrival.
 *
 * <p>Two units of work that touch one neighbourhood over identifiers or verdicts cannot both commit. Two that bring in
 * records which only the finder would link can, if they overlap in time or a writer is open: then neither sees the
 * other's record, and {@link #settle} links them afterwards.
 */
public final class IdentityResolver {

    private static final HexFormat DIGITS = HexFormat.of();

    private final Neighbourhood.Rules rules;
    private final @Nullable Desk trial;

    private IdentityResolver(Neighbourhood.Rules rules, @Nullable Desk trial) {
        this.rules = rules;
        this.trial = trial;
    }

    /**
     * {@return a builder}
     *
     * @param ids gives a profile id that was never given before, at every call; thread-safe
     */
    public static Builder builder(Supplier<ProfileId> ids) {
        return new Builder(ids);
    }

    /**
     * {@return a supplier of ids of 128 random bits, 32 hexadecimal digits}
     *
     * @param random the source of randomness: a {@link java.security.SecureRandom}, or a seeded generator in tests;
     *     used under a lock
     */
    public static Supplier<ProfileId> randomIds(RandomGenerator random) {
        return () -> {
            synchronized (random) {
                return new ProfileId(DIGITS.toHexDigits(random.nextLong()) + DIGITS.toHexDigits(random.nextLong()));
            }
        };
    }

    /**
     * Receives observations. The same observation again changes nothing, and the order within the list does not count.
     *
     * <p>A batch is read and written together: a thousand observations cost little more than one.
     *
     * @param observations the observations, of any records and sources
     * @param at when; the time of birth of records seen for the first time
     * @param work the unit of work
     * @return what became of each observation, in their order
     */
    public List<Resolution> receive(List<SourceRecord> observations, Instant at, UnitOfWork work) {
        return keeping(new Act("intake", "", at), work).receive(observations);
    }

    /**
     * Marks records as seen that nothing is stored of yet, such as those in quarantine, so that an erasure reaches them.
     *
     * @param records the records
     * @param at when
     * @param work the unit of work
     * @return those that were erased and stay refused, in their order
     */
    public Set<RecordId> refused(Collection<RecordId> records, Instant at, UnitOfWork work) {
        return keeping(new Act("intake", "", at), work).sight(ImmutableSet.copyOf(records));
    }

    /**
     * Says that two records are one person. The profile may then have more values of an identifier than the limits allow.
     * If the gate refuses, the verdict stands and takes effect once the gate permits.
     *
     * @param first a record that was seen
     * @param second another record that was seen
     * @param act who, why and when
     * @param work the unit of work
     * @return the verdict, or the one that stood already and says the same
     * @throws LinkVerdict.ContradictionException if standing verdicts say the contrary
     * @throws IllegalArgumentException if a record is not known
     */
    public LinkVerdict mustLink(RecordId first, RecordId second, Act act, UnitOfWork work) {
        return stewardship(act, work).give(Kind.MUST_LINK, first, second);
    }

    /**
     * Says that two records are two persons. No chain of links brings them together while it stands.
     *
     * @param first a record that was seen
     * @param second another record that was seen
     * @param act who, why and when
     * @param work the unit of work
     * @return the verdict, or the one that stood already and says the same
     * @throws LinkVerdict.ContradictionException if standing verdicts say the contrary
     * @throws IllegalArgumentException if a record is not known
     */
    public LinkVerdict cannotLink(RecordId first, RecordId second, Act act, UnitOfWork work) {
        return stewardship(act, work).give(Kind.CANNOT_LINK, first, second);
    }

    /**
     * Takes a verdict back. The partition is then the one there would be if it had never been given.
     *
     * @param verdictId the id of the verdict
     * @param act who, why and when
     * @param work the unit of work
     * @return whether it stood
     */
    public boolean lift(String verdictId, Act act, UnitOfWork work) {
        return stewardship(act, work).lift(verdictId);
    }

    /**
     * Takes records out of their profile, together: lifts the must-links between them and the rest and pins a cannot-link
     * between each of them and each of the rest.
     *
     * @param records records of one profile
     * @param act who, why and when
     * @param work the unit of work
     * @return what was done, for {@link #undo}; nothing was pinned if the profile has no other records
     * @throws IllegalArgumentException if there are no records, one is not known, or they are of several profiles
     */
    public Separation separate(Collection<RecordId> records, Act act, UnitOfWork work) {
        return stewardship(act, work).separate(ImmutableSet.copyOf(records));
    }

    /**
     * Takes a separation back: lifts the cannot-links it pinned and gives the must-links it lifted again.
     *
     * @param separation what was done
     * @param act who, why and when
     * @param work the unit of work
     * @throws LinkVerdict.ContradictionException if verdicts given since say the contrary
     */
    public void undo(Separation separation, Act act, UnitOfWork work) {
        stewardship(act, work).undo(separation);
    }

    /**
     * Erases everything this room keeps about records: observations, state, identifiers, membership, verdicts and the
     * events of the ledger that tell about them. Their birth ids are erased for ever and the record ids stay refused;
     * the records that were with them stay and are partitioned anew.
     *
     * @param records the records, known or not
     * @param act who, why and when
     * @param work the unit of work
     * @return how many entries and documents were erased, by the name of the kind; all kinds of the room in order
     */
    public Map<String, Integer> erase(Collection<RecordId> records, Act act, UnitOfWork work) {
        return keeping(act, work).erase(ImmutableSet.copyOf(records));
    }

    /**
     * Folds records again and computes their neighbourhood anew: after a change of the limits or of what the gate permits,
     * or to rebuild the kinds that can be rebuilt. Changes nothing where nothing changed.
     *
     * @param records the records; unknown ones are left out
     * @param act who, why and when
     * @param work the unit of work
     */
    public void reevaluate(Collection<RecordId> records, Act act, UnitOfWork work) {
        keeping(act, work).reevaluate(ImmutableSet.copyOf(records));
    }

    /**
     * {@return what one act of a steward would do; nothing is written} It is computed by the act itself, so what is
     * executed next in the same state does the same.
     *
     * @param act calls one of {@link #mustLink}, {@link #cannotLink}, {@link #lift}, {@link #separate} and {@link #undo} of
     *     the resolver it is given, which throw what they would throw
     * @param work the unit of work, which may be one that only reads
     * @throws IllegalStateException if it calls anything else that writes
     */
    public LinkVerdict.Preview preview(Consumer<? super IdentityResolver> act, UnitOfWork work) {
        Desk desk = Desk.trial(work, rules.finder());
        act.accept(new IdentityResolver(rules, desk));
        return Stewardship.preview(desk, partition(work));
    }

    /**
     * {@return whether it was last {@linkplain #confirm confirmed} that all of the partition was computed under the present
     * limits, survivor rule and version of the finder} If not, re-evaluate all records and confirm.
     *
     * @param work the unit of work, which may be one that only reads
     */
    public boolean isCurrent(UnitOfWork work) {
        Versioned<AppliedRules> applied = applied(work);
        return applied != null && applied.document().fingerprint().equals(rules.fingerprint());
    }

    /**
     * Notes that all of the partition was computed under the present limits, survivor rule and version of the finder.
     * Writes nothing if that is noted already.
     *
     * @param at when
     * @param work the unit of work
     */
    public void confirm(Instant at, UnitOfWork work) {
        Versioned<AppliedRules> applied = applied(work);
        if (applied == null || !applied.document().fingerprint().equals(rules.fingerprint())) {
            String settled = applied == null ? "" : applied.document().settled();
            work.table(IdentityKinds.RULES)
                    .put(new AppliedRules(rules.fingerprint(), at, settled), applied == null ? 0 : applied.version());
        }
    }

    /**
     * Looks at the next observations in the order of commits and links what units of work that overlapped in time could
     * not see of each other. Links of shared identifiers need it never; without a finder it does nothing.
     *
     * @param most how many observations to look at, from 1
     * @param at when
     * @param work the unit of work, in which nothing was resolved before
     * @return how many there were; fewer than the most mean that none is left but those of writers still open
     */
    public int settle(int most, Instant at, UnitOfWork work) {
        if (rules.finder() == null) {
            return 0;
        }
        Versioned<AppliedRules> applied = applied(work);
        AppliedRules former = applied == null ? new AppliedRules("", at, "") : applied.document();
        /* The feed first: what it shows, the finder's view then knows. */
        Page<SourceRecord> page = work.log(IdentityKinds.RECORDS).feed(new Cursor(former.settled()), most);
        if (!page.items().isEmpty()) {
            Set<RecordId> records =
                    page.items().stream().map(SourceRecord::recordId).collect(ImmutableSet.toImmutableSet());
            keeping(new Act("intake", "", at), work).lookAgain(records, Cause.OBSERVATION);
            work.table(IdentityKinds.RULES)
                    .put(
                            new AppliedRules(
                                    former.fingerprint(), former.at(), page.next().text()),
                            applied == null ? 0 : applied.version());
        }
        return page.items().size();
    }

    private static @Nullable Versioned<AppliedRules> applied(UnitOfWork work) {
        return work.table(IdentityKinds.RULES).get(List.of(AppliedRules.KEY)).get(AppliedRules.KEY);
    }

    /**
     * {@return the partition, to read}
     *
     * @param work the unit of work, which may be one that only reads
     */
    public Partition partition(UnitOfWork work) {
        return new Partition(work, rules);
    }

    private RecordKeeping keeping(Act act, UnitOfWork work) {
        if (trial != null) {
            throw new IllegalStateException("only acts of stewards can be previewed");
        }
        return new RecordKeeping(new Desk(work, rules.finder()), rules, act);
    }

    private Stewardship stewardship(Act act, UnitOfWork work) {
        return new Stewardship(trial == null ? new Desk(work, rules.finder()) : trial, rules, act);
    }

    /** Collects what the resolver is made of; not thread-safe. */
    public static final class Builder {

        private final Supplier<ProfileId> ids;
        private IdentifierLimits limits = IdentifierLimits.standard();
        private LinkGate gate = LinkGate.open();
        private SurvivorRule survivor = SurvivorRule.oldest();
        private @Nullable LinkFinder finder;

        private Builder(Supplier<ProfileId> ids) {
            this.ids = ids;
        }

        /**
         * {@return this builder, with the limits; the default is {@link IdentifierLimits#standard}}
         *
         * @param identifierLimits the limits
         */
        public Builder limits(IdentifierLimits identifierLimits) {
            this.limits = identifierLimits;
            return this;
        }

        /**
         * {@return this builder, with the gate; the default is open}
         *
         * @param linkGate the gate
         */
        public Builder gate(LinkGate linkGate) {
            this.gate = linkGate;
            return this;
        }

        /**
         * {@return this builder, with the rule which id a profile bears; the default is {@link SurvivorRule#oldest}}
         *
         * @param rule the rule
         */
        public Builder survivor(SurvivorRule rule) {
            this.survivor = rule;
            return this;
        }

        /**
         * {@return this builder, with what finds links that no shared identifier tells; by default there is none}
         *
         * @param linkFinder the finder
         */
        public Builder finder(LinkFinder linkFinder) {
            this.finder = linkFinder;
            return this;
        }

        /** {@return the resolver} */
        public IdentityResolver build() {
            return new IdentityResolver(new Neighbourhood.Rules(limits, gate, ids, survivor, finder), null);
        }
    }
}
