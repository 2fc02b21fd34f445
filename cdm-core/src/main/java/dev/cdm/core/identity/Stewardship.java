package dev.cdm.core.identity;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import dev.cdm.core.identity.IdentityKinds.Membership;
import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.identity.LinkEvent.Cause;
import dev.cdm.core.identity.LinkEvent.RefusedEdge;
import dev.cdm.core.identity.LinkEvent.VerdictGiven;
import dev.cdm.core.identity.LinkEvent.VerdictLifted;
import dev.cdm.core.identity.LinkVerdict.ContradictionException;
import dev.cdm.core.identity.LinkVerdict.Kind;
import dev.cdm.core.identity.LinkVerdict.Preview;
import dev.cdm.core.identity.LinkVerdict.Separation;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Gives, lifts and checks verdicts; the partition follows. For one operation. */
final class Stewardship {

    private static final Comparator<ProfileId> BY_TEXT = Comparator.comparing(ProfileId::text, CodePoints.ORDER);

    private final Desk desk;
    private final Neighbourhood.Rules rules;
    private final Act act;

    Stewardship(Desk desk, Neighbourhood.Rules rules, Act act) {
        this.desk = desk;
        this.rules = rules;
        this.act = act;
    }

    LinkVerdict give(Kind kind, RecordId first, RecordId second) {
        LinkVerdict verdict = new LinkVerdict(kind, first, second, act);
        LinkVerdict given = stand(verdict);
        if (given.equals(verdict)) {
            recluster(List.of(first, second), Cause.VERDICT);
        }
        return given;
    }

    boolean lift(String verdictId) {
        LinkVerdict verdict = desk.verdicts.get(verdictId);
        if (verdict == null) {
            return false;
        }
        fall(List.of(verdict));
        recluster(List.of(verdict.first(), verdict.second()), Cause.LIFT);
        return true;
    }

    Separation separate(Set<RecordId> records) {
        Set<RecordId> rest = rest(records);
        List<LinkVerdict> lifted = new ArrayList<>();
        for (RecordId record : records) {
            for (LinkVerdict verdict : on(desk.membership(record))) {
                if (verdict.kind() == Kind.MUST_LINK && !records.contains(verdict.other(record))) {
                    lifted.add(verdict);
                }
            }
        }
        fall(lifted);
        List<LinkVerdict> pinned = new ArrayList<>();
        records.forEach(record -> pinned.addAll(pins(record, rest)));
        add(pinned);
        Set<RecordId> seeds = new LinkedHashSet<>(records);
        seeds.addAll(rest);
        lifted.forEach(verdict -> seeds.addAll(List.of(verdict.first(), verdict.second())));
        recluster(seeds, Cause.SEPARATION);
        return new Separation(lifted, pinned);
    }

    private List<LinkVerdict> pins(RecordId record, Set<RecordId> rest) {
        Map<RecordId, LinkVerdict> bound = bound(record);
        Set<RecordId> parted = new LinkedHashSet<>();
        on(desk.membership(record)).forEach(verdict -> parted.add(verdict.other(record)));
        List<LinkVerdict> pins = new ArrayList<>();
        for (RecordId other : Sets.difference(rest, parted)) {
            LinkVerdict pin = new LinkVerdict(Kind.CANNOT_LINK, record, other, act);
            if (bound.containsKey(other)) {
                throw new ContradictionException(pin, path(bound, other));
            }
            pins.add(pin);
        }
        return pins;
    }

    private Set<RecordId> rest(Set<RecordId> records) {
        Checks.require(!records.isEmpty(), "records", "must not be empty");
        desk.memberships.load(Desk.texts(records));
        Set<ProfileId> profiles = new LinkedHashSet<>();
        records.forEach(record -> profiles.add(desk.membership(record).profile()));
        Checks.require(profiles.size() == 1, "records", "must belong to one profile, were of", profiles);
        Set<RecordId> rest =
                new LinkedHashSet<>(Desk.members(desk.work, profiles.iterator().next()));
        rest.removeAll(records);
        desk.memberships.load(Desk.texts(rest));
        return rest;
    }

    void undo(Separation separation) {
        Set<RecordId> seeds = new LinkedHashSet<>();
        desk.verdicts.load(separation.pinned().stream().map(LinkVerdict::id).toList());
        List<LinkVerdict> pinned = separation.pinned().stream()
                .filter(verdict -> desk.verdicts.get(verdict.id()) != null)
                .toList();
        fall(pinned);
        pinned.forEach(verdict -> seeds.addAll(List.of(verdict.first(), verdict.second())));
        for (LinkVerdict verdict : separation.lifted()) {
            if (!isThere(verdict.first()) || !isThere(verdict.second())) {
                continue;
            }
            stand(new LinkVerdict(verdict.kind(), verdict.first(), verdict.second(), act));
            seeds.addAll(List.of(verdict.first(), verdict.second()));
        }
        recluster(seeds, Cause.SEPARATION);
    }

    private boolean isThere(RecordId record) {
        return desk.memberships.get(record.text()) != null;
    }

    /**
     * Takes all verdicts on a record away that is being erased, without a word in the ledger.
     *
     * @return the other records
     */
    static Set<RecordId> forget(Desk desk, Membership membership) {
        List<LinkVerdict> verdicts = on(desk, membership);
        verdicts.forEach(verdict -> desk.verdicts.remove(verdict.id()));
        note(desk, verdicts, Set::removeAll);
        return verdicts.stream()
                .map(verdict -> verdict.other(membership.record()))
                .collect(ImmutableSet.toImmutableSet());
    }

    private void recluster(Collection<RecordId> seeds, Cause cause) {
        Reclustering.run(seeds, desk, rules, cause, act);
        desk.flush();
    }

    /* The verdict that stands now: the one given, or one that said the same before. */
    private LinkVerdict stand(LinkVerdict verdict) {
        desk.memberships.load(List.of(verdict.first().text(), verdict.second().text()));
        desk.membership(verdict.second());
        Optional<LinkVerdict> standing = standing(verdict);
        if (standing.isPresent()) {
            return standing.get();
        }
        List<LinkVerdict> against = against(verdict);
        if (!against.isEmpty()) {
            throw new ContradictionException(verdict, against);
        }
        add(List.of(verdict));
        return verdict;
    }

    private Optional<LinkVerdict> standing(LinkVerdict verdict) {
        return on(desk.membership(verdict.first())).stream()
                .filter(other -> other.kind() == verdict.kind()
                        && other.first().equals(verdict.first())
                        && other.second().equals(verdict.second()))
                .findFirst();
    }

    private void add(List<LinkVerdict> verdicts) {
        verdicts.forEach(desk.verdicts::put);
        note(desk, verdicts, Set::addAll);
        verdicts.forEach(verdict -> desk.tell(new VerdictGiven(verdict)));
    }

    private void fall(List<LinkVerdict> verdicts) {
        verdicts.forEach(verdict -> desk.verdicts.remove(verdict.id()));
        note(desk, verdicts, Set::removeAll);
        verdicts.forEach(verdict -> desk.tell(new VerdictLifted(verdict, act)));
    }

    /* Changes the ids of verdicts that both records of each verdict keep. */
    private static void note(
            Desk desk, Collection<LinkVerdict> verdicts, BiConsumer<Set<String>, Collection<String>> change) {
        SetMultimap<RecordId, String> ids = LinkedHashMultimap.create();
        for (LinkVerdict verdict : verdicts) {
            ids.put(verdict.first(), verdict.id());
            ids.put(verdict.second(), verdict.id());
        }
        desk.memberships.load(Desk.texts(ids.keySet()));
        ids.asMap().forEach((record, some) -> {
            Membership former = desk.memberships.get(record.text());
            if (former != null) {
                Set<String> all = new LinkedHashSet<>(former.verdicts());
                change.accept(all, some);
                desk.memberships.put(former.withVerdicts(all));
            }
        });
    }

    private List<LinkVerdict> on(Membership membership) {
        return on(desk, membership);
    }

    private static List<LinkVerdict> on(Desk desk, Membership membership) {
        desk.verdicts.load(membership.verdicts());
        return membership.verdicts().stream()
                .flatMap(id -> Stream.ofNullable(desk.verdicts.get(id)))
                .toList();
    }

    private List<LinkVerdict> against(LinkVerdict verdict) {
        Map<RecordId, LinkVerdict> bound = bound(verdict.first());
        if (verdict.kind() == Kind.CANNOT_LINK) {
            return bound.containsKey(verdict.second()) ? path(bound, verdict.second()) : List.of();
        }
        Map<RecordId, LinkVerdict> others = bound(verdict.second());
        Set<RecordId> far = new LinkedHashSet<>(others.keySet());
        far.add(verdict.second());
        Set<RecordId> near = new LinkedHashSet<>(bound.keySet());
        near.add(verdict.first());
        for (RecordId record : near) {
            for (LinkVerdict standing : on(desk.membership(record))) {
                if (standing.kind() == Kind.CANNOT_LINK && far.contains(standing.other(record))) {
                    Set<LinkVerdict> all = new LinkedHashSet<>(List.of(standing));
                    all.addAll(path(bound, record));
                    all.addAll(path(others, standing.other(record)));
                    return List.copyOf(all);
                }
            }
        }
        return List.of();
    }

    /* The records that must-links bind to one, each with the verdict over which it was reached. */
    private Map<RecordId, LinkVerdict> bound(RecordId record) {
        Map<RecordId, LinkVerdict> bound = new LinkedHashMap<>();
        List<RecordId> open = new ArrayList<>(List.of(record));
        for (int i = 0; i < open.size(); i++) {
            for (LinkVerdict verdict : on(desk.membership(open.get(i)))) {
                RecordId other = verdict.other(open.get(i));
                if (verdict.kind() == Kind.MUST_LINK && !other.equals(record) && !bound.containsKey(other)) {
                    bound.put(other, verdict);
                    open.add(other);
                }
            }
        }
        return bound;
    }

    /* The must-links from a record back to where the search began. */
    private static List<LinkVerdict> path(Map<RecordId, LinkVerdict> bound, RecordId end) {
        List<LinkVerdict> path = new ArrayList<>();
        RecordId place = end;
        LinkVerdict step = bound.get(place);
        while (step != null) {
            path.add(step);
            place = step.other(place);
            step = bound.get(place);
        }
        return path;
    }

    /* What was done at a desk that writes nothing. */
    static Preview preview(Desk desk, Partition partition) {
        List<LinkVerdict> given = new ArrayList<>();
        List<LinkVerdict> lifted = new ArrayList<>();
        List<RefusedEdge> refused = new ArrayList<>();
        Map<RecordId, ProfileId> moves = new LinkedHashMap<>();
        Set<RecordId> records = new LinkedHashSet<>();
        for (LinkEvent event : desk.told()) {
            records.addAll(event.records());
            if (event instanceof LinkEvent.VerdictGiven told) {
                given.add(told.verdict());
            } else if (event instanceof LinkEvent.VerdictLifted told) {
                lifted.add(told.verdict());
            } else if (event instanceof LinkEvent.Refused told) {
                refused.add(told.link());
            } else if (event instanceof LinkEvent.Moved moved) {
                moves.put(moved.record(), moved.to());
            }
        }
        Map<ProfileId, Set<RecordId>> before = profiles(records, moves.values(), desk, partition);
        return new Preview(before, moved(before, moves), given, lifted, refused);
    }

    private static Map<ProfileId, Set<RecordId>> profiles(
            Collection<RecordId> records, Collection<ProfileId> more, Desk desk, Partition partition) {
        Set<ProfileId> ids = new TreeSet<>(BY_TEXT);
        ids.addAll(partition.profilesOf(records).values());
        ids.addAll(more);
        Map<ProfileId, Set<RecordId>> profiles = new LinkedHashMap<>();
        ids.forEach(id -> profiles.put(id, Desk.members(desk.work, id)));
        profiles.values().removeIf(Set::isEmpty);
        return profiles;
    }

    private static Map<ProfileId, Set<RecordId>> moved(
            Map<ProfileId, Set<RecordId>> before, Map<RecordId, ProfileId> moves) {
        SortedMap<ProfileId, Set<RecordId>> after = new TreeMap<>(BY_TEXT);
        before.forEach((id, records) ->
                records.forEach(record -> after.computeIfAbsent(moves.getOrDefault(record, id), key -> new TreeSet<>())
                        .add(record)));
        after.replaceAll((id, records) -> ImmutableSet.copyOf(records));
        return after;
    }
}
