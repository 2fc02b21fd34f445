package dev.cdm.consent.purpose;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The host's register of purposes and data categories. Immutable, thread-safe.
 *
 * <p>Both are directed graphs without cycles: a purpose may lie under several others.
 */
public final class Purposes {

    private final ImmutableMap<PurposeId, Purpose> byId;
    private final Dag<PurposeId> graph;
    private final Categories categories;
    private final Operations operations;

    private Purposes(Collection<Purpose> purposes, Categories categories, Operations operations) {
        Map<PurposeId, Purpose> map = new LinkedHashMap<>();
        Map<PurposeId, Set<PurposeId>> parents = new LinkedHashMap<>();
        for (Purpose purpose : purposes) {
            Checks.require(map.put(purpose.id(), purpose) == null, "purposes", "must differ", "`" + purpose.id() + "`");
            parents.put(purpose.id(), purpose.parents());
            for (String category : purpose.categories()) {
                Checks.require(categories.knows(category), "category", "must be registered", "`" + category + "`");
            }
            for (String operation : purpose.operations()) {
                Checks.require(operations.knows(operation), "operation", "must be registered", "`" + operation + "`");
            }
        }
        this.byId = ImmutableMap.copyOf(map);
        this.graph = new Dag<>(parents);
        this.categories = categories;
        this.operations = operations;
    }

    /**
     * {@return the register of some purposes, with the standard data categories}
     *
     * @param purposes the purposes, parents in any place
     * @throws IllegalArgumentException if an id comes twice, a parent is missing or the graph has a cycle
     */
    public static Purposes of(Purpose... purposes) {
        return of(Arrays.asList(purposes), Categories.standard());
    }

    /**
     * {@return the register of some purposes}
     *
     * @param purposes the purposes, parents in any place
     * @param categories the data categories
     * @throws IllegalArgumentException if an id comes twice, a parent is missing or the graph has a cycle
     */
    public static Purposes of(Collection<Purpose> purposes, Categories categories) {
        return of(purposes, categories, Operations.standard());
    }

    /**
     * {@return the register of some purposes}
     *
     * @param purposes the purposes, parents in any place
     * @param categories the data categories
     * @param operations the processing operations
     * @throws IllegalArgumentException if an id comes twice, a parent is missing or the graph has a cycle
     */
    public static Purposes of(Collection<Purpose> purposes, Categories categories, Operations operations) {
        return new Purposes(purposes, categories, operations);
    }

    /** {@return the purposes in the order they were registered} */
    public Collection<Purpose> all() {
        return byId.values();
    }

    /** {@return the data categories} */
    public Categories categories() {
        return categories;
    }

    /** {@return the processing operations} */
    public Operations operations() {
        return operations;
    }

    /**
     * {@return the purpose of an id, if it is registered}
     *
     * @param id the id
     */
    public Optional<Purpose> find(PurposeId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * {@return the purposes directly above one}
     *
     * @param id the id of the one
     */
    public Set<PurposeId> parents(PurposeId id) {
        return graph.parents(id);
    }

    /**
     * {@return the purpose and all above it; empty if it is not registered}
     *
     * @param id the id
     */
    public Set<PurposeId> upward(PurposeId id) {
        return graph.upward(id);
    }

    /**
     * {@return the purpose and all below it; empty if it is not registered}
     *
     * @param id the id
     */
    public Set<PurposeId> downward(PurposeId id) {
        return graph.downward(id);
    }

    /**
     * {@return whether any purpose names a recipient}
     *
     * @param recipient the recipient
     */
    public boolean names(RecipientId recipient) {
        return byId.values().stream().anyMatch(purpose -> purpose.recipients().contains(recipient));
    }

    @Override
    public String toString() {
        return "Purposes" + ImmutableSet.copyOf(byId.keySet());
    }
}
