package dev.cdm.matching.roles;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record as a model sees it: its values and the keys under which it meets others. It holds personal data; its text
 * form does not. Immutable and safe for any thread.
 */
public final class EncodedPerson {

    private final String id;
    private final @Nullable String[] values;
    private final long[] keys;

    EncodedPerson(String id, @Nullable String[] values, long[] keys) {
        this.id = id;
        this.values = values;
        this.keys = keys;
    }

    /** {@return the id of the record} */
    public String id() {
        return id;
    }

    /**
     * {@return the hashes of its keys, ascending, each once and without the hot ones: two records are compared if they
     * share one of them}
     */
    public long[] keys() {
        return keys.clone();
    }

    /**
     * {@return the value of a column of the model, if there is one}
     *
     * @param column the place of the column among the roles of the model, from 0
     */
    public Optional<String> value(int column) {
        return Optional.ofNullable(values[column]);
    }

    List<@Nullable String> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** {@return the number of keys; no value} */
    @Override
    public String toString() {
        return "EncodedPerson with " + keys.length + " keys";
    }
}
