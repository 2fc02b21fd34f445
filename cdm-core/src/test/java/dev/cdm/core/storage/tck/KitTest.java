package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.memory.MemoryDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The kit finds the faults that it was written to find: each test runs a storage that does one thing wrong. */
class KitTest {

    private static StorageContract contract(Function<String, Storage> opener) {
        return new StorageContract() {
            @Override
            protected Storage open(String tenant, Codecs codecs, TombstoneKey key) {
                return opener.apply(tenant);
            }
        };
    }

    /** Runs a test of a group on a right storage, then on a faulty one. */
    private static <G extends Group> void finds(Faults faults, Function<StorageContract, G> group, Consumer<G> test) {
        MemoryDatabase right = new MemoryDatabase();
        Faults none = call -> call.answer(call.arguments());
        assertThatCode(() -> test.accept(group.apply(contract(tenant -> Faults.in(right.tenant(tenant), none)))))
                .doesNotThrowAnyException();
        MemoryDatabase wrong = new MemoryDatabase();
        assertThatExceptionOfType(Throwable.class)
                .isThrownBy(() ->
                        test.accept(group.apply(contract(tenant -> Faults.in(wrong.tenant(tenant), faults)))));
    }

    private static Faults when(String method, Function<Faults.Call, Object> fault) {
        return call -> call.name().equals(method) ? fault.apply(call) : call.answer(call.arguments());
    }

    @SuppressWarnings("unchecked") // the kit's logs hold notes
    private static Log<Note> notes(Faults.Call call) {
        return (Log<Note>) call.target();
    }

    @SuppressWarnings("unchecked") // the first parameter of append
    private static List<Note> appended(Faults.Call call) {
        return (List<Note>) call.arguments()[0];
    }

    @SuppressWarnings("unchecked") // the kit's tables hold cards
    private static Table<Card> cards(Faults.Call call) {
        return (Table<Card>) call.target();
    }

    @Test
    @DisplayName("an append that calls every id new")
    void everyIdIsNew() {
        Faults faults = when("append", call -> {
            call.answer(call.arguments());
            return appended(call).stream().map(Note::id).collect(Collectors.toCollection(LinkedHashSet::new));
        });
        finds(faults, group -> new LogGroup(group) {}, LogGroup::tellsWhichIdsAreNew);
        finds(faults, group -> new ErasureGroup(group) {}, ErasureGroup::refusesTheIds);
        finds(faults, group -> new ConcurrencyGroup(group) {}, ConcurrencyGroup::firstAppendsRace);
    }

    @Test
    @DisplayName("an erasure that forgets ids it does not know")
    void erasureForgetsUnknownIds() {
        Faults faults = when("erase", call -> {
            @SuppressWarnings("unchecked") // the only parameter of erase
            Collection<String> ids = (Collection<String>) call.arguments()[0];
            return call.answer(notes(call).present(ids));
        });
        finds(faults, group -> new ErasureGroup(group) {}, ErasureGroup::refusesUnknownIds);
        finds(faults, group -> new ErasureGroup(group) {}, ErasureGroup::meetsAppendInOneUnitOfWork);
        finds(faults, group -> new HistoryGroup(group) {}, HistoryGroup::agreeWithTheModel);
    }

    @Test
    @DisplayName("a put that ignores the expected version")
    void putIgnoresTheVersion() {
        Faults faults = when("put", call -> {
            Card card = (Card) call.arguments()[0];
            long current = cards(call).versions(List.of(card.key())).getOrDefault(card.key(), 0L);
            return call.answer(card, current);
        });
        finds(faults, group -> new TableGroup(group) {}, TableGroup::conflictsOnAnotherVersion);
        finds(faults, group -> new HistoryGroup(group) {}, HistoryGroup::agreeWithTheModel);
    }

    @Test
    @DisplayName("an update that is lost between two threads")
    void updatesAreLost() {
        Map<String, Card> last = new ConcurrentHashMap<>();
        Faults faults = when("put", call -> {
            Card card = (Card) call.arguments()[0];
            Card former = last.put(card.key(), card);
            return call.answer(former == null || card.number() % 500 != 0 ? card : former, call.arguments()[1]);
        });
        finds(faults, group -> new ConcurrencyGroup(group) {}, ConcurrencyGroup::losesNoUpdate);
    }

    @Test
    @DisplayName("an order by UTF-16 unit, as Java has it")
    void orderedByUnit() {
        Faults faults = call -> {
            Object answer = call.answer(call.arguments());
            if (!call.name().equals("by") || !(answer instanceof Page<?> page)) {
                return answer;
            }
            List<Object> items = new ArrayList<>(page.items());
            items.sort(Comparator.comparing(item -> item instanceof Note note ? note.id() : ""));
            return new Page<>(items, page.next(), page.last());
        };
        finds(faults, group -> new TextGroup(group) {}, TextGroup::areOrderedByCodePoint);
    }

    @Test
    @DisplayName("a feed in the order of appends, which loses what commits late")
    void feedLosesLateCommits() {
        List<String> order = new CopyOnWriteArrayList<>();
        Faults faults = call -> {
            if (call.name().equals("append")) {
                appended(call).forEach(note -> order.add(note.id()));
            }
            if (!call.name().equals("feed")) {
                return call.answer(call.arguments());
            }
            Cursor after = (Cursor) call.arguments()[0];
            int from = after.equals(Cursor.START) ? 0 : Integer.parseInt(after.text());
            List<String> ids = List.copyOf(order.subList(from, order.size()));
            List<Note> found = new ArrayList<>(notes(call).get(ids).values());
            int end = from;
            for (Note note : found) {
                end = Math.max(end, order.indexOf(note.id()) + 1);
            }
            return new Page<>(found, new Cursor(Integer.toString(end)), true);
        };
        finds(faults, group -> new OpenWriterGroup(group) {}, OpenWriterGroup::feedWaitsForLateCommits);
    }

    @Test
    @DisplayName("a feed that starts again")
    void feedStartsAgain() {
        Faults faults = when("feed", call -> {
            Page<?> page = (Page<?>) call.answer(call.arguments());
            return new Page<>(page.items(), Cursor.START, page.last());
        });
        finds(faults, group -> new FeedGroup(group) {}, FeedGroup::canBeFollowed);
        finds(faults, group -> new FeedGroup(group) {}, FeedGroup::hasOneOrder);
    }

    @Test
    @DisplayName("reads outside the snapshot")
    void readsOutsideTheSnapshot() {
        MemoryDatabase database = new MemoryDatabase();
        Map<String, Storage> others = new ConcurrentHashMap<>();
        StorageContract contract = contract(tenant -> {
            Storage current = others.computeIfAbsent(tenant, database::tenant);
            return Faults.in(
                    database.tenant(tenant),
                    when(
                            "get",
                            call -> call.target() instanceof Log<?>
                                    ? current.read(unit -> unit.log(Note.NOTES).get(ids(call)))
                                    : call.answer(call.arguments())));
        });
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new UnitOfWorkGroup(contract) {}.readsOneSnapshot());
    }

    @SuppressWarnings("unchecked") // the only parameter of get
    private static Collection<String> ids(Faults.Call call) {
        return (Collection<String>) call.arguments()[0];
    }

    @Test
    @DisplayName("tenants that share one place")
    void tenantsMeet() {
        MemoryDatabase database = new MemoryDatabase();
        StorageContract contract = contract(tenant -> database.tenant("all"));
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> new TenantGroup(contract) {}.neverMeet());
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new TenantGroup(contract) {}.eraseForThemselves());
    }

    @Test
    @DisplayName("text that is trimmed or folded")
    void textIsChanged() {
        Faults faults = when(
                "append",
                call -> call.answer(appended(call).stream()
                        .map(note -> note.saying(note.text().strip()))
                        .toList()));
        finds(faults, group -> new TextGroup(group) {}, TextGroup::comeBackUnchanged);
        Faults folded = call -> call.name().equals("by") && call.target() instanceof Log<?>
                ? call.answer(
                        call.arguments()[0],
                        ((String) call.arguments()[1]).stripTrailing(),
                        call.arguments()[2],
                        call.arguments()[3])
                : call.answer(call.arguments());
        finds(folded, group -> new LogGroup(group) {}, LogGroup::matchesExactly);
    }

    @Test
    @DisplayName("an erased entry that an index still finds")
    void erasureLeavesAnIndex() {
        Set<String> gone = ConcurrentHashMap.newKeySet();
        Faults faults = call -> {
            if (call.name().equals("erase")) {
                gone.addAll(ids(call));
                return ids(call).size();
            }
            if (call.name().equals("get") && call.target() instanceof Log<?>) {
                return call.answer(
                        ids(call).stream().filter(id -> !gone.contains(id)).toList());
            }
            return call.answer(call.arguments());
        };
        finds(faults, group -> new ErasureGroup(group) {}, ErasureGroup::removesFromEveryLog);
    }
}
