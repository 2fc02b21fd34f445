package dev.cdm.core.identity;

import static dev.cdm.core.identity.World.described;
import static dev.cdm.core.identity.World.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.identity.Lives.Observe;
import dev.cdm.core.identity.Lives.Say;
import dev.cdm.core.identity.Lives.Step;
import dev.cdm.core.identity.Lives.Story;
import dev.cdm.core.json.JsonCodecs;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.permission.LinkGate;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.jdbc.JdbcStorage;
import dev.cdm.core.storage.memory.MemoryDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** A process that breaks off at any write and runs again leaves what one leaves that never did. */
@Domain(Lives.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class RecoveryTest {

    private static final int NEVER = Integer.MAX_VALUE;

    /** What is done in one unit of work, the same each time it is run. */
    private interface Deed extends BiConsumer<IdentityResolver, UnitOfWork> {}

    /** How a process breaks off. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What is left in the end; ids by the record they were born with. */
    private record Left(
            Map<String, Set<String>> profiles, Map<String, ?> states, List<LinkVerdict> verdicts, List<String> ledger) {

        static Left in(World world) {
            Map<String, String> born = new TreeMap<>();
            world.events(LinkEvent.Born.class)
                    .forEach(event -> born.put(
                            event.profile().text(), event.record().text()));
            Map<String, Set<String>> profiles = new TreeMap<>();
            world.partition().forEach((id, members) -> profiles.put(born.getOrDefault(id, "none"), members));
            List<String> ledger = world.events().stream()
                    .map(event -> event.getClass().getSimpleName() + event.records() + event.act())
                    .sorted()
                    .toList();
            return new Left(profiles, world.states(), world.verdicts(), ledger);
        }
    }

    private static List<Deed> someDeeds() {
        return List.of(
                receiving(1, described("crm/1", 0, "anna", "email:a@example.com"), described("crm/2", 0, "karl")),
                receiving(2, described("web/1", 0, "annas", "email:a@example.com", "phone:+491")),
                (resolver, work) -> resolver.mustLink(id("crm/2"), id("web/1"), act(3), work),
                receiving(4, described("web/1", 1, "otto", "phone:+491"), described("web/2", 0, "karl", "phone:+491")),
                (resolver, work) -> resolver.separate(List.of(id("web/1")), act(5), work),
                (resolver, work) -> resolver.settle(1_000, at(6), work),
                (resolver, work) -> resolver.erase(List.of(id("crm/2")), act(7), work),
                receiving(8, World.record("crm/1", 3, ObservationKind.DELETION)),
                (resolver, work) -> resolver.reevaluate(Lives.ids(), act(9), work));
    }

    private static Deed receiving(int second, dev.cdm.core.model.SourceRecord... observations) {
        return (resolver, work) -> resolver.receive(List.of(observations), at(second), work);
    }

    private static Instant at(int second) {
        return World.START.plusSeconds(second);
    }

    private static Act act(int second) {
        return new Act("steward", "", at(second));
    }

    /** Does all of it, breaking off before a write and starting again as a new process; how many writes there were. */
    private static int run(Storage storage, List<Deed> deeds, int crash) {
        AtomicInteger writes = new AtomicInteger();
        Storage stepped = SteppedStorage.over(storage, write -> {
            if (write && writes.incrementAndGet() == crash) {
                throw new Crash();
            }
        });
        AtomicInteger births = new AtomicInteger();
        IdentityResolver resolver = resolver(births);
        for (int i = 0; i < deeds.size(); i++) {
            Deed deed = deeds.get(i);
            IdentityResolver now = resolver;
            try {
                stepped.write(work -> {
                    deed.accept(now, work);
                    return true;
                });
            } catch (Crash crashed) {
                resolver = resolver(births);
                i--;
            }
        }
        return writes.get();
    }

    private static IdentityResolver resolver(AtomicInteger births) {
        return IdentityResolver.builder(() -> new ProfileId("p" + births.incrementAndGet()))
                .limits(Lives.LIMITS)
                .finder(new NearTexts())
                .build();
    }

    private static Left left(Storage storage, List<Deed> deeds, int crash) {
        World world = new World(storage, Lives.LIMITS, LinkGate.open());
        run(storage, deeds, crash);
        return Left.in(world);
    }

    private static void atAnyWrite(IntFunction<Storage> stores) {
        List<Deed> deeds = someDeeds();
        Storage whole = stores.apply(0);
        Left expected = left(whole, deeds, NEVER);
        int writes = run(prepared(stores.apply(-1)), deeds, NEVER);
        assertThat(expected.profiles()).hasSizeGreaterThan(1);
        assertThat(writes).isGreaterThan(deeds.size());
        for (int crash = 1; crash <= writes; crash++) {
            assertThat(left(stores.apply(crash), deeds, crash))
                    .as("broken off at write " + crash)
                    .isEqualTo(expected);
        }
    }

    private static Storage prepared(Storage storage) {
        return new World(storage, Lives.LIMITS, LinkGate.open()).storage;
    }

    @Test
    void inMemory() {
        atAnyWrite(number -> new MemoryDatabase().tenant("crash"));
    }

    @Test
    void onH2() {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:recovery;DB_CLOSE_DELAY=-1", "sa", "");
        atAnyWrite(number -> JdbcStorage.builder(pool)
                .codecs(JsonCodecs.of())
                .tenant("crash" + number)
                .tombstoneKey(TombstoneKey.of(new byte[32]))
                .build());
        pool.dispose();
    }

    @Property(tries = 150)
    void inAnyLife(@ForAll Story story, @ForAll @IntRange(max = 5) int erased, @ForAll @IntRange(min = 1) int seed) {
        List<Deed> deeds = new ArrayList<>(births());
        for (Step step : story.steps()) {
            deeds.add(deed(step, deeds.size()));
        }
        deeds.add((resolver, work) -> resolver.erase(List.of(Lives.ids().get(erased)), act(90), work));
        Left expected = left(new MemoryDatabase().tenant("whole"), deeds, NEVER);
        int writes = run(prepared(new MemoryDatabase().tenant("count")), deeds, NEVER);
        int crash = 1 + seed % writes;
        assertThat(left(new MemoryDatabase().tenant("crash"), deeds, crash)).isEqualTo(expected);
    }

    private static List<Deed> births() {
        return Stream.of("crm/1", "crm/2", "shop/1", "shop/2", "web/1", "web/2")
                .map(record -> receiving(0, World.record(record, -1)))
                .toList();
    }

    private static Deed deed(Step step, int second) {
        if (step instanceof Observe observe) {
            return receiving(second, observe.observed());
        }
        Say say = (Say) step;
        return (resolver, work) -> {
            try {
                if (say.kind() == LinkVerdict.Kind.MUST_LINK) {
                    resolver.mustLink(id(say.first()), id(say.second()), act(second), work);
                } else {
                    resolver.cannotLink(id(say.first()), id(say.second()), act(second), work);
                }
            } catch (LinkVerdict.ContradictionException refused) {
                assertThat(refused.standing()).isNotEmpty();
            }
        };
    }
}
