package dev.cdm.consent.view;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cdm.consent.policy.Decision;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.value.AttributeValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a profile may be seen for one purpose at one time. Immutable.
 *
 * <p>An attribute that may not be used is absent, exactly as one that the person does not have. What was left out is told
 * by name and reason. A view is a copy: it must not be kept longer than {@link Decision#validUntil}.
 */
public final class ProfileView {

    private final ProfileId profile;
    private final Decision decision;
    private final ImmutableMap<AttributeKey<?>, ImmutableList<AttributeValue>> values;
    private final ImmutableList<Withheld> withheld;

    ProfileView(
            ProfileId profile,
            Decision decision,
            Map<AttributeKey<?>, ImmutableList<AttributeValue>> values,
            List<Withheld> withheld) {
        this.profile = profile;
        this.decision = decision;
        this.values = ImmutableMap.copyOf(values);
        this.withheld = ImmutableList.copyOf(withheld);
    }

    /** {@return whose data it shows} */
    public ProfileId profile() {
        return profile;
    }

    /** {@return the purpose it is bound to} */
    public PurposeId purpose() {
        return decision.purpose();
    }

    /** {@return the decision it rests on; a refusal leaves the view empty} */
    public Decision decision() {
        return decision;
    }

    /** {@return the names of the attributes that may be seen and have a value, in the order of the profile} */
    public Set<String> attributeNames() {
        ImmutableMap.Builder<String, AttributeKey<?>> names = ImmutableMap.builder();
        values.keySet().forEach(key -> names.put(key.name(), key));
        return names.buildOrThrow().keySet();
    }

    /**
     * {@return the best value of an attribute that may be seen, if there is any}
     *
     * @param key the attribute
     * @param <V> the type of the value
     */
    public <V extends AttributeValue> Optional<V> value(AttributeKey<V> key) {
        return values(key).stream().findFirst();
    }

    /**
     * {@return the values of an attribute that may be seen, the best first}
     *
     * @param key the attribute
     * @param <V> the type of the values
     */
    public <V extends AttributeValue> List<V> values(AttributeKey<V> key) {
        @Nullable ImmutableList<AttributeValue> found = values.get(key);
        return found == null
                ? List.of()
                : found.stream().map(key.type()::cast).collect(ImmutableList.toImmutableList());
    }

    /** {@return what was left out and why, in the order of the profile} */
    public List<Withheld> withheld() {
        return withheld;
    }

    /** {@return profile, purpose and names of attributes: no value} */
    @Override
    public String toString() {
        return "ProfileView[" + profile + " for " + purpose() + " " + attributeNames() + "]";
    }
}
