package dev.cdm.core.storage.memory;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.TableKind;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Items of one kind, sorted by each index, those of a table also by key; as thread-safe as its sets. */
final class Sheet<T> {

    private final Kind<T> kind;
    /** Of tables; the keys of logs are looked up and never sorted. */
    private final NavigableSet<Place<T>> byKey;

    private final ImmutableMap<String, NavigableSet<Place<T>>> byIndex;

    Sheet(Kind<T> kind, Supplier<NavigableSet<Place<T>>> sets) {
        this.kind = kind;
        this.byKey = sets.get();
        ImmutableMap.Builder<String, NavigableSet<Place<T>>> indexes = ImmutableMap.builder();
        kind.indexes().keySet().forEach(index -> indexes.put(index, sets.get()));
        this.byIndex = indexes.build();
    }

    void add(Item<T> item) {
        forEachPlace(item, NavigableSet::add);
    }

    void remove(Item<T> item) {
        forEachPlace(item, NavigableSet::remove);
    }

    private void forEachPlace(Item<T> item, BiConsumer<NavigableSet<Place<T>>, Place<T>> use) {
        kind.indexes().forEach((index, values) -> forEachPlace(item, values, by(index), use));
        if (kind instanceof TableKind) {
            use.accept(byKey, Place.of("", item));
        }
    }

    private void forEachPlace(
            Item<T> item,
            Function<T, Collection<String>> values,
            NavigableSet<Place<T>> places,
            BiConsumer<NavigableSet<Place<T>>, Place<T>> use) {
        values.apply(item.value).forEach(value -> use.accept(places, Place.of(value, item)));
    }

    NavigableSet<Place<T>> byKey() {
        return byKey;
    }

    NavigableSet<Place<T>> by(String index) {
        NavigableSet<Place<T>> places = byIndex.getOrDefault(index, byKey);
        Checks.require(
                byIndex.containsKey(index),
                "index",
                "must be declared by kind `" + kind.name() + "`",
                "`" + index + "`");
        return places;
    }
}
