package dev.cdm.core.storage.memory;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Kind;
import java.util.NavigableSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Items of one kind, sorted by key and by each index; as thread-safe as its sets. */
final class Sheet<T> {

    private final Kind<T> kind;
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
        byIndex.forEach((index, places) -> kind.indexes()
                .getOrDefault(index, kind.subjects())
                .apply(item.value)
                .forEach(value -> places.add(Place.of(value, item))));
        byKey.add(Place.of("", item));
    }

    void remove(Item<T> item) {
        byKey.remove(Place.of("", item));
        byIndex.forEach((index, places) -> kind.indexes()
                .getOrDefault(index, kind.subjects())
                .apply(item.value)
                .forEach(value -> places.remove(Place.of(value, item))));
    }

    /** The youngest item of a key that a commit may see, whether or not it has ended by then. */
    @Nullable
    Item<T> youngest(String key, long commit) {
        Place<T> found = byKey.floor(Place.after("", key, commit));
        return found == null || !found.item().key.equals(key) ? null : found.item();
    }

    NavigableSet<Place<T>> byKey() {
        return byKey;
    }

    NavigableSet<Place<T>> by(String index) {
        NavigableSet<Place<T>> places = byIndex.get(index);
        Checks.require(places != null, "index", "must be declared by kind `" + kind.name() + "`", "`" + index + "`");
        return places;
    }
}
