package dev.cdm.core.identity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import dev.cdm.core.identity.Clusters.Slot;
import dev.cdm.core.identity.IdentityKinds.IdentifierUse;
import dev.cdm.core.identity.IdentityKinds.RecordState;
import dev.cdm.core.linking.IdentifierRule;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.IdentifierType;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers which records carry which linking identifiers. Changes are collected and settled at once, so that the entries
 * of a batch are read together.
 */
final class Registration {

    /** How many carriers an entry names; the others are found over the index of states. */
    private static final int NAMED = 50;

    private final Desk desk;
    private final Neighbourhood.Rules rules;
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final Map<Identifier, Optional<Identifier>> counted = new HashMap<>();
    private final Set<RecordId> changed = new LinkedHashSet<>();
    private final Set<RecordId> disturbed = new LinkedHashSet<>();
    private final Set<RecordId> rescored = new LinkedHashSet<>();

    Registration(Desk desk, Neighbourhood.Rules rules) {
        this.desk = desk;
        this.rules = rules;
    }

    /** The records that are not as they were. */
    Set<RecordId> changed() {
        return changed;
    }

    /** Puts the state of a record and notes how its identifiers changed. */
    void register(SourceRecord current, String lastObservation) {
        RecordId record = current.recordId();
        Map<String, IdentifierType> types = new LinkedHashMap<>();
        current.identifiers().stream()
                .filter(rules.limits()::links)
                .map(rules.limits()::compared)
                .forEach(identifier -> types.put(IdentityKinds.hash(identifier), identifier.type()));
        RecordState former = desk.states.get(record.text());
        if (former == null || !former.current().equals(current)) {
            changed.add(record);
            rescored.add(record);
        }
        if (former == null || !limited(former.current()).equals(limited(current))) {
            disturbed.add(record);
        }
        Set<String> linking = former == null ? Set.of() : ImmutableSet.copyOf(former.linking());
        types.forEach((key, type) -> {
            if (!linking.contains(key)) {
                change(key, type).added.add(record);
            }
        });
        Sets.difference(linking, types.keySet())
                .forEach(key -> change(key, null).removed.add(record));
        RecordState state = new RecordState(current, lastObservation, ImmutableList.copyOf(types.keySet()));
        desk.states.put(state);
    }

    /* What counts towards limits. Other identifiers matter only if they link now or did: see settle(). */
    private SetMultimap<Slot, String> limited(SourceRecord record) {
        SetMultimap<Slot, String> values = LinkedHashMultimap.create();
        for (Identifier identifier : Neighbourhood.counted(record, rules.limits(), counted)) {
            IdentifierRule rule = rules.limits().rule(identifier.type());
            if (rule.isLimited()) {
                values.put(Slot.of(rule, Fold.time(record)), identifier.value());
            }
        }
        return values;
    }

    /** Removes the state of a record and notes that it carries nothing any more. */
    void withdraw(RecordState state) {
        RecordId record = state.current().recordId();
        state.linking().forEach(key -> change(key, null).removed.add(record));
        desk.states.remove(record.text());
        rescored.add(record);
    }

    /**
     * Writes states and entries.
     *
     * @return the records whose links may have changed
     */
    Set<RecordId> settle() {
        desk.identifiers.load(changes.keySet());
        List<IdentifierUse> uses = new ArrayList<>();
        changes.forEach((key, change) -> {
            IdentifierUse former = desk.identifiers.get(key);
            IdentifierUse now = change.applied(key, former);
            if (shared(now)) {
                disturbed.addAll(change.added);
            }
            if (shared(former)) {
                disturbed.addAll(change.removed);
            }
            if (now == null) {
                desk.identifiers.remove(key);
            } else {
                desk.identifiers.put(now);
                if (former != null && disturbs(change, rules.links(former), rules.links(now))) {
                    uses.add(now);
                }
            }
        });
        changes.clear();
        if (desk.finding != null && !rescored.isEmpty()) {
            disturbed.addAll(rescored);
            disturbed.addAll(desk.finding.neighbours(rescored));
        }
        rescored.clear();
        desk.flushRecords();
        uses.forEach(use -> disturbed.addAll(Neighbourhood.carriers(use, desk)));
        return disturbed;
    }

    private boolean shared(@Nullable IdentifierUse use) {
        return use != null && use.count() > 1 && rules.links(use);
    }

    /* Other carriers lose a link when one leaves, and all of them when the value turns generic or back. */
    private static boolean disturbs(Change change, boolean linkedBefore, boolean linksNow) {
        return linkedBefore != linksNow || (linkedBefore && !change.removed.isEmpty());
    }

    private Change change(String key, @Nullable IdentifierType type) {
        Change change = changes.computeIfAbsent(key, absent -> new Change());
        if (type != null) {
            change.type = type;
        }
        return change;
    }

    /** Who began and who ceased to carry an identifier. */
    private static final class Change {

        private @Nullable IdentifierType type;
        private final Set<RecordId> added = new LinkedHashSet<>();
        private final Set<RecordId> removed = new LinkedHashSet<>();

        private @Nullable IdentifierUse applied(String key, @Nullable IdentifierUse former) {
            IdentifierType its = former == null ? type : former.type();
            int count = (former == null ? 0 : former.count()) + added.size() - removed.size();
            if (its == null || count <= 0) {
                return null;
            }
            Set<RecordId> named = new LinkedHashSet<>(former == null ? List.of() : former.records());
            named.removeAll(removed);
            for (RecordId record : added) {
                if (named.size() < NAMED) {
                    named.add(record);
                }
            }
            return new IdentifierUse(key, its, ImmutableList.copyOf(named), count);
        }
    }
}
