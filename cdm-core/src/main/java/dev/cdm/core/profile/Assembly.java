package dev.cdm.core.profile;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.Sourced;
import dev.cdm.core.model.ValueProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One profile in the making: assertions are collected by attribute, then each attribute is decided. */
final class Assembly {

    private static final Comparator<AttributeKey<?>> BY_NAME = Comparator.<AttributeKey<?>, String>comparing(
                    AttributeKey::name, CodePoints.ORDER)
            .thenComparing(key -> key.type().getName());

    private static final Comparator<ValueProblem> BY_CODE = Comparator.comparing(ValueProblem::code, CodePoints.ORDER)
            .thenComparing(ValueProblem::field, CodePoints.ORDER)
            .thenComparing(ValueProblem::rawText, CodePoints.ORDER)
            .thenComparing(ValueProblem::message, CodePoints.ORDER)
            .thenComparing(ValueProblem::severity);

    private final AttributePlan plan;
    private final Set<RecordId> recordIds = new TreeSet<>();
    private final Map<AttributeKey<?>, Contest<?>> contests = new HashMap<>();
    private final Map<RecordId, Set<ValueProblem>> problems = new TreeMap<>();
    private final Map<AttributeKey<?>, Lineage<?>> decided = new HashMap<>();

    Assembly(AttributePlan plan) {
        this.plan = plan;
    }

    void add(Member member, SourceRecord state) {
        recordIds.add(state.recordId());
        if (state.kind() == ObservationKind.DELETION) {
            return;
        }
        for (Sourced<?> assertion : state.values()) {
            Contest<?> contest = contests.get(assertion.key());
            if (contest == null) {
                contest = new Contest<>(assertion.key());
                contests.put(assertion.key(), contest);
            }
            contest.add(member, assertion);
        }
        if (!state.problems().isEmpty()) {
            problems.computeIfAbsent(state.recordId(), id -> new TreeSet<>(BY_CODE))
                    .addAll(state.problems());
        }
    }

    Profile profile(ProfileId id) {
        plan.order().forEach(this::decide);
        List<AttributeKey<?>> unknown = new ArrayList<>(contests.keySet());
        unknown.sort(BY_NAME);
        unknown.forEach(this::decide);
        ImmutableMap.Builder<AttributeKey<?>, Lineage<?>> lineages = ImmutableMap.builder();
        for (AttributeKey<?> key : Iterables.concat(plan.schemaOrder(), unknown)) {
            @Nullable Lineage<?> lineage = decided.get(key);
            if (lineage != null) {
                lineages.put(key, lineage);
            }
        }
        ImmutableMap.Builder<RecordId, List<ValueProblem>> sorted = ImmutableMap.builder();
        problems.forEach((recordId, found) -> sorted.put(recordId, ImmutableList.copyOf(found)));
        return new Profile(id, ImmutableList.copyOf(recordIds), lineages.build(), sorted.build());
    }

    private void decide(AttributeKey<?> key) {
        @Nullable Contest<?> contest = contests.remove(key);
        if (contest != null) {
            AttributePlan.Step step = plan.step(key);
            decided.put(key, contest.decide(new Ranking(step.criteria(), this::winner), step.keepsAll()));
        }
    }

    private @Nullable RecordId winner(AttributeKey<?> key) {
        @Nullable Lineage<?> lineage = decided.get(key);
        return lineage == null
                ? null
                : lineage.ranked().get(0).supporters().get(0).recordId();
    }
}
