package dev.cdm.matching.learned;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which pairs of records are worth a comparison: those that share a key whose value is not hot. A value is hot if too many
 * records had it when the model was made; it is known by a hash of its content. Immutable and safe for any thread.
 */
public final class Blocking {

    private final ImmutableList<ImmutableList<KeyPart>> keys;
    private final int cap;
    private final long[] hot;

    /**
     * Describes a blocking.
     *
     * @param keys the keys, each made of one part or more; at least one
     * @param cap how many records may share the value of a key; a value of more records is hot; at least 2
     * @param hot the hashes of the hot values, in any order
     */
    public Blocking(List<List<KeyPart>> keys, int cap, long[] hot) {
        this.keys = keys.stream().map(ImmutableList::copyOf).collect(ImmutableList.toImmutableList());
        Checks.require(!keys.isEmpty(), "keys", "must not be empty");
        Checks.require(keys.stream().noneMatch(List::isEmpty), "keys", "must have parts");
        Checks.require(cap >= 2, "cap", "must be at least 2", cap);
        this.cap = cap;
        this.hot = Arrays.stream(hot).sorted().distinct().toArray();
    }

    /** {@return the keys, each made of its parts} */
    public List<List<KeyPart>> keys() {
        return ImmutableList.copyOf(keys);
    }

    /** {@return how many records may share the value of a key} */
    public int cap() {
        return cap;
    }

    /** {@return the hashes of the hot values, ascending} */
    public long[] hot() {
        return hot.clone();
    }

    /**
     * {@return whether a value is hot}
     *
     * @param key the hash of the value
     */
    public boolean isHot(long key) {
        return Arrays.binarySearch(hot, key) >= 0;
    }

    /**
     * {@return this blocking with other hot values}
     *
     * @param values their hashes, in any order
     */
    public Blocking withHot(long[] values) {
        return new Blocking(keys(), cap, values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Blocking that
                && keys.equals(that.keys)
                && cap == that.cap
                && Arrays.equals(hot, that.hot);
    }

    @Override
    public int hashCode() {
        return 31 * keys.hashCode() + Arrays.hashCode(hot) + cap;
    }

    @Override
    public String toString() {
        return keys.size() + " keys, " + hot.length + " hot values above " + cap + " records";
    }
}
