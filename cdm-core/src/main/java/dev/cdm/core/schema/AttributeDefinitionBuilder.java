package dev.cdm.core.schema;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.IdentifierType;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.SealedText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of a definition; not thread-safe.
 *
 * @param <V> the type of the values
 */
public final class AttributeDefinitionBuilder<V extends AttributeValue> {

    final AttributeKey<V> key;
    final DataCategory category;
    final Map<String, FieldTarget> aliases = new LinkedHashMap<>();
    Sensitivity sensitivity;
    Cardinality cardinality = Cardinality.ONE;
    String description = "";
    String codeList = "";

    @Nullable
    IdentifierType identifierType;

    AttributeDefinitionBuilder(AttributeKey<V> key, DataCategory category) {
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
    public AttributeDefinitionBuilder<V> sensitivity(Sensitivity level) {
        this.sensitivity = level;
        return this;
    }

    /** {@return this builder; a profile has all distinct values} */
    public AttributeDefinitionBuilder<V> many() {
        this.cardinality = Cardinality.MANY;
        return this;
    }

    /**
     * {@return this builder, with a description}
     *
     * @param sentence what the attribute means
     */
    public AttributeDefinitionBuilder<V> description(String sentence) {
        this.description = sentence;
        return this;
    }

    /**
     * {@return this builder, with the code list of a code}
     *
     * @param name the name of the list
     */
    public AttributeDefinitionBuilder<V> codeList(String name) {
        this.codeList = name;
        return this;
    }

    /**
     * {@return this builder; each value is an identifier as well}
     *
     * @param type the type of identifier
     */
    public AttributeDefinitionBuilder<V> identifies(IdentifierType type) {
        this.identifierType = type;
        return this;
    }

    /**
     * {@return this builder, with field names that stand for the whole value}
     *
     * @param names field names, folded when compared
     */
    public AttributeDefinitionBuilder<V> aliases(String... names) {
        return part("", "", names);
    }

    /**
     * {@return this builder, with field names that stand for a part of a value}
     *
     * @param part the part, such as {@code given}
     * @param group tells apart several values whose parts come in fields of one record; empty for the usual one
     * @param names field names, folded when compared
     */
    public AttributeDefinitionBuilder<V> part(String part, String group, String... names) {
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
