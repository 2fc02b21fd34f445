package dev.cdm.core.profile;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.schema.ProfileSchema;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes profiles of the states of their records by survivorship. Immutable, thread-safe.
 *
 * <p>The result is a function of the set of states, the schema, the registry of source systems and the rules: order and
 * repetition change nothing. A state of the kind deletion keeps its record id in the profile and brings no value.
 * Attributes that the schema does not know follow the default rule and come last, by name.
 */
public final class ProfileAssembler {

    private final ImmutableMap<String, SourceSystem> sources;
    private final AttributePlan plan;

    private ProfileAssembler(Builder builder) {
        this.sources = ImmutableMap.copyOf(builder.sources);
        SurvivorshipRule fallback = builder.rule(builder.defaultRule);
        Map<AttributeKey<?>, SurvivorshipRule> rules = new LinkedHashMap<>(builder.rules);
        rules.replaceAll((key, rule) -> builder.rule(rule));
        this.plan = new AttributePlan(builder.schema, rules, fallback);
    }

    /**
     * {@return a builder}
     *
     * @param schema the attributes
     */
    public static Builder builder(ProfileSchema schema) {
        return new Builder(schema);
    }

    /**
     * {@return the profile of some records}
     *
     * @param id the id of the profile
     * @param states the present state of each record, in any order; an equal one again changes nothing
     */
    public Profile assemble(ProfileId id, Collection<SourceRecord> states) {
        Assembly assembly = new Assembly(plan);
        for (SourceRecord state : states) {
            @Nullable SourceSystem system = sources.get(state.recordId().system());
            assembly.add(Member.of(state.recordId(), system), state);
        }
        return assembly.profile(id);
    }

    /**
     * {@return what would change if two profiles were one}
     *
     * @param survivor the id that would stay
     * @param states the present states of its records
     * @param other the id of the other profile
     * @param otherStates the present states of its records
     */
    public MergePreview preview(
            ProfileId survivor,
            Collection<SourceRecord> states,
            ProfileId other,
            Collection<SourceRecord> otherStates) {
        ImmutableList<SourceRecord> both = ImmutableList.<SourceRecord>builder()
                .addAll(states)
                .addAll(otherStates)
                .build();
        return new MergePreview(assemble(survivor, states), assemble(other, otherStates), assemble(survivor, both));
    }

    @Override
    public String toString() {
        return "ProfileAssembler" + sources.keySet();
    }

    /** Collects schema, source systems and rules; not thread-safe. */
    public static final class Builder {

        private final ProfileSchema schema;
        private final Map<String, SourceSystem> sources = new LinkedHashMap<>();
        private final Map<AttributeKey<?>, SurvivorshipRule> rules = new LinkedHashMap<>();
        private SurvivorshipRule defaultRule = SurvivorshipRule.standard();
        private String pinned = "";

        private Builder(ProfileSchema schema) {
            this.schema = schema;
        }

        /**
         * {@return this builder, with more source systems; values of others count with a trust of 50}
         *
         * @param systems the source systems; one of the same id is replaced
         */
        public Builder sources(Collection<SourceSystem> systems) {
            systems.forEach(system -> sources.put(system.id(), system));
            return this;
        }

        /**
         * {@return this builder, with the rule of an attribute}
         *
         * @param key an attribute of the schema
         * @param rule the rule; what it leaves open is decided by {@link SurvivorshipRule#standard}
         * @throws IllegalArgumentException if the schema has no such attribute
         */
        public Builder rule(AttributeKey<?> key, SurvivorshipRule rule) {
            rules.put(schema.definition(key).key(), rule);
            return this;
        }

        /**
         * {@return this builder, with the rule of all attributes that have none of their own}
         *
         * @param rule the rule; the default is {@link SurvivorshipRule#standard}
         */
        public Builder defaultRule(SurvivorshipRule rule) {
            this.defaultRule = rule;
            return this;
        }

        /**
         * {@return this builder; values of one source, in which stewards set them by hand, win whatever the rules say}
         *
         * @param source the id of the source system
         */
        public Builder pinned(String source) {
            this.pinned = Checks.notBlank(source, "source");
            return this;
        }

        private SurvivorshipRule rule(SurvivorshipRule rule) {
            return pinned.isEmpty() ? rule : SurvivorshipRule.pinned(pinned).before(rule);
        }

        /**
         * {@return the assembler}
         *
         * @throws IllegalArgumentException if rules follow each other in a circle, or follow an unknown attribute
         */
        public ProfileAssembler build() {
            return new ProfileAssembler(this);
        }
    }
}
