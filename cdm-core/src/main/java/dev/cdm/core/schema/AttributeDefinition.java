package dev.cdm.core.schema;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.IdentifierType;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.SealedText;
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

    AttributeDefinition(AttributeDefinitionBuilder<V> builder) {
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
    public static <V extends AttributeValue> AttributeDefinitionBuilder<V> builder(
            AttributeKey<V> key, DataCategory category) {
        return new AttributeDefinitionBuilder<>(key, category);
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
    public AttributeDefinitionBuilder<V> toBuilder() {
        AttributeDefinitionBuilder<V> builder = new AttributeDefinitionBuilder<>(key, category);
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
}
