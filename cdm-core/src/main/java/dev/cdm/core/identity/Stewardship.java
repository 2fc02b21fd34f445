package dev.cdm.core.identity;

import dev.cdm.core.identity.IdentityKinds.Membership;
import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.identity.LinkEvent.Cause;
import dev.cdm.core.identity.LinkEvent.VerdictGiven;
import dev.cdm.core.identity.LinkEvent.VerdictLifted;
import dev.cdm.core.identity.LinkVerdict.ContradictionException;
import dev.cdm.core.identity.LinkVerdict.Kind;
import dev.cdm.core.identity.LinkVerdict.Separation;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Gives, lifts and checks verdicts; the partition follows. For one operation. */
final class Stewardship {

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
        fall(verdict);
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
        lifted.forEach(this::fall);
        List<LinkVerdict> pinned = new ArrayList<>();
        for (RecordId record : records) {
            Map<RecordId, LinkVerdict> bound = bound(record);
            for (RecordId other : rest) {
                pin(new LinkVerdict(Kind.CANNOT_LINK, record, other, act), other, bound, pinned);
            }
        }
        Set<RecordId> seeds = new LinkedHashSet<>(records);
        seeds.addAll(rest);
        lifted.forEach(verdict -> seeds.addAll(List.of(verdict.first(), verdict.second())));
        recluster(seeds, Cause.SEPARATION);
        return new Separation(lifted, pinned);
    }

    private void pin(LinkVerdict verdict, RecordId other, Map<RecordId, LinkVerdict> bound, List<LinkVerdict> pinned) {
        if (bound.containsKey(other)) {
            throw new ContradictionException(verdict, path(bound, other));
        }
        if (add(verdict)) {
            pinned.add(verdict);
        }
    }

    private Set<RecordId> rest(Set<RecordId> records) {
        Checks.require(!records.isEmpty(), "records", "must not be empty");
        desk.memberships.load(Desk.texts(records));
        Set<ProfileId> profiles = new LinkedHashSet<>();
        records.forEach(record -> profiles.add(desk.membership(record).profile()));
        Checks.require(profiles.size() == 1, "records", "must belong to one profile, were of", profiles);
        String profile = profiles.iterator().next().text();
        Set<RecordId> rest = new TreeSet<>();
        Desk.under(desk.work.table(IdentityKinds.MEMBERSHIPS), "profile", profile)
                .forEach(membership -> rest.add(membership.record()));
        rest.removeAll(records);
        desk.memberships.load(Desk.texts(rest));
        return rest;
    }

    void undo(Separation separation) {
        Set<RecordId> seeds = new LinkedHashSet<>();
        for (LinkVerdict verdict : separation.pinned()) {
            if (desk.verdicts.get(verdict.id()) != null) {
                fall(verdict);
                seeds.addAll(List.of(verdict.first(), verdict.second()));
            }
        }
        for (LinkVerdict verdict : separation.lifted()) {
            stand(new LinkVerdict(verdict.kind(), verdict.first(), verdict.second(), act));
            seeds.addAll(List.of(verdict.first(), verdict.second()));
        }
        recluster(seeds, Cause.SEPARATION);
    }

    /**
     * Takes all verdicts on a record away that is being erased, without a word in the ledger.
     *
     * @return the other records
     */
    static Set<RecordId> forget(Desk desk, Membership membership) {
        Set<RecordId> others = new LinkedHashSet<>();
        desk.verdicts.load(membership.verdicts());
        for (String id : membership.verdicts()) {
            LinkVerdict verdict = desk.verdicts.get(id);
            if (verdict != null) {
                desk.verdicts.remove(id);
                RecordId other = verdict.other(membership.record());
                note(desk, other, id, false);
                others.add(other);
            }
        }
        return others;
    }

    private void recluster(Collection<RecordId> seeds, Cause cause) {
        Reclustering.run(seeds, desk, rules, cause, act);
        desk.flush();
    }

    /* The verdict that stands now: the one given, or one that said the same before. */
    private LinkVerdict stand(LinkVerdict verdict) {
        desk.memberships.load(List.of(verdict.first().text(), verdict.second().text()));
        for (LinkVerdict standing : on(desk.membership(verdict.first()))) {
            if (standing.kind() == verdict.kind()
                    && standing.second().equals(verdict.second())
                    && standing.first().equals(verdict.first())) {
                return standing;
            }
        }
        List<LinkVerdict> against = against(verdict);
        if (!against.isEmpty()) {
            throw new ContradictionException(verdict, against);
        }
        add(verdict);
        return verdict;
    }

    private boolean add(LinkVerdict verdict) {
        for (LinkVerdict standing : on(desk.membership(verdict.first()))) {
            if (standing.kind() == verdict.kind()
                    && standing.first().equals(verdict.first())
                    && standing.second().equals(verdict.second())) {
                return false;
            }
        }
        desk.verdicts.put(verdict);
        note(desk, verdict.first(), verdict.id(), true);
        note(desk, verdict.second(), verdict.id(), true);
        desk.tell(new VerdictGiven(verdict));
        return true;
    }

    private void fall(LinkVerdict verdict) {
        desk.verdicts.remove(verdict.id());
        note(desk, verdict.first(), verdict.id(), false);
        note(desk, verdict.second(), verdict.id(), false);
        desk.tell(new VerdictLifted(verdict, act));
    }

    private static void note(Desk desk, RecordId record, String verdictId, boolean stands) {
        Membership former = desk.memberships.get(record.text());
        if (former != null) {
            Set<String> ids = new LinkedHashSet<>(former.verdicts());
            if (stands) {
                ids.add(verdictId);
            } else {
                ids.remove(verdictId);
            }
            desk.memberships.put(new Membership(
                    record, former.birth(), former.bornAt(), former.profile(), former.revision(), List.copyOf(ids)));
        }
    }

    private List<LinkVerdict> on(Membership membership) {
        desk.verdicts.load(membership.verdicts());
        List<LinkVerdict> standing = new ArrayList<>();
        for (String id : membership.verdicts()) {
            LinkVerdict verdict = desk.verdicts.get(id);
            if (verdict != null) {
                standing.add(verdict);
            }
        }
        return standing;
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
}
