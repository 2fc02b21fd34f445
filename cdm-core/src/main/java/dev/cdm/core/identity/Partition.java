package dev.cdm.core.identity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.identity.IdentityKinds.Membership;
import dev.cdm.core.identity.IdentityKinds.ProfileHead;
import dev.cdm.core.identity.LinkEvent.Edge;
import dev.cdm.core.identity.LinkEvent.RefusedEdge;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which records belong together, as one unit of work sees it. It only reads. For the thread and the time of that unit of
 * work; every call reads anew, so it sees what the same unit of work has written.
 *
 * <p>A profile id is followed to where it leads: methods that take one accept every id ever given. Sets and lists of
 * records are in code-point order of the record ids.
 */
public final class Partition {

    private static final int PAGE = 1_000;
    private static final Comparator<ProfileId> BY_TEXT = Comparator.comparing(ProfileId::text, CodePoints.ORDER);

    private final UnitOfWork work;
    private final Neighbourhood.Rules rules;

    Partition(UnitOfWork work, Neighbourhood.Rules rules) {
        this.work = work;
        this.rules = rules;
    }

    /**
     * {@return the profile a record belongs to; empty if the record was never seen or is erased}
     *
     * @param record the record
     */
    public Optional<ProfileId> profileOf(RecordId record) {
        return Optional.ofNullable(profilesOf(List.of(record)).get(record));
    }

    /**
     * {@return the profiles that records belong to, in the order asked for, without records that are not there}
     *
     * @param records the records
     */
    public Map<RecordId, ProfileId> profilesOf(Collection<RecordId> records) {
        ImmutableMap.Builder<RecordId, ProfileId> found = ImmutableMap.builder();
        Map<String, Versioned<Membership>> read =
                work.table(IdentityKinds.MEMBERSHIPS).get(Desk.texts(records));
        read.values()
                .forEach(entry ->
                        found.put(entry.document().record(), entry.document().profile()));
        return found.buildOrThrow();
    }

    /**
     * {@return what became of a profile id}
     *
     * @param id any profile id
     */
    public Fate resolve(ProfileId id) {
        return resolve(List.of(id)).getOrDefault(id, new Unknown());
    }

    /**
     * {@return what became of profile ids, in the order asked for; an id that was never given is {@link Unknown}}
     *
     * @param ids any profile ids
     */
    public Map<ProfileId, Fate> resolve(Collection<ProfileId> ids) {
        Map<String, Versioned<ProfileHead>> heads = work.table(IdentityKinds.PROFILE_HEADS)
                .get(ids.stream().map(ProfileId::text).toList());
        List<RecordId> born = new ArrayList<>();
        for (Versioned<ProfileHead> head : heads.values()) {
            RecordId record = head.document().born();
            if (record != null) {
                born.add(record);
            }
        }
        Map<RecordId, ProfileId> profiles = profilesOf(born);
        Map<ProfileId, Fate> fates = new LinkedHashMap<>();
        for (ProfileId id : ids) {
            Versioned<ProfileHead> head = heads.get(id.text());
            fates.put(id, head == null ? new Unknown() : fate(head.document(), profiles));
        }
        return fates;
    }

    private static Fate fate(ProfileHead head, Map<RecordId, ProfileId> profiles) {
        RecordId born = head.born();
        ProfileId now = born == null ? null : profiles.get(born);
        if (now == null) {
            return new Erased();
        }
        return now.equals(head.profile()) ? new Live(now) : new Redirected(now);
    }

    /**
     * {@return the records of a profile; empty if the id is erased or unknown}
     *
     * @param id any profile id
     */
    public Set<RecordId> members(ProfileId id) {
        return resolve(id).current().map(live -> Desk.members(work, live)).orElse(ImmutableSet.of());
    }

    /**
     * {@return the records of a profile as they are now; a record that its source deleted is there without values}
     *
     * @param id any profile id
     */
    public List<SourceRecord> records(ProfileId id) {
        return current(members(id)).values().stream().toList();
    }

    /**
     * {@return records as they are now: all their observations folded into one, in the order asked for}
     *
     * @param records the records; those that are not there are absent from the result
     */
    public Map<RecordId, SourceRecord> current(Collection<RecordId> records) {
        ImmutableMap.Builder<RecordId, SourceRecord> found = ImmutableMap.builder();
        work.table(IdentityKinds.RECORD_STATES)
                .get(Desk.texts(records))
                .values()
                .forEach(state -> found.put(
                        state.document().current().recordId(), state.document().current()));
        return found.buildOrThrow();
    }

    /**
     * {@return the profiles with a record that carries an identifier now, whether it links or not, in code-point order}
     *
     * @param identifier the identifier, its value in normal form
     */
    public Set<ProfileId> find(Identifier identifier) {
        Set<RecordId> carriers = new LinkedHashSet<>(
                Desk.carriers(work, IdentityKinds.hash(rules.limits().compared(identifier))));
        carriers.addAll(Desk.carriers(work, IdentityKinds.hash(identifier)));
        TreeSet<ProfileId> found = new TreeSet<>(BY_TEXT);
        found.addAll(profilesOf(carriers).values());
        return ImmutableSet.copyOf(found);
    }

    /**
     * {@return all profile ids that are live, in code-point order, page by page; a page may hold fewer than asked for}
     *
     * @param after {@link Cursor#START} or the cursor of the former page
     * @param limit how many ids to look at, from 1
     */
    public Page<ProfileId> profiles(Cursor after, int limit) {
        Page<Versioned<ProfileHead>> page =
                work.table(IdentityKinds.PROFILE_HEADS).all(after, limit);
        Map<ProfileId, Fate> fates = resolve(
                page.items().stream().map(head -> head.document().profile()).toList());
        List<ProfileId> live = fates.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Live)
                .map(Map.Entry::getKey)
                .toList();
        return new Page<>(live, page.next(), page.last());
    }

    /**
     * {@return the standing verdicts on the records of a profile, in the order of their records}
     *
     * @param id any profile id
     */
    public List<LinkVerdict> verdicts(ProfileId id) {
        Set<String> ids = new LinkedHashSet<>();
        work.table(IdentityKinds.MEMBERSHIPS)
                .get(Desk.texts(members(id)))
                .values()
                .forEach(membership -> ids.addAll(membership.document().verdicts()));
        return work.table(IdentityKinds.VERDICTS).get(ids).values().stream()
                .map(Versioned::document)
                .sorted(Comparator.comparing(LinkVerdict::first).thenComparing(LinkVerdict::second))
                .toList();
    }

    /**
     * {@return the records that the ledger says were in one profile with a record, itself among them; empty if it was not
     * seen by then or is erased}
     *
     * <p>Records erased since are left out. The time is that of the acts, which callers give.
     *
     * @param record the record
     * @param knownAt the time; what happened at that very time counts
     */
    public Set<RecordId> linkedAt(RecordId record, Instant knownAt) {
        ProfileId profile = profileAt(record, knownAt);
        if (profile == null) {
            return ImmutableSet.of();
        }
        Set<RecordId> touched = new TreeSet<>();
        events("profile", profile.text()).forEach(event -> touched.addAll(event.records()));
        touched.removeIf(other -> !profile.equals(profileAt(other, knownAt)));
        return ImmutableSet.copyOf(touched);
    }

    /**
     * {@return the records that the ledger says were in one profile with the record that was born under an id; empty if it
     * was not seen by then, is erased, or the id was never given}
     *
     * @param id any profile id
     * @param knownAt the time; what happened at that very time counts
     */
    public Set<RecordId> membersAt(ProfileId id, Instant knownAt) {
        Versioned<ProfileHead> head =
                work.table(IdentityKinds.PROFILE_HEADS).get(List.of(id.text())).get(id.text());
        RecordId born = head == null ? null : head.document().born();
        return born == null ? ImmutableSet.of() : linkedAt(born, knownAt);
    }

    private @Nullable ProfileId profileAt(RecordId record, Instant knownAt) {
        ProfileId profile = null;
        long revision = 0;
        for (LinkEvent event : events(Kind.SUBJECT, record.text())) {
            if (event.act().at().isAfter(knownAt)) {
                continue;
            }
            if (event instanceof LinkEvent.Born born && revision == 0) {
                profile = born.profile();
                revision = 1;
            } else if (event instanceof LinkEvent.Moved moved && moved.revision() > revision) {
                profile = moved.to();
                revision = moved.revision();
            }
        }
        return profile;
    }

    private List<LinkEvent> events(String index, String value) {
        return Desk.drain(after -> work.log(IdentityKinds.LINK_EVENTS).by(index, value, after, PAGE));
    }

    /**
     * {@return why the records of a profile are together, and what else would be}
     *
     * @param id any profile id
     */
    public Explanation explain(ProfileId id) {
        Set<RecordId> members = members(id);
        Neighbourhood near = new Neighbourhood(new Desk(work, rules.finder()), rules);
        Clusters clusters = near.clusters(members);
        return new Explanation(
                members,
                clusters.held().stream()
                        .filter(edge -> members.contains(edge.first()))
                        .toList(),
                clusters.refused().stream()
                        .filter(refused -> members.contains(refused.edge().first())
                                || members.contains(refused.edge().second()))
                        .toList());
    }

    /**
     * {@return a page of the changes of profile ids, in the order of the ledger, for systems that keep them; a page may hold
     * fewer than asked for, and one that comes late is never skipped}
     *
     * <p>Who applies a change twice has applied it once, and who follows redirects has the partition. Changes about an
     * erased record are gone, but for its end.
     *
     * @param after {@link Cursor#START} or the cursor of the former page; valid for ever
     * @param limit how many entries of the ledger to look at, from 1
     */
    public Page<LinkEvent.IdChange> changes(Cursor after, int limit) {
        Page<LinkEvent> page = work.log(IdentityKinds.LINK_EVENTS).feed(after, limit);
        List<LinkEvent.IdChange> changes =
                page.items().stream().flatMap(event -> event.change().stream()).toList();
        return new Page<>(changes, page.next(), page.last());
    }

    /** What became of a profile id. */
    public sealed interface Fate {
        /** {@return the live profile the id leads to; empty if there is none} */
        default Optional<ProfileId> current() {
            return Optional.empty();
        }
    }

    /**
     * The id is that of a profile.
     *
     * @param id the id itself
     */
    public record Live(ProfileId id) implements Fate {
        @Override
        public Optional<ProfileId> current() {
            return Optional.of(id);
        }
    }

    /**
     * The record that was born under the id belongs to another profile now. The redirect ends when the two part.
     *
     * @param to the live profile
     */
    public record Redirected(ProfileId to) implements Fate {
        @Override
        public Optional<ProfileId> current() {
            return Optional.of(to);
        }
    }

    /** The record that was born under the id was erased. */
    public record Erased() implements Fate {}

    /** The id was never given. */
    public record Unknown() implements Fate {}

    /**
     * What holds a profile together.
     *
     * @param members its records
     * @param held the links that made it: without any one of them the engine would have had to look for another
     * @param refused the links of its records that were not made, and why
     */
    public record Explanation(Set<RecordId> members, List<Edge> held, List<RefusedEdge> refused) {

        /** Copies the parts. */
        public Explanation {
            members = ImmutableSet.copyOf(members);
            held = ImmutableList.copyOf(held);
            refused = ImmutableList.copyOf(refused);
        }
    }

    /**
     * Which rules the partition was computed under.
     *
     * @param fingerprint the hash of the limits, the survivor rule and the version of the finder
     * @param at when they were applied to all records
     * @param settled the place in the log of observations up to which concurrent ones were looked at again; empty at the
     *     start
     */
    public record AppliedRules(String fingerprint, Instant at, String settled) {

        static final String KEY = "rules";
    }
}
