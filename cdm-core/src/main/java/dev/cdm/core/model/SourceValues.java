package dev.cdm.core.model;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.value.AttributeValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of one record in flat arrays: rows of a million records must fit in memory. */
final class SourceValues {

    private final Provenance shared;
    private final AttributeKey<?>[] keys;
    private final AttributeValue[] values;
    private final @Nullable String @Nullable [] rawTexts;
    private final Provenance @Nullable [] provenances;

    SourceValues(List<Sourced<?>> list, Provenance shared) {
        int size = list.size();
        this.shared = shared;
        this.keys = new AttributeKey<?>[size];
        this.values = new AttributeValue[size];
        boolean raw = list.stream().anyMatch(value -> value.rawText().isPresent());
        boolean own = list.stream().anyMatch(value -> !value.provenance().equals(shared));
        @Nullable String @Nullable [] texts = raw ? new @Nullable String[size] : null;
        Provenance @Nullable [] origins = own ? new Provenance[size] : null;
        for (int i = 0; i < size; i++) {
            Sourced<?> value = list.get(i);
            keys[i] = value.key();
            values[i] = value.value();
            if (texts != null) {
                texts[i] = value.rawText().orElse(null);
            }
            if (origins != null) {
                origins[i] = value.provenance().equals(shared) ? shared : value.provenance();
            }
        }
        this.rawTexts = texts;
        this.provenances = origins;
    }

    List<Sourced<?>> all() {
        ImmutableList.Builder<Sourced<?>> all = ImmutableList.builderWithExpectedSize(keys.length);
        for (int i = 0; i < keys.length; i++) {
            all.add(at(keys[i], i));
        }
        return all.build();
    }

    <V extends AttributeValue> List<Sourced<V>> of(AttributeKey<V> key) {
        ImmutableList.Builder<Sourced<V>> found = ImmutableList.builder();
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].equals(key)) {
                found.add(at(key, i));
            }
        }
        return found.build();
    }

    <V extends AttributeValue> Optional<V> first(AttributeKey<V> key) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].equals(key)) {
                return Optional.of(key.type().cast(values[i]));
            }
        }
        return Optional.empty();
    }

    private <V extends AttributeValue> Sourced<V> at(AttributeKey<V> key, int i) {
        Provenance origin = provenances == null ? shared : provenances[i];
        String raw = rawTexts == null ? null : rawTexts[i];
        return new Sourced<>(key, key.type().cast(values[i]), origin, raw);
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (AttributeKey<?> key : keys) {
            names.add(key.name());
        }
        return names;
    }
}
