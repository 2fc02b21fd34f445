package dev.cdm.core.schema;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.IdentifierType;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.SealedText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the library knows of an attribute. Immutable.
 *
 * @param <V> the type of the values
 */
public final class AttributeDefinition<V extends AttributeValue> {

    private final AttributeKey<V> key;
    private final DataCategory category;
    private final Sensitivity sensitivity;
    private final Cardinality cardinality;
    private final String description;
    private final String codeList;
    private final @Nullable IdentifierType identifierType;
    private final ImmutableMap<String, FieldTarget> aliases;

    private AttributeDefinition(Builder<V> builder) {
        this.key = builder.key;
        this.category = builder.category;
        this.sensitivity = builder.sensitivity;
        this.cardinality = builder.cardinality;
        this.description = builder.description;
        this.codeList = builder.codeList;
        this.identifierType = builder.identifierType;
        this.aliases = ImmutableMap.copyOf(builder.aliases);
        Checks.require(
                (sensitivity == Sensitivity.RESTRICTED) == (key.type() == SealedText.class),
                "sensitivity",
                "must be RESTRICTED exactly for sealed texts",
                "`" + key.name() + "` " + sensitivity);
    }

    /**
     * {@return a builder}
     *
     * @param key the attribute
     * @param category the category
     * @param <V> the type of the values
     */
    public static <V extends AttributeValue> Builder<V> builder(AttributeKey<V> key, DataCategory category) {
        return new Builder<>(key, category);
    }

    /** {@return the attribute} */
    public AttributeKey<V> key() {
        return key;
    }

    /** {@return the category} */
    public DataCategory category() {
        return category;
    }

    /** {@return the sensitivity; the default is personal, for sealed texts restricted} */
    public Sensitivity sensitivity() {
        return sensitivity;
    }

    /** {@return how many values a profile has; the default is one} */
    public Cardinality cardinality() {
        return cardinality;
    }

    /** {@return what the attribute means, in one sentence, or empty} */
    public String description() {
        return description;
    }

    /** {@return the name of the code list, such as {@code iso-3166-1}, or empty} */
    public String codeList() {
        return codeList;
    }

    /** {@return the type of identifier that each value is as well, if it is one} */
    public Optional<IdentifierType> identifierType() {
        return Optional.ofNullable(identifierType);
    }

    /** {@return the targets by folded field name, the attribute's own name among them} */
    public Map<String, FieldTarget> aliases() {
        return aliases;
    }

    /** {@return a builder with the parts of this definition} */
    public Builder<V> toBuilder() {
        Builder<V> builder = new Builder<>(key, category);
        builder.sensitivity = sensitivity;
        builder.cardinality = cardinality;
        builder.description = description;
        builder.codeList = codeList;
        builder.identifierType = identifierType;
        builder.aliases.putAll(aliases);
        return builder;
    }

    @Override
    public String toString() {
        return "AttributeDefinition[" + key.name() + " " + category + " " + sensitivity + "]";
    }

    /**
     * Collects the parts of a definition; not thread-safe.
     *
     * @param <V> the type of the values
     */
    public static final class Builder<V extends AttributeValue> {

        private final AttributeKey<V> key;
        private final DataCategory category;
        private final Map<String, FieldTarget> aliases = new LinkedHashMap<>();
        private Sensitivity sensitivity;
        private Cardinality cardinality = Cardinality.ONE;
        private String description = "";
        private String codeList = "";
        private @Nullable IdentifierType identifierType;

        private Builder(AttributeKey<V> key, DataCategory category) {
            this.key = key;
            this.category = category;
            this.sensitivity = key.type() == SealedText.class ? Sensitivity.RESTRICTED : Sensitivity.PERSONAL;
            aliases(key.name());
        }

        /**
         * {@return this builder, with the sensitivity}
         *
         * @param level the level
         */
        public Builder<V> sensitivity(Sensitivity level) {
            this.sensitivity = level;
            return this;
        }

        /** {@return this builder; a profile has all distinct values} */
        public Builder<V> many() {
            this.cardinality = Cardinality.MANY;
            return this;
        }

        /**
         * {@return this builder, with a description}
         *
         * @param sentence what the attribute means
         */
        public Builder<V> description(String sentence) {
            this.description = sentence;
            return this;
        }

        /**
         * {@return this builder, with the code list of a code}
         *
         * @param name the name of the list
         */
        public Builder<V> codeList(String name) {
            this.codeList = name;
            return this;
        }

        /**
         * {@return this builder; each value is an identifier as well}
         *
         * @param type the type of identifier
         */
        public Builder<V> identifies(IdentifierType type) {
            this.identifierType = type;
            return this;
        }

        /**
         * {@return this builder, with field names that stand for the whole value}
         *
         * @param names field names, folded when compared
         */
        public Builder<V> aliases(String... names) {
            return part("", "", names);
        }

        /**
         * {@return this builder, with field names that stand for a part of a value}
         *
         * @param part the part, such as {@code given}
         * @param group tells apart several values whose parts come in fields of one record; empty for the usual one
         * @param names field names, folded when compared
         */
        public Builder<V> part(String part, String group, String... names) {
            for (String name : names) {
                String folded = Checks.notBlank(FieldNames.fold(name), "alias");
                aliases.put(folded, new FieldTarget(key, part, group));
            }
            return this;
        }

        /** {@return the definition} */
        public AttributeDefinition<V> build() {
            return new AttributeDefinition<>(this);
        }
    }
}
