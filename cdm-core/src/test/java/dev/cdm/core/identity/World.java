package dev.cdm.core.identity;

import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.linking.IdentifierLimits;
import dev.cdm.core.linking.SurvivorRule;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.IdentifierType;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.SourceRecordBuilder;
import dev.cdm.core.permission.LinkGate;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.Versioned;
import dev.cdm.core.storage.memory.MemoryDatabase;
import dev.cdm.core.value.TextValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store with a resolver over it, a clock that steps a second with every call, and ids in the order they are given. */
final class World {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final Storage storage;
    final IdentityResolver resolver;
    private final IdentifierLimits limits;
    private final LinkGate gate;
    private final SurvivorRule survivor;
    private final @Nullable LinkFinder finder;
    private final AtomicInteger births = new AtomicInteger();
    private final AtomicInteger seconds = new AtomicInteger();

    World() {
        this(IdentifierLimits.standard(), LinkGate.open());
    }

    World(IdentifierLimits limits, LinkGate gate) {
        this(new MemoryDatabase().tenant("test"), limits, gate);
    }

    World(Storage storage, IdentifierLimits limits, LinkGate gate) {
        this(storage, limits, gate, SurvivorRule.oldest(), null);
    }

    private World(
            Storage storage,
            IdentifierLimits limits,
            LinkGate gate,
            SurvivorRule survivor,
            @Nullable LinkFinder finder) {
        this.limits = limits;
        this.gate = gate;
        this.survivor = survivor;
        this.finder = finder;
        this.storage = storage;
        storage.prepare(new IdentityKinds().all(), SchemaMode.CREATE);
        IdentityResolver.Builder builder = IdentityResolver.builder(
                        () -> new ProfileId(String.format(Locale.ROOT, "p%03d", births.incrementAndGet())))
                .limits(limits)
                .gate(gate)
                .survivor(survivor);
        this.resolver = (finder == null ? builder : builder.finder(finder)).build();
    }

    /** The same store under other rules. */
    World with(IdentifierLimits limits, LinkGate gate) {
        return with(new World(storage, limits, gate, survivor, finder));
    }

    /** The same store and limits under another survivor rule. */
    World surviving(SurvivorRule rule) {
        return with(new World(storage, limits, gate, rule, finder));
    }

    /** The same store and rules with a finder. */
    World finding(@Nullable LinkFinder other) {
        return with(new World(storage, limits, gate, survivor, other));
    }

    private World with(World world) {
        world.births.set(births.get() + 500);
        world.seconds.set(seconds.get());
        return world;
    }

    static RecordId id(String text) {
        return RecordId.parse(text);
    }

    /** A snapshot observed some minutes after the start; identifiers as {@code type:value}. */
    static SourceRecord record(String id, int minute, String... identifiers) {
        return record(id, minute, ObservationKind.SNAPSHOT, identifiers);
    }

    static SourceRecord record(String id, int minute, ObservationKind kind, String... identifiers) {
        SourceRecordBuilder builder = builder(id, minute).kind(kind);
        Arrays.stream(identifiers).map(World::identifier).forEach(builder::identifier);
        return builder.build();
    }

    /** A snapshot with a description, which {@link NearTexts} compares. */
    static SourceRecord described(String id, int minute, String text, String... identifiers) {
        SourceRecordBuilder builder = builder(id, minute).value(StandardSchema.DESCRIPTION, new TextValue(text));
        Arrays.stream(identifiers).map(World::identifier).forEach(builder::identifier);
        return builder.build();
    }

    static SourceRecordBuilder builder(String id, int minute) {
        RecordId record = id(id);
        Provenance provenance = Provenance.builder(record.system(), START)
                .observedAt(START.plusSeconds(60L * minute))
                .build();
        return SourceRecord.builder(record, provenance);
    }

    static Identifier identifier(String text) {
        int colon = text.indexOf(':');
        return new Identifier(new IdentifierType(text.substring(0, colon)), text.substring(colon + 1));
    }

    Instant now() {
        return START.plusSeconds(seconds.incrementAndGet());
    }

    Act act(String actor) {
        return new Act(actor, "", now());
    }

    List<Resolution> receive(SourceRecord... observations) {
        return receive(List.of(observations));
    }

    List<Resolution> receive(List<SourceRecord> observations) {
        Instant at = now();
        return storage.write(work -> resolver.receive(observations, at, work));
    }

    LinkVerdict mustLink(String first, String second) {
        Act act = act("steward");
        return storage.write(work -> resolver.mustLink(id(first), id(second), act, work));
    }

    LinkVerdict cannotLink(String first, String second) {
        Act act = act("steward");
        return storage.write(work -> resolver.cannotLink(id(first), id(second), act, work));
    }

    boolean lift(LinkVerdict verdict) {
        Act act = act("steward");
        return storage.write(work -> resolver.lift(verdict.id(), act, work));
    }

    LinkVerdict.Separation separate(String... records) {
        Act act = act("steward");
        return storage.write(
                work -> resolver.separate(Arrays.stream(records).map(World::id).toList(), act, work));
    }

    void undo(LinkVerdict.Separation separation) {
        Act act = act("steward");
        change(work -> resolver.undo(separation, act, work));
    }

    Map<String, Integer> erase(String... records) {
        Act act = act("officer");
        return storage.write(
                work -> resolver.erase(Arrays.stream(records).map(World::id).toList(), act, work));
    }

    void reevaluate(Collection<RecordId> records) {
        Act act = act("host");
        change(work -> resolver.reevaluate(records, act, work));
    }

    /** Looks at all observations again; how many there were. */
    int settle() {
        Instant at = now();
        return storage.write(work -> resolver.settle(1_000, at, work));
    }

    void change(Consumer<UnitOfWork> change) {
        storage.write(work -> {
            change.accept(work);
            return true;
        });
    }

    <R> R read(Function<Partition, R> question) {
        return storage.read(work -> question.apply(resolver.partition(work)));
    }

    String profileOf(String record) {
        return read(partition -> partition.profileOf(id(record)))
                .map(ProfileId::text)
                .orElse("none");
    }

    /** The records of every live profile. */
    Map<String, Set<String>> partition() {
        return read(partition -> {
            Map<String, Set<String>> all = new TreeMap<>();
            for (ProfileId id : partition.profiles(Cursor.START, 10_000).items()) {
                Set<String> members = new TreeSet<>();
                partition.members(id).forEach(record -> members.add(record.text()));
                all.put(id.text(), members);
            }
            return all;
        });
    }

    /** The records that are together, whatever the id. */
    Set<Set<String>> clusters() {
        return Set.copyOf(partition().values());
    }

    /** The folded record of every record. */
    Map<String, SourceRecord> states() {
        return storage.read(work -> {
            Map<String, SourceRecord> all = new LinkedHashMap<>();
            work.table(IdentityKinds.RECORD_STATES)
                    .all(Cursor.START, 10_000)
                    .items()
                    .forEach(state -> all.put(
                            state.document().current().recordId().text(),
                            state.document().current()));
            return all;
        });
    }

    /** The folded record of a record that is there. */
    SourceRecord state(String record) {
        return Optional.ofNullable(states().get(record)).orElseThrow();
    }

    /** The standing verdicts. */
    List<LinkVerdict> verdicts() {
        return storage.read(work -> work.table(IdentityKinds.VERDICTS).all(Cursor.START, 10_000).items().stream()
                .map(Versioned::document)
                .toList());
    }

    List<LinkEvent> events() {
        return storage.read(work ->
                work.log(IdentityKinds.LINK_EVENTS).feed(Cursor.START, 100_000).items());
    }

    <E extends LinkEvent> List<E> events(Class<E> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
