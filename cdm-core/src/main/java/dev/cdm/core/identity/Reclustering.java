package dev.cdm.core.identity;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import dev.cdm.core.identity.IdentityKinds.Membership;
import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.identity.LinkEvent.Cause;
import dev.cdm.core.identity.LinkEvent.Edge;
import dev.cdm.core.identity.LinkEvent.Evidence;
import dev.cdm.core.identity.LinkEvent.Moved;
import dev.cdm.core.identity.LinkEvent.Refused;
import dev.cdm.core.identity.LinkEvent.RefusedEdge;
import dev.cdm.core.identity.Resolution.Outcome;
import dev.cdm.core.linking.SurvivorRule;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes the partition of a neighbourhood again, moves the records that belong elsewhere, and tells the ledger.
 *
 * <p>The heads of all profiles in the neighbourhood are put again, changed or not: two units of work that looked at one
 * neighbourhood cannot both commit.
 */
final class Reclustering {

    private static final int MOST_EVIDENCE = 10;

    private final Desk desk;
    private final Survivors survivors;
    private final Cause cause;
    private final Act act;
    private final Map<RecordId, List<Edge>> edges = new HashMap<>();
    private final Map<RecordId, ProfileId> before = new LinkedHashMap<>();
    private final Map<RecordId, ProfileId> after = new LinkedHashMap<>();

    private Reclustering(Desk desk, SurvivorRule rule, Cause cause, Act act) {
        this.desk = desk;
        this.survivors = new Survivors(desk, rule);
        this.cause = cause;
        this.act = act;
    }

    /** Runs it around some records that were touched. */
    static Reclustering run(Collection<RecordId> seeds, Desk desk, Neighbourhood.Rules rules, Cause cause, Act act) {
        Reclustering run = new Reclustering(desk, rules.survivor(), cause, act);
        run.apply(new Neighbourhood(desk, rules).clusters(seeds), seeds);
        return run;
    }

    /** What this did to the observations that caused it; in their order. */
    List<Resolution> resolutions(List<SourceRecord> observations, Touched touched) {
        return new Outcomes(touched).of(observations);
    }

    private List<Edge> evidence(RecordId record) {
        return edges.getOrDefault(record, List.of());
    }

    private void apply(Clusters clusters, Collection<RecordId> seeds) {
        clusters.held().forEach(edge -> {
            note(edge.first(), edge);
            note(edge.second(), edge);
        });
        clusters.all().forEach(this::assign);
        Set<ProfileId> profiles = new LinkedHashSet<>(before.values());
        profiles.addAll(after.values());
        desk.touch(profiles);
        Set<ProfileId> touched = new LinkedHashSet<>();
        seeds.stream().filter(after::containsKey).map(after::get).forEach(touched::add);
        before.forEach((record, profile) -> {
            if (!profile.equals(after.get(record))) {
                touched.add(profile);
                touched.add(after.getOrDefault(record, profile));
            }
        });
        clusters.refused().stream()
                .filter(refused -> touched.contains(after.get(refused.edge().first()))
                        || touched.contains(after.get(refused.edge().second())))
                .forEach(this::refuse);
    }

    private void note(RecordId record, Edge edge) {
        List<Edge> known = edges.computeIfAbsent(record, key -> new ArrayList<>());
        if (known.size() < MOST_EVIDENCE) {
            known.add(edge);
        }
    }

    private void assign(List<RecordId> cluster) {
        List<Membership> members = cluster.stream().map(desk::membership).toList();
        ProfileId profile = survivors.of(members);
        for (Membership member : members) {
            before.put(member.record(), member.profile());
            after.put(member.record(), profile);
            if (!member.profile().equals(profile)) {
                move(member, profile);
            }
        }
    }

    private void move(Membership member, ProfileId to) {
        Membership moved = member.movedTo(to);
        desk.memberships.put(moved);
        List<Evidence> evidence = evidence(member.record()).stream()
                .map(edge -> evidence(edge, member.record()))
                .toList();
        desk.tell(new Moved(
                member.record(), member.birth(), moved.revision(), member.profile(), to, cause, evidence, act));
    }

    private Evidence evidence(Edge edge, RecordId record) {
        RecordId other = edge.first().equals(record) ? edge.second() : edge.first();
        return new Evidence(
                edge.ground(), edge.detail(), desk.membership(other).birth(), edge.weight());
    }

    private void refuse(RefusedEdge refused) {
        desk.tell(new Refused(refused, act));
    }

    /**
     * What was touched by the observations.
     *
     * @param fresh the ids of the observations that were new
     * @param records the records that are not erased
     * @param born the records seen for the first time
     * @param changed the records that are not as they were
     */
    record Touched(Set<String> fresh, Set<RecordId> records, Set<RecordId> born, Set<RecordId> changed) {}

    /** Names what became of each observation. */
    private final class Outcomes {

        private final Touched touched;
        private final SetMultimap<ProfileId, ProfileId> broughtTogether = LinkedHashMultimap.create();
        private final SetMultimap<ProfileId, ProfileId> partedInto = LinkedHashMultimap.create();
        private final Set<ProfileId> named = new LinkedHashSet<>();
        private final Set<RecordId> told = new LinkedHashSet<>();
        private final Set<String> open;

        private Outcomes(Touched touched) {
            this.touched = touched;
            this.open = new LinkedHashSet<>(touched.fresh);
            before.forEach((record, profile) -> {
                if (!touched.born.contains(record)) {
                    broughtTogether.put(now(record), profile);
                    partedInto.put(profile, now(record));
                }
            });
        }

        private List<Resolution> of(List<SourceRecord> observations) {
            return observations.stream().map(this::of).toList();
        }

        private Resolution of(SourceRecord observed) {
            RecordId record = observed.recordId();
            String id = observed.observationId();
            if (!touched.records.contains(record)) {
                return new Resolution(record, id, Outcome.REFUSED_ERASED, null, List.of());
            }
            boolean fresh = open.remove(id);
            Outcome outcome = fresh ? outcome(record) : Outcome.UNCHANGED;
            return new Resolution(record, id, outcome, now(record), fresh ? evidence(record) : List.of());
        }

        private Outcome outcome(RecordId record) {
            if (!touched.changed.contains(record)) {
                return Outcome.UNCHANGED;
            }
            if (!told.add(record) || !after.containsKey(record)) {
                return Outcome.CHANGED;
            }
            int together = broughtTogether.get(now(record)).size();
            if (together > 1) {
                return Outcome.MERGED;
            }
            if (touched.born.contains(record)) {
                return named.add(now(record)) && together == 0 ? Outcome.NEW : Outcome.MATCHED;
            }
            return partedInto.get(before.getOrDefault(record, now(record))).size() > 1
                    ? Outcome.SPLIT
                    : Outcome.CHANGED;
        }

        private ProfileId now(RecordId record) {
            return desk.membership(record).profile();
        }
    }

    /**
     * Which id a profile bears: the birth id of one of its records. Of records seen at one time the first record id decides,
     * so that which id survives is no matter of chance.
     */
    private static final class Survivors {

        private static final Comparator<Membership> OLDEST =
                Comparator.comparing(Membership::bornAt).thenComparing(Membership::record);

        private final Desk desk;
        private final SurvivorRule rule;

        private Survivors(Desk desk, SurvivorRule rule) {
            this.desk = desk;
            this.rule = rule;
        }

        private ProfileId of(List<Membership> members) {
            return switch (rule.order()) {
                case OLDEST -> first(members, OLDEST);
                case PREFERRED_SOURCE ->
                    first(
                            members,
                            Comparator.<Membership>comparingInt(
                                            member -> rule.place(member.record().system()))
                                    .thenComparing(OLDEST));
                case LARGEST -> largest(members);
            };
        }

        private static ProfileId first(Collection<Membership> members, Comparator<Membership> order) {
            return members.stream().min(order).orElseThrow().birth();
        }

        /* Where a part bears no id that was born in it, it takes the one that most of its members bore last. */
        private ProfileId largest(List<Membership> members) {
            Map<ProfileId, Membership> births = new LinkedHashMap<>();
            members.forEach(member -> births.put(member.birth(), member));
            Map<ProfileId, Integer> votes = new HashMap<>();
            for (Membership member : members) {
                if (births.containsKey(member.profile())) {
                    votes.merge(member.profile(), 1, Integer::sum);
                }
            }
            if (votes.isEmpty()) {
                for (Membership member : members) {
                    former(member, births).ifPresent(id -> votes.merge(id, 1, Integer::sum));
                }
            }
            Comparator<Membership> most = Comparator.comparing(member -> votes.getOrDefault(member.birth(), 0));
            return first(members, most.reversed().thenComparing(OLDEST));
        }

        private Optional<ProfileId> former(Membership member, Map<ProfileId, Membership> births) {
            return Desk.about(desk.work.log(IdentityKinds.LINK_EVENTS), member.record()).stream()
                    .filter(Moved.class::isInstance)
                    .map(Moved.class::cast)
                    .filter(moved -> births.containsKey(moved.from()))
                    .max(Comparator.comparingLong(Moved::revision))
                    .map(Moved::from);
        }
    }
}
