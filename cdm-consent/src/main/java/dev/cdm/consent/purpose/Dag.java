package dev.cdm.consent.purpose;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The parents of each node, checked to be known and without cycle, with what is above and below each node. */
final class Dag<T> {

    private final ImmutableMap<T, ImmutableSet<T>> parents;
    private final ImmutableMap<T, ImmutableSet<T>> upward;
    private final ImmutableMap<T, ImmutableSet<T>> downward;

    Dag(Map<T, ? extends Set<T>> parentsOf) {
        ImmutableMap.Builder<T, ImmutableSet<T>> kept = ImmutableMap.builder();
        parentsOf.forEach((node, above) -> kept.put(node, ImmutableSet.copyOf(above)));
        this.parents = kept.build();
        Map<T, ImmutableSet<T>> reached = new LinkedHashMap<>();
        parents.keySet().forEach(node -> climb(node, reached, new LinkedHashSet<>()));
        this.upward = ImmutableMap.copyOf(reached);
        this.downward = invert();
    }

    ImmutableSet<T> parents(T node) {
        return parents.getOrDefault(node, ImmutableSet.of());
    }

    /** The node and everything above it; empty if the node is unknown. */
    ImmutableSet<T> upward(T node) {
        return upward.getOrDefault(node, ImmutableSet.of());
    }

    /** The node and everything below it; empty if the node is unknown. */
    ImmutableSet<T> downward(T node) {
        return downward.getOrDefault(node, ImmutableSet.of());
    }

    private ImmutableSet<T> climb(T node, Map<T, ImmutableSet<T>> reached, Set<T> path) {
        ImmutableSet<T> known = reached.get(node);
        if (known != null) {
            return known;
        }
        Checks.require(parents.containsKey(node), "parent", "must be declared", "`" + node + "`");
        Checks.require(path.add(node), "parent", "must not lead back to its child", "`" + node + "`");
        ImmutableSet.Builder<T> above = ImmutableSet.<T>builder().add(node);
        parents(node).forEach(parent -> above.addAll(climb(parent, reached, path)));
        path.remove(node);
        ImmutableSet<T> all = above.build();
        reached.put(node, all);
        return all;
    }

    private ImmutableMap<T, ImmutableSet<T>> invert() {
        Map<T, ImmutableSet.Builder<T>> below = new LinkedHashMap<>();
        parents.keySet()
                .forEach(node -> below.put(node, ImmutableSet.<T>builder().add(node)));
        upward.forEach((node, above) -> above.forEach(ancestor ->
                below.computeIfAbsent(ancestor, any -> ImmutableSet.builder()).add(node)));
        ImmutableMap.Builder<T, ImmutableSet<T>> all = ImmutableMap.builder();
        below.forEach((node, set) -> all.put(node, set.build()));
        return all.build();
    }
}
