package dev.cdm.core.identity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.identity.Clusters.Carrier;
import dev.cdm.core.identity.Clusters.Finding;
import dev.cdm.core.identity.IdentityKinds.IdentifierUse;
import dev.cdm.core.identity.IdentityKinds.Membership;
import dev.cdm.core.identity.IdentityKinds.RecordState;
import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.linking.IdentifierLimits;
import dev.cdm.core.linking.SurvivorRule;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.permission.LinkGate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The records that some records could reach over links, whether these hold or are refused. The clusters of a
 * neighbourhood depend on nothing outside it.
 */
final class Neighbourhood {

    private final Desk desk;
    private final Rules rules;
    private final Map<RecordId, Carrier> carriers = new LinkedHashMap<>();
    private final Map<Identifier, Optional<Identifier>> counted = new HashMap<>();
    private final Map<String, LinkVerdict> verdicts = new LinkedHashMap<>();
    private boolean generic;

    /**
     * How links are made.
     *
     * @param limits what identifiers may do
     * @param gate what outranks them
     * @param ids gives a new profile id at every call
     * @param survivor which id a profile bears
     * @param finder finds links beyond shared identifiers; null if there is none
     */
    record Rules(
            IdentifierLimits limits,
            LinkGate gate,
            Supplier<ProfileId> ids,
            SurvivorRule survivor,
            @Nullable LinkFinder finder) {

        boolean links(IdentifierUse use) {
            return use.count() <= limits.rule(use.type()).maxRecords();
        }

        /* The gate is not part of it: what it permits, other data say. */
        String fingerprint() {
            ContentHash hash = new ContentHash()
                    .add(limits.fingerprint())
                    .add(survivor.order().name())
                    .add(String.join("\n", survivor.systems()));
            return (finder == null ? hash : hash.add(finder.version())).finish();
        }
    }

    Neighbourhood(Desk desk, Rules rules) {
        this.desk = desk;
        this.rules = rules;
    }

    /**
     * The clusters of everything within reach of some records.
     *
     * @param seeds records; those that are not there are left out
     */
    Clusters clusters(Collection<RecordId> seeds) {
        Set<RecordId> reached = new LinkedHashSet<>(seeds);
        List<RecordId> frontier = ImmutableList.copyOf(reached);
        while (!frontier.isEmpty()) {
            frontier = next(frontier, reached);
        }
        if (generic) {
            carriers.replaceAll((record, carrier) -> new Carrier(
                    carrier.identifiers().stream().filter(this::counts).toList(), carrier.at()));
        }
        Set<RecordId> records = carriers.keySet();
        return new Clusters(new Clusters.Input(
                inOrder(),
                verdicts.values(),
                rules.limits,
                ImmutableSet.copyOf(rules.gate.restricted(records, desk.work)),
                (first, second) -> rules.gate.mayLink(first, second, desk.work),
                rules.finder == null || desk.finding == null
                        ? null
                        : new Finding(desk.finding, rules.finder.version())));
    }

    /* They mostly come in order, page by page: one sort is cheaper than a sorted map. */
    private Map<RecordId, Carrier> inOrder() {
        List<Map.Entry<RecordId, Carrier>> sorted = new ArrayList<>(carriers.entrySet());
        sorted.sort(Map.Entry.comparingByKey());
        return ImmutableMap.copyOf(sorted);
    }

    /** The records that carry an identifier now; what was changed must have been written. */
    static Collection<RecordId> carriers(IdentifierUse use, Desk desk) {
        return use.complete() ? use.records() : Desk.carriers(desk.work, use.key());
    }

    private List<RecordId> next(List<RecordId> frontier, Set<RecordId> reached) {
        desk.load(frontier);
        List<RecordId> next = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        Set<String> verdictIds = new LinkedHashSet<>();
        for (RecordId record : frontier) {
            Membership membership = desk.memberships.get(record.text());
            if (membership != null) {
                RecordState state = desk.states.get(record.text());
                carriers.put(record, carrier(membership, state));
                verdictIds.addAll(membership.verdicts());
                keys.addAll(state == null ? List.of() : state.linking());
            }
        }
        mustLinked(verdictIds).stream().filter(reached::add).forEach(next::add);
        if (desk.finding != null) {
            desk.finding.neighbours(frontier).stream().filter(reached::add).forEach(next::add);
        }
        desk.identifiers.load(keys);
        for (String key : keys) {
            IdentifierUse use = desk.identifiers.get(key);
            if (use != null && use.count() > 1) {
                if (rules.links(use)) {
                    carriers(use, desk).stream().filter(reached::add).forEach(next::add);
                } else {
                    generic = true;
                }
            }
        }
        return next;
    }

    private List<RecordId> mustLinked(Set<String> verdictIds) {
        desk.verdicts.load(verdictIds);
        List<RecordId> records = new ArrayList<>();
        for (String id : verdictIds) {
            LinkVerdict verdict = desk.verdicts.get(id);
            if (verdict != null && verdicts.put(id, verdict) == null && verdict.kind() == LinkVerdict.Kind.MUST_LINK) {
                records.add(verdict.first());
                records.add(verdict.second());
            }
        }
        return records;
    }

    private Carrier carrier(Membership membership, @Nullable RecordState state) {
        return state == null
                ? new Carrier(List.of(), membership.bornAt())
                : new Carrier(counted(state.current(), rules.limits, counted), Fold.time(state.current()));
    }

    /**
     * The identifiers of a record that do not mean nobody, as they are compared, each once.
     *
     * @param known what was found for identifiers before; filled
     */
    static List<Identifier> counted(
            SourceRecord record, IdentifierLimits limits, Map<Identifier, Optional<Identifier>> known) {
        Set<Identifier> found = new LinkedHashSet<>();
        for (Identifier identifier : record.identifiers()) {
            known.computeIfAbsent(
                            identifier,
                            some -> limits.blocks(some) ? Optional.empty() : Optional.of(limits.compared(some)))
                    .ifPresent(found::add);
        }
        return ImmutableList.copyOf(found);
    }

    /* A generic value neither links nor counts towards a limit. */
    private boolean counts(Identifier identifier) {
        if (!rules.limits.rule(identifier.type()).strong()) {
            return true;
        }
        @Nullable IdentifierUse use = desk.identifiers.get(IdentityKinds.hash(identifier));
        return use == null || rules.links(use);
    }
}
