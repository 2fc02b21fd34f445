package dev.cdm.core.profile;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.value.AttributeValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as the records that belong together tell it: golden values, each with its lineage. Immutable; computed by a
 * {@link ProfileAssembler}, never stored as truth.
 */
public final class Profile {

    private final ProfileId id;
    private final ImmutableList<RecordId> recordIds;
    private final ImmutableMap<AttributeKey<?>, Lineage<?>> lineages;
    private final ImmutableMap<RecordId, List<ValueProblem>> problems;

    Profile(
            ProfileId id,
            ImmutableList<RecordId> recordIds,
            ImmutableMap<AttributeKey<?>, Lineage<?>> lineages,
            ImmutableMap<RecordId, List<ValueProblem>> problems) {
        this.id = id;
        this.recordIds = recordIds;
        this.lineages = lineages;
        this.problems = problems;
    }

    /** {@return the id} */
    public ProfileId id() {
        return id;
    }

    /** {@return the records that belong to the profile, in code-point order; deleted ones too} */
    public List<RecordId> recordIds() {
        return recordIds;
    }

    /**
     * {@return the best value of an attribute, if there is any}
     *
     * @param key the attribute
     * @param <V> the type of the value
     */
    public <V extends AttributeValue> Optional<V> value(AttributeKey<V> key) {
        return lineage(key).winner().map(RankedValue::value);
    }

    /**
     * {@return the surviving values of an attribute, the best first; at most one where the schema says one}
     *
     * @param key the attribute
     * @param <V> the type of the values
     */
    public <V extends AttributeValue> List<V> values(AttributeKey<V> key) {
        return lineage(key).values();
    }

    /**
     * {@return the lineage of an attribute; without values if no record has any}
     *
     * @param key the attribute
     * @param <V> the type of the values
     */
    public <V extends AttributeValue> Lineage<V> lineage(AttributeKey<V> key) {
        @Nullable Lineage<?> found = lineages.get(key);
        if (found == null) {
            return new Lineage<>(key, ImmutableList.of());
        }
        @SuppressWarnings("unchecked") // lineages are kept under their own keys
        Lineage<V> typed = (Lineage<V>) found;
        return typed;
    }

    /** {@return the lineages of all attributes that have a value, in the order of the schema} */
    public Collection<Lineage<?>> lineages() {
        return lineages.values();
    }

    /** {@return the names of the attributes that have a value, in the order of the schema} */
    public Set<String> attributeNames() {
        return lineages.keySet().stream().map(AttributeKey::name).collect(ImmutableSet.toImmutableSet());
    }

    /** {@return the problems found at intake by record, both in a fixed order; records without any are left out} */
    public Map<RecordId, List<ValueProblem>> problems() {
        return problems;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Profile that
                && id.equals(that.id)
                && recordIds.equals(that.recordIds)
                && lineages.values().asList().equals(that.lineages.values().asList())
                && problems.equals(that.problems);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + recordIds.hashCode();
    }

    @Override
    public String toString() {
        return "Profile[" + id + " of " + recordIds + " " + attributeNames() + "]";
    }
}
