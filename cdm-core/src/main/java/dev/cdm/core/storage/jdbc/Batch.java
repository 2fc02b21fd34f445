package dev.cdm.core.storage.jdbc;

import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.StoredText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Facts of one kind on their way to the database, as columns: one row for each fact, one for each index value. */
final class Batch {

    final List<String> ids = new ArrayList<>();
    final List<Long> expected = new ArrayList<>();
    final List<Long> versions = new ArrayList<>();
    final List<String> bodies = new ArrayList<>();

    final List<String> indexNames = new ArrayList<>();
    final List<String> indexValues = new ArrayList<>();
    final List<String> indexIds = new ArrayList<>();

    /** The entries of a log, each id once. */
    static <E> Batch of(Kind<E> kind, Codecs codecs, List<E> entries) {
        Map<String, E> first = new LinkedHashMap<>();
        entries.forEach(entry -> first.putIfAbsent(kind.key(entry), entry));
        Batch batch = new Batch();
        first.forEach((id, entry) -> batch.add(kind, codecs, id, entry, 0, 0));
        return batch;
    }

    /** Rows without content that occupy ids. */
    static Batch placeholders(Collection<String> ids) {
        Batch batch = new Batch();
        ids.forEach(id -> batch.addFact(id, 0, 0, ""));
        return batch;
    }

    <T> void add(Kind<T> kind, Codecs codecs, String id, T value, long expectedVersion, long newVersion) {
        String body = codecs.encode(kind, value);
        Map<String, Collection<String>> found = new LinkedHashMap<>();
        kind.indexes().forEach((index, values) -> found.put(index, values.apply(value)));
        found.forEach((index, values) -> values.forEach(text -> {
            indexNames.add(index);
            indexValues.add(text);
            indexIds.add(id);
        }));
        addFact(id, expectedVersion, newVersion, body);
    }

    private void addFact(String id, long expectedVersion, long newVersion, String body) {
        ids.add(id);
        expected.add(expectedVersion);
        versions.add(newVersion);
        bodies.add(body);
    }

    int size() {
        return ids.size();
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    /** The same in the order of the ids, so that all writers lock rows in one order. */
    Batch sorted() {
        Batch sorted = new Batch();
        IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparing(ids::get, StoredText.ORDER))
                .forEach(i -> sorted.addFact(ids.get(i), expected.get(i), versions.get(i), bodies.get(i)));
        sorted.indexNames.addAll(indexNames);
        sorted.indexValues.addAll(indexValues);
        sorted.indexIds.addAll(indexIds);
        return sorted;
    }
}
