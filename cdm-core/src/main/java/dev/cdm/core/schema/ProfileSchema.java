package dev.cdm.core.schema;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.value.AttributeValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a host's profiles. Immutable, thread-safe.
 *
 * <p>Every attribute has one name and every alias leads to one attribute; the builder refuses anything else.
 */
public final class ProfileSchema {

    private final ImmutableMap<String, AttributeDefinition<?>> definitions;
    private final ImmutableMap<String, FieldTarget> targets;

    private ProfileSchema(Builder builder) {
        this.definitions = ImmutableMap.copyOf(builder.definitions);
        Map<String, FieldTarget> byAlias = new LinkedHashMap<>();
        for (AttributeDefinition<?> definition : definitions.values()) {
            definition.aliases().forEach((alias, target) -> {
                FieldTarget former = byAlias.put(alias, target);
                Checks.require(
                        former == null, "alias", "must lead to one attribute", "`" + alias + "` of " + target.key());
            });
        }
        this.targets = ImmutableMap.copyOf(byAlias);
    }

    /** {@return a builder of a schema without attributes} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the attributes of this schema} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.definitions.putAll(definitions);
        return builder;
    }

    /** {@return the definitions in the order they were added} */
    public Collection<AttributeDefinition<?>> definitions() {
        return definitions.values();
    }

    /**
     * {@return the definition of an attribute}
     *
     * @param name the name of the attribute
     */
    public Optional<AttributeDefinition<?>> definition(String name) {
        return Optional.ofNullable(definitions.get(name));
    }

    /**
     * {@return the definition of an attribute}
     *
     * @param key the attribute
     * @param <V> the type of its values
     * @throws IllegalArgumentException if the schema has no such attribute
     */
    public <V extends AttributeValue> AttributeDefinition<V> definition(AttributeKey<V> key) {
        AttributeDefinition<?> found = definitions.get(key.name());
        if (found == null || !found.key().equals(key)) {
            throw new IllegalArgumentException("`key` must be an attribute of the schema, was `" + key + "`");
        }
        @SuppressWarnings("unchecked") // equal keys have the same type of values
        AttributeDefinition<V> typed = (AttributeDefinition<V>) found;
        return typed;
    }

    /**
     * {@return where the text of a field goes}
     *
     * @param fieldName the name as the source writes it
     */
    public Optional<FieldTarget> target(String fieldName) {
        @Nullable FieldTarget target = targets.get(FieldNames.fold(fieldName));
        return Optional.ofNullable(target);
    }

    @Override
    public String toString() {
        return "ProfileSchema[" + definitions.size() + " attributes]";
    }

    /** Collects definitions; not thread-safe. */
    public static final class Builder {

        private final Map<String, AttributeDefinition<?>> definitions = new LinkedHashMap<>();

        private Builder() {}

        /**
         * {@return this builder, with one more attribute, or with another definition of one it has}
         *
         * @param definition the definition
         */
        public Builder attribute(AttributeDefinition<?> definition) {
            definitions.put(definition.key().name(), definition);
            return this;
        }

        /**
         * {@return the schema}
         *
         * @throws IllegalArgumentException if an alias leads to two attributes
         */
        public ProfileSchema build() {
            return new ProfileSchema(this);
        }
    }
}
