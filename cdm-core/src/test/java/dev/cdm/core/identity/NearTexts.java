package dev.cdm.core.identity;

import com.google.common.collect.MapMaker;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.value.TextValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * A finder for tests: two records are near if their descriptions are within one edit, and the nearer the longer they are.
 * It follows the log of observations; what a unit of work puts stays with its view.
 */
public final class NearTexts implements LinkFinder {

    private final String version;
    private final Map<RecordId, List<SourceRecord>> observations = new TreeMap<>();
    private final Map<UnitOfWork, Texts> views = new MapMaker().weakKeys().makeMap();
    private Cursor place = Cursor.START;

    /** Creates a finder that knows nothing yet. */
    public NearTexts() {
        this("near-1");
    }

    NearTexts(String version) {
        this.version = version;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public View in(UnitOfWork work) {
        return views.computeIfAbsent(work, this::look);
    }

    private synchronized Texts look(UnitOfWork work) {
        Page<SourceRecord> page;
        do {
            page = work.log(IdentityKinds.RECORDS).feed(place, 100);
            page.items().forEach(observed -> observations
                    .computeIfAbsent(observed.recordId(), record -> new ArrayList<>())
                    .add(observed));
            place = page.next();
        } while (!page.last());
        Set<String> there = work.log(IdentityKinds.RECORD_IDS).present(Desk.texts(observations.keySet()));
        Map<RecordId, String> texts = new TreeMap<>();
        observations.forEach((record, all) -> {
            if (there.contains(record.text())) {
                note(Fold.fold(null, all.stream().sorted(Fold.ORDER).toList()), texts);
            }
        });
        return new Texts(texts);
    }

    private static void note(SourceRecord record, Map<RecordId, String> texts) {
        String text =
                record.value(StandardSchema.DESCRIPTION).map(TextValue::text).orElse("");
        if (record.kind() == ObservationKind.DELETION || text.isEmpty()) {
            texts.remove(record.recordId());
        } else {
            texts.put(record.recordId(), text);
        }
    }

    /** Whether one edit, at most, makes a text another. */
    static boolean near(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = shorter.equals(one) ? other : one;
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        int skipped = longer.length() == shorter.length() ? 1 : 0;
        return one.equals(other)
                || (longer.length() - shorter.length() <= 1
                        && longer.endsWith(shorter.substring(Math.min(shorter.length(), same + skipped))));
    }

    /** The texts as one unit of work knows them. */
    private record Texts(Map<RecordId, String> texts) implements View {

        @Override
        public void put(Collection<SourceRecord> current) {
            current.forEach(record -> note(record, texts));
        }

        @Override
        public void remove(Collection<RecordId> gone) {
            gone.forEach(texts::remove);
        }

        @Override
        public Set<RecordId> neighbours(Collection<RecordId> records) {
            Set<RecordId> asked = new HashSet<>(records);
            Set<RecordId> found = new TreeSet<>();
            texts.forEach((one, text) -> texts.forEach((other, its) -> {
                if (asked.contains(one) && !one.equals(other) && near(text, its)) {
                    found.add(other);
                }
            }));
            return found;
        }

        @Override
        public List<Link> links(
                Set<RecordId> records, Collection<Pair> certain, BiPredicate<RecordId, RecordId> mayMeet) {
            Map<RecordId, Set<RecordId>> clusters = new HashMap<>();
            certain.forEach(pair -> unite(pair, clusters));
            List<Link> found = new ArrayList<>();
            for (Link link : scored(records)) {
                Set<RecordId> first = cluster(link.pair().first(), clusters);
                Set<RecordId> second = cluster(link.pair().second(), clusters);
                if (first.contains(link.pair().second())) {
                    continue;
                }
                if (first.stream().allMatch(one -> second.stream().allMatch(other -> mayMeet.test(one, other)))) {
                    unite(link.pair(), clusters);
                    found.add(link);
                } else if (!mayMeet.test(link.pair().first(), link.pair().second())) {
                    found.add(link);
                }
            }
            return found;
        }

        private List<Link> scored(Set<RecordId> records) {
            List<RecordId> known =
                    records.stream().filter(texts::containsKey).sorted().collect(Collectors.toList());
            List<Link> scored = new ArrayList<>();
            for (RecordId one : known) {
                for (RecordId other : known) {
                    if (one.compareTo(other) < 0 && near(texts.get(one), texts.get(other))) {
                        int length = Math.min(texts.get(one).length(), texts.get(other).length());
                        scored.add(new Link(new Pair(one, other), length));
                    }
                }
            }
            scored.sort(Comparator.comparingDouble(link -> -link.weight()));
            return scored;
        }

        private static Set<RecordId> cluster(RecordId record, Map<RecordId, Set<RecordId>> clusters) {
            return clusters.getOrDefault(record, Set.of(record));
        }

        private static void unite(Pair pair, Map<RecordId, Set<RecordId>> clusters) {
            Set<RecordId> all = new TreeSet<>(cluster(pair.first(), clusters));
            all.addAll(cluster(pair.second(), clusters));
            all.forEach(record -> clusters.put(record, all));
        }
    }
}
