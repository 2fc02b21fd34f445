package dev.cdm.core.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.value.AttributeValue;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object with named fields in a fixed order: what the codecs of other modules write and read, and what upcasters
 * change. Immutable; equal by content and order.
 *
 * <p>Absent is the only form of nothing: there is no JSON null. A getter fails with {@link IllegalArgumentException} if
 * the field is not there or is of another type, which makes the body unreadable; {@link #has} asks first.
 */
public final class JsonObject {

    private final ImmutableMap<String, Object> fields;

    private JsonObject(ImmutableMap<String, Object> fields) {
        this.fields = fields;
    }

    /* Values are texts, longs, doubles, booleans, objects, and lists of these. */
    static JsonObject of(Map<String, Object> fields) {
        return new JsonObject(ImmutableMap.copyOf(fields));
    }

    /** {@return a builder without fields} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with the fields of this object} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.fields.putAll(fields);
        return builder;
    }

    /** {@return the names of the fields in their order} */
    public Set<String> names() {
        return fields.keySet();
    }

    Map<String, Object> fields() {
        return fields;
    }

    /**
     * {@return whether a field is there}
     *
     * @param name the name of the field
     */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /**
     * {@return the text of a field}
     *
     * @param name the name of the field
     */
    public String text(String name) {
        return get(name, String.class);
    }

    /**
     * {@return the text of a field, or another one if the field is not there}
     *
     * @param name the name of the field
     * @param otherwise the other text
     */
    public String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /**
     * {@return the whole number of a field}
     *
     * @param name the name of the field
     */
    public long number(String name) {
        return get(name, Long.class);
    }

    /**
     * {@return the number of a field, whole or not}
     *
     * @param name the name of the field
     */
    public double decimal(String name) {
        return get(name, Number.class).doubleValue();
    }

    /**
     * {@return the flag of a field; an absent flag is {@code false}}
     *
     * @param name the name of the field
     */
    public boolean flag(String name) {
        return has(name) && get(name, Boolean.class);
    }

    /**
     * {@return the instant of a field}
     *
     * @param name the name of the field
     */
    public Instant time(String name) {
        return Tokens.instant(text(name));
    }

    /**
     * {@return the constant of a field}
     *
     * @param name the name of the field
     * @param type the type of the constant
     * @param <E> the type of the constant
     */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return Enum.valueOf(type, text(name));
    }

    /**
     * {@return the object of a field}
     *
     * @param name the name of the field
     */
    public JsonObject object(String name) {
        return get(name, JsonObject.class);
    }

    /**
     * {@return the attribute value of a field}
     *
     * @param name the name of the field
     * @param type the type of the value; {@link AttributeValue} itself for any
     * @param <V> the type of the value
     */
    public <V extends AttributeValue> V value(String name, Class<V> type) {
        JsonObject tagged = object(name);
        Checks.require(tagged.fields.size() == 1, name, "must be a value");
        String tag = tagged.fields.keySet().asList().get(0);
        return checked(name, type, ValueTexts.parse(ValueTexts.type(tag), tagged.text(tag)));
    }

    /**
     * {@return the texts of a field; none if it is not there}
     *
     * @param name the name of the field
     */
    public List<String> texts(String name) {
        return list(name, String.class);
    }

    /**
     * {@return the objects of a field; none if it is not there}
     *
     * @param name the name of the field
     */
    public List<JsonObject> objects(String name) {
        return list(name, JsonObject.class);
    }

    private <E> List<E> list(String name, Class<E> type) {
        ImmutableList.Builder<E> list = ImmutableList.builder();
        if (has(name)) {
            for (Object element : get(name, List.class)) {
                list.add(checked(name, type, element));
            }
        }
        return list.build();
    }

    private <E> E get(String name, Class<E> type) {
        return checked(name, type, fields.get(name));
    }

    private static <E> E checked(String name, Class<E> type, @Nullable Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("`" + name + "` must be there as " + type.getSimpleName());
        }
        return type.cast(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonObject that
                && fields.entrySet().asList().equals(that.fields.entrySet().asList());
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "JsonObject" + ImmutableSet.copyOf(fields.keySet());
    }

    /** Collects fields in their order; not thread-safe. A field put again is replaced at its place. */
    public static final class Builder {

        private final Map<String, Object> fields = new LinkedHashMap<>();

        private Builder() {}

        /**
         * {@return this builder, with a text}
         *
         * @param name the name of the field
         * @param text the text
         */
        public Builder put(String name, String text) {
            return field(name, text);
        }

        /**
         * {@return this builder, with a text unless it is empty; an empty one is left out}
         *
         * @param name the name of the field
         * @param text the text
         */
        public Builder putUnlessEmpty(String name, String text) {
            return text.isEmpty() ? this : field(name, text);
        }

        /**
         * {@return this builder, with a whole number}
         *
         * @param name the name of the field
         * @param number the number
         */
        public Builder put(String name, long number) {
            return field(name, number);
        }

        /**
         * {@return this builder, with a number}
         *
         * @param name the name of the field
         * @param number the number, finite
         */
        public Builder put(String name, double number) {
            Checks.require(Double.isFinite(number), name, "must be finite", number);
            return field(name, number);
        }

        /**
         * {@return this builder, with a flag; {@code false} is left out}
         *
         * @param name the name of the field
         * @param flag the flag
         */
        public Builder put(String name, boolean flag) {
            return flag ? field(name, true) : this;
        }

        /**
         * {@return this builder, with an instant}
         *
         * @param name the name of the field
         * @param time the instant
         */
        public Builder put(String name, Instant time) {
            return field(name, time.toString());
        }

        /**
         * {@return this builder, with a constant}
         *
         * @param name the name of the field
         * @param constant the constant; its name is stored
         */
        public Builder put(String name, Enum<?> constant) {
            return field(name, constant.name());
        }

        /**
         * {@return this builder, with an object}
         *
         * @param name the name of the field
         * @param object the object
         */
        public Builder put(String name, JsonObject object) {
            return field(name, object);
        }

        /**
         * {@return this builder, with an attribute value}
         *
         * @param name the name of the field
         * @param value the value
         */
        public Builder put(String name, AttributeValue value) {
            return field(
                    name,
                    new Builder()
                            .put(ValueTexts.tag(value), ValueTexts.text(value))
                            .build());
        }

        /**
         * {@return this builder, with texts; none are left out}
         *
         * @param name the name of the field
         * @param texts the texts in an order that equal facts share
         */
        public Builder putTexts(String name, Collection<String> texts) {
            return texts.isEmpty() ? this : field(name, ImmutableList.copyOf(texts));
        }

        /**
         * {@return this builder, with objects; none are left out}
         *
         * @param name the name of the field
         * @param objects the objects in an order that equal facts share
         */
        public Builder putObjects(String name, Collection<JsonObject> objects) {
            return objects.isEmpty() ? this : field(name, ImmutableList.copyOf(objects));
        }

        /**
         * {@return this builder, without a field}
         *
         * @param name the name of the field
         */
        public Builder remove(String name) {
            fields.remove(name);
            return this;
        }

        private Builder field(String name, Object value) {
            fields.put(name, value);
            return this;
        }

        /** {@return the object} */
        public JsonObject build() {
            return of(fields);
        }
    }
}
