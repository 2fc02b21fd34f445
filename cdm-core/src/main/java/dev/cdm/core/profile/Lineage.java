package dev.cdm.core.profile;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.value.AttributeValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of one attribute of a profile come from: every distinct value that a record asserts, the best first,
 * with all who assert it, and for those that lost, by what. Immutable.
 *
 * @param <V> the type of the values
 */
public final class Lineage<V extends AttributeValue> {

    private final AttributeKey<V> key;
    private final ImmutableList<RankedValue<V>> ranked;

    Lineage(AttributeKey<V> key, List<RankedValue<V>> ranked) {
        this.key = key;
        this.ranked = ImmutableList.copyOf(ranked);
    }

    /** {@return the attribute} */
    public AttributeKey<V> key() {
        return key;
    }

    /** {@return all distinct values, the best first; empty if no record has any} */
    public List<RankedValue<V>> ranked() {
        return ranked;
    }

    /** {@return the best value, if there is any} */
    public Optional<RankedValue<V>> winner() {
        return ranked.stream().findFirst();
    }

    /** {@return the values that did not survive, the better first; always empty if all are kept} */
    public List<RankedValue<V>> losers() {
        return ranked.stream().filter(value -> !value.survives()).toList();
    }

    /** {@return the values that survived, the best first} */
    public List<V> values() {
        ImmutableList.Builder<V> values = ImmutableList.builderWithExpectedSize(ranked.size());
        for (RankedValue<V> value : ranked) {
            if (value.survives()) {
                values.add(value.value());
            }
        }
        return values.build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lineage<?> that && key.equals(that.key) && ranked.equals(that.ranked);
    }

    @Override
    public int hashCode() {
        return ranked.hashCode();
    }

    @Override
    public String toString() {
        return "Lineage[" + key + " " + ranked + "]";
    }
}
