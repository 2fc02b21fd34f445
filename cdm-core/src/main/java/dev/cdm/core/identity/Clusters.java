package dev.cdm.core.identity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.cdm.core.identity.LinkEvent.Barrier;
import dev.cdm.core.identity.LinkEvent.Edge;
import dev.cdm.core.identity.LinkEvent.Ground;
import dev.cdm.core.identity.LinkEvent.RefusedEdge;
import dev.cdm.core.identity.LinkFinder.Pair;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.linking.IdentifierLimits;
import dev.cdm.core.linking.IdentifierRule;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.IdentifierType;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.permission.Permission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The clusters of some records: a function of their identifiers, the verdicts, the limits and the gate.
 *
 * <p>Links are tried in a total order: must-links by their records, then shared identifiers by priority, type and value,
 * and for each value its clusters in the order of their first carriers, each with every later one. A link unites two
 * clusters unless a barrier forbids it: a pair that the gate refuses, a pair with a cannot-link, or, for identifiers, a
 * limit that the union would exceed. A must-link passes the limits. What a finder found comes last, and its links pass no
 * barrier either.
 */
final class Clusters {

    private static final Comparator<LinkVerdict> BY_RECORDS =
            Comparator.comparing(LinkVerdict::first).thenComparing(LinkVerdict::second);

    private final Input input;
    private final ImmutableList<RecordId> records;
    private final Map<RecordId, Integer> places = new HashMap<>();
    private final int[] parents;
    private final Group[] groups;
    private final List<Edge> held = new ArrayList<>();
    private final List<RefusedEdge> refused = new ArrayList<>();

    /**
     * What the clusters are a function of.
     *
     * @param carriers the records, in order, with the identifiers that count, neither blocked nor generic
     * @param verdicts the standing verdicts; those on other records do not matter
     * @param limits what identifiers may do
     * @param restricted the records that the gate must be asked about
     * @param gate asked about two restricted records
     * @param finding where links come from that no identifier tells; null if nowhere
     */
    record Input(
            Map<RecordId, Carrier> carriers,
            Collection<LinkVerdict> verdicts,
            IdentifierLimits limits,
            Set<RecordId> restricted,
            BiFunction<RecordId, RecordId, Permission> gate,
            @Nullable Finding finding) {}

    /**
     * A finder at work.
     *
     * @param view what it knows
     * @param version its version
     */
    record Finding(LinkFinder.View view, String version) {}

    /**
     * What a record carries.
     *
     * @param identifiers the identifiers, as they are compared
     * @param at when the record says so
     */
    record Carrier(List<Identifier> identifiers, Instant at) {}

    /** Where values are counted together: a type in a span of its window. */
    record Slot(IdentifierType type, long span) {

        private static final Comparator<Slot> ORDER = Comparator.<Slot, String>comparing(
                        slot -> slot.type().name(), CodePoints.ORDER)
                .thenComparingLong(Slot::span);

        static Slot of(IdentifierRule rule, Instant at) {
            return new Slot(rule.type(), rule.limit().window().span(at));
        }
    }

    Clusters(Input input) {
        this.input = input;
        this.records = ImmutableList.copyOf(input.carriers.keySet());
        this.parents = new int[records.size()];
        this.groups = new Group[records.size()];
        input.carriers.forEach((record, carrier) -> {
            int place = places.size();
            places.put(record, place);
            parents[place] = place;
            groups[place] = new Group(place, input.restricted.contains(record));
            groups[place].count(carrier, input.limits);
        });
        List<LinkVerdict> verdicts = new ArrayList<>(input.verdicts);
        verdicts.removeIf(verdict -> !places.containsKey(verdict.first()) || !places.containsKey(verdict.second()));
        verdicts.sort(BY_RECORDS);
        part(verdicts);
        link(verdicts);
        linkBySharedIdentifiers();
        if (input.finding != null && records.size() > 1) {
            linkFound(input.finding, verdicts);
        }
    }

    /** The links that united two clusters: a spanning tree of each. */
    List<Edge> held() {
        return held;
    }

    /** The links that a barrier forbade. */
    List<RefusedEdge> refused() {
        return refused;
    }

    /** The clusters, each in the order of its records, in the order of their first records. */
    Collection<List<RecordId>> all() {
        Map<Integer, List<RecordId>> all = new LinkedHashMap<>();
        for (int i = 0; i < parents.length; i++) {
            all.computeIfAbsent(find(i), root -> new ArrayList<>()).add(records.get(i));
        }
        return all.values();
    }

    private void part(List<LinkVerdict> verdicts) {
        for (LinkVerdict verdict : verdicts) {
            if (verdict.kind() == LinkVerdict.Kind.CANNOT_LINK) {
                groups[place(verdict.first())].parted.add(verdict);
                groups[place(verdict.second())].parted.add(verdict);
            }
        }
    }

    private void link(List<LinkVerdict> verdicts) {
        for (LinkVerdict verdict : verdicts) {
            if (verdict.kind() == LinkVerdict.Kind.MUST_LINK) {
                link(new Edge(verdict.first(), verdict.second(), Ground.MUST_LINK, verdict.id()));
            }
        }
    }

    private void linkBySharedIdentifiers() {
        Map<Identifier, List<RecordId>> carriers = new TreeMap<>(order());
        input.carriers.forEach((record, carrier) -> carrier.identifiers().stream()
                .filter(identifier -> input.limits.rule(identifier.type()).strong())
                .forEach(identifier -> carriers.computeIfAbsent(identifier, key -> new ArrayList<>())
                        .add(record)));
        carriers.forEach((identifier, list) -> link(list, identifier.type().name()));
    }

    private Comparator<Identifier> order() {
        return Comparator.<Identifier>comparingInt(
                        identifier -> input.limits.rule(identifier.type()).priority())
                .thenComparing(identifier -> identifier.type().name(), CodePoints.ORDER)
                .thenComparing(Identifier::value, CodePoints.ORDER);
    }

    private void link(List<RecordId> carriers, String type) {
        List<RecordId> open = carriers;
        while (open.size() > 1) {
            RecordId first = open.get(0);
            List<RecordId> apart = new ArrayList<>();
            for (RecordId second : open.subList(1, open.size())) {
                if (!link(new Edge(first, second, Ground.SHARED_IDENTIFIER, type))) {
                    apart.add(second);
                }
            }
            open = firstOfEachCluster(apart);
        }
    }

    private List<RecordId> firstOfEachCluster(List<RecordId> list) {
        Map<Integer, RecordId> first = new LinkedHashMap<>();
        list.forEach(record -> first.putIfAbsent(find(place(record)), record));
        return new ArrayList<>(first.values());
    }

    private void linkFound(Finding finding, List<LinkVerdict> verdicts) {
        List<Pair> certain =
                held.stream().map(edge -> Pair.of(edge.first(), edge.second())).toList();
        Map<Pair, Boolean> known = new HashMap<>();
        verdicts.stream()
                .filter(verdict -> verdict.kind() == LinkVerdict.Kind.CANNOT_LINK)
                .forEach(verdict -> known.put(new Pair(verdict.first(), verdict.second()), false));
        BiPredicate<RecordId, RecordId> mayMeet =
                (one, other) -> one.equals(other) || known.computeIfAbsent(Pair.of(one, other), this::permitted);
        for (LinkFinder.Link found : finding.view.links(places.keySet(), certain, mayMeet)) {
            RecordId first = found.pair().first();
            RecordId second = found.pair().second();
            if (places.containsKey(first) && places.containsKey(second)) {
                link(new Edge(first, second, Ground.SCORED, finding.version, found.weight()));
            }
        }
    }

    private boolean permitted(Pair pair) {
        return !input.restricted.contains(pair.first())
                || !input.restricted.contains(pair.second())
                || input.gate.apply(pair.first(), pair.second()).granted();
    }

    private boolean link(Edge edge) {
        int first = find(place(edge.first()));
        int second = find(place(edge.second()));
        if (first == second) {
            return true;
        }
        RefusedEdge barrier = barrier(edge, groups[first], groups[second]);
        if (barrier != null) {
            refused.add(barrier);
            return false;
        }
        unite(first, second);
        held.add(edge);
        return true;
    }

    private @Nullable RefusedEdge barrier(Edge edge, Group first, Group second) {
        for (RecordId a : Iterables.transform(first.restricted, records::get)) {
            for (RecordId b : Iterables.transform(second.restricted, records::get)) {
                Permission permission = input.gate.apply(a, b);
                if (!permission.granted()) {
                    return new RefusedEdge(edge, Barrier.GATE, permission.reason());
                }
            }
        }
        LinkVerdict verdict = parting(first, second);
        if (verdict != null) {
            return new RefusedEdge(edge, Barrier.CANNOT_LINK, verdict.id());
        }
        IdentifierType exceeded = edge.ground() == Ground.MUST_LINK ? null : first.exceeding(second, input.limits);
        return exceeded == null ? null : new RefusedEdge(edge, Barrier.LIMIT, exceeded.name());
    }

    /* Of several verdicts the first by its records, whatever else was looked at together with these. */
    private @Nullable LinkVerdict parting(Group first, Group second) {
        int other = first.parted.size() <= second.parted.size() ? find(second.root) : find(first.root);
        List<LinkVerdict> fewer = first.parted.size() <= second.parted.size() ? first.parted : second.parted;
        LinkVerdict parting = null;
        for (LinkVerdict verdict : fewer) {
            boolean parts = find(place(verdict.first())) == other || find(place(verdict.second())) == other;
            if (parts && (parting == null || BY_RECORDS.compare(verdict, parting) < 0)) {
                parting = verdict;
            }
        }
        return parting;
    }

    private void unite(int first, int second) {
        int large = groups[first].size >= groups[second].size ? first : second;
        int small = large == first ? second : first;
        parents[small] = large;
        groups[large].absorb(groups[small]);
    }

    private int find(int place) {
        int root = place;
        while (parents[root] != root) {
            root = parents[root];
        }
        while (parents[place] != root) {
            int next = parents[place];
            parents[place] = root;
            place = next;
        }
        return root;
    }

    private int place(RecordId record) {
        return places.getOrDefault(record, -1);
    }

    /** What must be known of a cluster to decide whether it may grow. */
    private static final class Group {

        private final int root;
        private int size = 1;
        private final List<Integer> restricted = new ArrayList<>();
        private final List<LinkVerdict> parted = new ArrayList<>();
        private final Map<Slot, Set<String>> values = new TreeMap<>(Slot.ORDER);

        private Group(int root, boolean restricted) {
            this.root = root;
            if (restricted) {
                this.restricted.add(root);
            }
        }

        private void count(Carrier carrier, IdentifierLimits limits) {
            for (Identifier identifier : carrier.identifiers()) {
                IdentifierRule rule = limits.rule(identifier.type());
                if (rule.isLimited()) {
                    values.computeIfAbsent(Slot.of(rule, carrier.at()), slot -> new LinkedHashSet<>())
                            .add(identifier.value());
                }
            }
        }

        /* A union may not have more values than the limit, unless one of the two has just these values already. */
        private @Nullable IdentifierType exceeding(Group other, IdentifierLimits limits) {
            for (Map.Entry<Slot, Set<String>> entry : values.entrySet()) {
                Set<String> mine = entry.getValue();
                Set<String> its = other.values.getOrDefault(entry.getKey(), Set.of());
                IdentifierType type = entry.getKey().type();
                int most = limits.rule(type).limit().values();
                int limit = Math.max(most, Math.max(mine.size(), its.size()));
                if (mine.size() + its.size() > limit && united(mine, its) > limit) {
                    return type;
                }
            }
            return null;
        }

        private static int united(Set<String> one, Set<String> two) {
            Set<String> small = one.size() <= two.size() ? one : two;
            Set<String> large = small == one ? two : one;
            int more = 0;
            for (String value : small) {
                more += large.contains(value) ? 0 : 1;
            }
            return large.size() + more;
        }

        private void absorb(Group other) {
            size += other.size;
            restricted.addAll(other.restricted);
            parted.addAll(other.parted);
            other.values.forEach((slot, set) -> values.merge(slot, set, Group::union));
        }

        private static Set<String> union(Set<String> one, Set<String> two) {
            Set<String> large = one.size() >= two.size() ? one : two;
            large.addAll(large == one ? two : one);
            return large;
        }
    }
}
