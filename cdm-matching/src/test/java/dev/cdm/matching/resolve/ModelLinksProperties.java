package dev.cdm.matching.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.identity.IdentityKinds;
import dev.cdm.core.identity.IdentityKinds.RecordState;
import dev.cdm.core.identity.LinkFinder.Link;
import dev.cdm.core.identity.LinkFinder.Pair;
import dev.cdm.core.identity.LinkFinder.View;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.SourceRecordBuilder;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.Versioned;
import dev.cdm.core.storage.memory.MemoryDatabase;
import dev.cdm.core.value.TextValue;
import dev.cdm.matching.Townspeople;
import dev.cdm.matching.mixture.PersonModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ModelLinksProperties {

    private static final PersonModel MODEL = Town.capped(Town.LATIN, 6);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Map<String, String>> PEOPLE =
            new ArrayList<>(Town.people(new Townspeople(25, false, 4).table()).values());

    private final Storage storage = new MemoryDatabase().tenant("test");
    private final ModelLinks links = new ModelLinks(MODEL, "1", ModelLinksProperties::columns);
    private final Map<RecordId, Map<String, String>> there = new TreeMap<>();
    private int minute;

    ModelLinksProperties() {
        storage.prepare(new IdentityKinds().all(), SchemaMode.CREATE);
    }

    private static Map<String, String> columns(SourceRecord record) {
        Map<String, String> columns = new HashMap<>();
        record.values()
                .forEach(value -> columns.put(value.key().name(), value.value().canonicalText()));
        return columns;
    }

    private SourceRecord record(RecordId id, Map<String, String> fields) {
        Provenance provenance = Provenance.builder("crm", START)
                .observedAt(START.plusSeconds(60L * ++minute))
                .build();
        SourceRecordBuilder builder = SourceRecord.builder(id, provenance);
        fields.forEach((name, text) ->
                builder.value(new AttributeKey<>(name, TextValue.class), new TextValue(text), provenance, null));
        return builder.build();
    }

    private static void store(UnitOfWork work, SourceRecord record) {
        work.log(IdentityKinds.RECORDS).append(List.of(record));
        Table<RecordState> states = work.table(IdentityKinds.RECORD_STATES);
        Versioned<RecordState> former = states.get(List.of(record.recordId().text()))
                .get(record.recordId().text());
        states.put(new RecordState(record, record.observationId(), List.of()), former == null ? 0 : former.version());
    }

    private static void forget(UnitOfWork work, RecordId id) {
        Table<RecordState> states = work.table(IdentityKinds.RECORD_STATES);
        Versioned<RecordState> former = states.get(List.of(id.text())).get(id.text());
        if (former != null) {
            states.remove(id.text(), former.version());
        }
    }

    /** What the links make of all records, against what a batch finds. */
    private void assertLikeBatch(View view, Map<RecordId, Map<String, String>> records) {
        Map<String, Map<String, String>> byText = new TreeMap<>();
        records.forEach((id, fields) -> byText.put(id.text(), fields));
        Map<String, String> batch = Town.partition(Town.batch(MODEL, byText));
        Map<String, String> found = new TreeMap<>();
        byText.keySet().forEach(id -> found.put(id, id));
        for (Link link : view.links(new TreeSet<>(records.keySet()), List.of(), (one, other) -> true)) {
            String one = found.get(link.pair().first().text());
            String other = found.get(link.pair().second().text());
            assertThat(one).isNotEqualTo(other);
            String smallest = String.valueOf(one).compareTo(String.valueOf(other)) < 0 ? one : other;
            found.replaceAll((id, cluster) -> cluster.equals(one) || cluster.equals(other) ? smallest : cluster);
        }
        assertThat(found).isEqualTo(batch);
        Set<RecordId> near = new LinkedHashSet<>(view.neighbours(records.keySet()));
        assertThat(records.keySet()).containsAll(near);
    }

    @Property(tries = 60)
    void everyUnitOfWorkSeesWhatWasCommittedAndItsOwn(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random random = new Random(seed);
        for (int unit = 0; unit < 12; unit++) {
            Map<RecordId, Map<String, String>> seen = new TreeMap<>(there);
            boolean rolledBack = random.nextInt(3) == 0;
            try {
                storage.write(work -> {
                    change(work, seen, random);
                    if (rolledBack) {
                        throw new CancellationException();
                    }
                    return seen;
                });
                there.clear();
                there.putAll(seen);
            } catch (CancellationException asPlanned) {
                assertThat(rolledBack).isTrue();
            }
        }
        storage.read(work -> {
            assertLikeBatch(links.in(work), there);
            assertThat(links.in(work)).isSameAs(links.in(work));
            assertLikeBatch(new ModelLinks(MODEL, "1", ModelLinksProperties::columns).in(work), there);
            return there;
        });
        assertThat(links.size()).isEqualTo(there.size());
    }

    private void change(UnitOfWork work, Map<RecordId, Map<String, String>> seen, Random random) {
        View view = links.in(work);
        for (int step = 0; step < 1 + random.nextInt(8); step++) {
            RecordId id = new RecordId("crm", "r" + random.nextInt(30));
            if (random.nextInt(4) == 0) {
                forget(work, id);
                view.remove(List.of(id));
                seen.remove(id);
            } else {
                SourceRecord record = record(id, PEOPLE.get(random.nextInt(PEOPLE.size())));
                store(work, record);
                view.put(List.of(record));
                seen.put(id, columns(record));
            }
        }
        assertLikeBatch(view, seen);
    }

    @Property(tries = 20)
    void whatMayNotMeetIsNotLinkedAndWhatIsCertainIsNotToldAgain(@ForAll @IntRange(max = 1000) int seed) {
        RecordId one = new RecordId("crm", "a");
        RecordId other = new RecordId("crm", "b");
        RecordId third = new RecordId("crm", "c");
        Set<RecordId> all = new TreeSet<>(List.of(one, other, third));
        Map<String, String> fields = PEOPLE.get(seed % PEOPLE.size());
        storage.write(work -> {
            View view = links.in(work);
            all.forEach(id -> view.put(List.of(record(id, fields))));
            assertThat(view.neighbours(List.of(one))).containsExactly(other, third);
            assertThat(view.links(all, List.of(), (a, b) -> true)).hasSize(2);
            assertThat(view.links(all, List.of(), (a, b) -> a.equals(one) == b.equals(one)))
                    .extracting(Link::pair)
                    .containsExactly(Pair.of(other, third));
            assertThat(view.links(all, List.of(Pair.of(one, other)), (a, b) -> true))
                    .extracting(Link::pair)
                    .containsExactly(Pair.of(one, third));
            return all;
        });
    }
}
