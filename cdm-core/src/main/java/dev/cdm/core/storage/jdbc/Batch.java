package dev.cdm.core.storage.jdbc;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Facts of one kind on their way to the database, as columns: one row for each fact, one for each index value. */
final class Batch {

    private static final int LONGEST = 500;
    private static final String VALUE_RULE = "must give storable text of at most " + LONGEST + " characters";

    /** Of the facts. */
    final List<String> ids = new ArrayList<>();

    final List<Long> expected = new ArrayList<>();
    final List<Long> versions = new ArrayList<>();
    final List<String> bodies = new ArrayList<>();

    /** Of the index rows. */
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
        for (String id : new LinkedHashSet<>(ids)) {
            batch.addFact(checked(id, "ids"), 0, 0, "");
        }
        return batch;
    }

    <T> void add(Kind<T> kind, Codecs codecs, String id, T value, long expectedVersion, long newVersion) {
        addFact(checked(id, "key"), expectedVersion, newVersion, codecs.encode(kind, value));
        for (Map.Entry<String, Function<T, Collection<String>>> index : kind.indexes().entrySet()) {
            for (String text : new LinkedHashSet<>(index.getValue().apply(value))) {
                Checks.require(text.length() <= LONGEST && CodePoints.storable(text), index.getKey(), VALUE_RULE);
                indexNames.add(index.getKey());
                indexValues.add(text);
                indexIds.add(id);
            }
        }
    }

    private void addFact(String id, long expectedVersion, long newVersion, String body) {
        ids.add(id);
        expected.add(expectedVersion);
        versions.add(newVersion);
        bodies.add(body);
    }

    private static String checked(String id, String parameter) {
        Checks.require(
                !id.isBlank() && id.length() <= LONGEST && CodePoints.storable(id),
                parameter,
                "must be storable text of 1 to " + LONGEST + " characters, not blank");
        return id;
    }

    int size() {
        return ids.size();
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    /** The same facts in the order of their ids, so that two writers lock them in one order. */
    Batch sorted() {
        Batch sorted = new Batch();
        IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparing(ids::get, CodePoints.ORDER))
                .forEach(i -> sorted.addFact(ids.get(i), expected.get(i), versions.get(i), bodies.get(i)));
        sorted.addIndexRows(this, new LinkedHashSet<>(ids));
        return sorted;
    }

    /** The same index rows without those of other facts. */
    void addIndexRows(Batch other, Set<String> wanted) {
        for (int i = 0; i < other.indexIds.size(); i++) {
            if (wanted.contains(other.indexIds.get(i))) {
                indexNames.add(other.indexNames.get(i));
                indexValues.add(other.indexValues.get(i));
                indexIds.add(other.indexIds.get(i));
            }
        }
    }
}
