package dev.cdm.core.model;

import dev.cdm.core.value.AttributeValue;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of an attribute with its provenance and, where it differs from the canonical text, the text that came.
 *
 * @param <V> the type of the value
 */
public final class Sourced<V extends AttributeValue> {

    private final AttributeKey<V> key;
    private final V value;
    private final Provenance provenance;
    private final @Nullable String rawText;

    Sourced(AttributeKey<V> key, V value, Provenance provenance, @Nullable String rawText) {
        this.key = key;
        this.value = value;
        this.provenance = provenance;
        this.rawText = rawText;
    }

    /** {@return the attribute} */
    public AttributeKey<V> key() {
        return key;
    }

    /** {@return the value} */
    public V value() {
        return value;
    }

    /** {@return where the value came from} */
    public Provenance provenance() {
        return provenance;
    }

    /** {@return the text that came, if it differs from the canonical text} */
    public Optional<String> rawText() {
        return Optional.ofNullable(rawText);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sourced<?> that
                && key.equals(that.key)
                && value.equals(that.value)
                && provenance.equals(that.provenance)
                && Objects.equals(rawText, that.rawText);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, value, provenance, rawText);
    }

    @Override
    public String toString() {
        return "Sourced[" + key.name() + " from " + provenance.source() + "]";
    }
}
