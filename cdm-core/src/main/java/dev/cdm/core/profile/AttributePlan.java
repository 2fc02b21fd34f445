package dev.cdm.core.profile;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.schema.AttributeDefinition;
import dev.cdm.core.schema.Cardinality;
import dev.cdm.core.schema.ProfileSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In which order the attributes are decided, and how: an attribute comes after those whose winners it follows. */
final class AttributePlan {

    /** How one attribute is decided; its place is that of the schema. */
    record Step(int place, ImmutableList<Criterion> criteria, boolean keepsAll) {}

    private final ImmutableMap<AttributeKey<?>, Step> steps;
    private final ImmutableList<AttributeKey<?>> order;
    private final Step unknown;

    AttributePlan(ProfileSchema schema, Map<AttributeKey<?>, SurvivorshipRule> rules, SurvivorshipRule fallback) {
        Map<AttributeKey<?>, Step> all = new LinkedHashMap<>();
        for (AttributeDefinition<?> definition : schema.definitions()) {
            SurvivorshipRule rule = rules.getOrDefault(definition.key(), fallback);
            boolean many = definition.cardinality() == Cardinality.MANY;
            all.put(definition.key(), new Step(all.size(), criteria(rule), rule.keepsAll(many)));
        }
        this.steps = ImmutableMap.copyOf(all);
        Set<AttributeKey<?>> decided = new LinkedHashSet<>();
        steps.keySet().forEach(key -> visit(key, decided, new ArrayList<>()));
        this.order = ImmutableList.copyOf(decided);
        this.unknown = new Step(steps.size(), criteria(fallback), fallback.keepsAll(false));
    }

    private static ImmutableList<Criterion> criteria(SurvivorshipRule rule) {
        return rule.then(SurvivorshipRule.standard()).criteria();
    }

    private void visit(AttributeKey<?> key, Set<AttributeKey<?>> decided, List<AttributeKey<?>> path) {
        if (decided.contains(key)) {
            return;
        }
        Checks.require(!path.contains(key), "rule", "must not follow itself", path);
        path.add(key);
        for (Criterion criterion : step(key).criteria()) {
            @Nullable AttributeKey<?> followed = criterion.followed();
            if (followed != null) {
                Checks.require(steps.containsKey(followed), "rule", "must follow an attribute of the schema", followed);
                visit(followed, decided, path);
            }
        }
        path.remove(path.size() - 1);
        decided.add(key);
    }

    /** The attributes of the schema in the order in which they are to be decided. */
    ImmutableList<AttributeKey<?>> order() {
        return order;
    }

    Step step(AttributeKey<?> key) {
        return steps.getOrDefault(key, unknown);
    }

    /** The attributes of the schema in its order. */
    ImmutableList<AttributeKey<?>> schemaOrder() {
        return steps.keySet().asList();
    }
}
