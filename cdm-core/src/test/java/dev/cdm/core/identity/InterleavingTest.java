package dev.cdm.core.identity;

import static dev.cdm.core.identity.World.id;
import static dev.cdm.core.identity.World.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.json.JsonCodecs;
import dev.cdm.core.linking.IdentifierLimits;
import dev.cdm.core.linking.IdentifierRule;
import dev.cdm.core.permission.LinkGate;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.StorageException;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.VersionConflictException;
import dev.cdm.core.storage.jdbc.JdbcStorage;
import dev.cdm.core.storage.jdbc.Server;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two writers over two connections, on databases where a unit of work sees what others commit in the meantime: the one
 * commits between any two steps of the other, and what is left is what one after the other would have left.
 */
class InterleavingTest {

    private static final IdentifierLimits LIMITS = IdentifierLimits.builder()
            .rule(IdentifierRule.of(World.identifier("email:x").type()).limit(2))
            .rule(IdentifierRule.of(World.identifier("phone:x").type()).linking())
            .build();

    /** What one writer does. */
    private enum Deed {
        CORRECT_ONE((resolver, work) ->
                resolver.receive(List.of(record("crm/1", 1, "phone:+491", "email:a@example.com")), World.START, work)),
        CORRECT_OTHER((resolver, work) ->
                resolver.receive(List.of(record("crm/2", 1, "phone:+491", "email:c@example.com")), World.START, work)),
        DETACH((resolver, work) -> resolver.receive(List.of(record("web/1", 1)), World.START, work)),
        BRIDGE((resolver, work) ->
                resolver.receive(List.of(record("web/1", 1, "phone:+492", "phone:+493")), World.START, work)),
        SIGHT((resolver, work) ->
                resolver.receive(List.of(record("shop/9", 1, "phone:+491", "phone:+493")), World.START, work)),
        PIN((resolver, work) -> resolver.mustLink(id("web/2"), id("crm/2"), act(), work)),
        PART((resolver, work) -> resolver.cannotLink(id("web/1"), id("web/2"), act(), work)),
        ERASE((resolver, work) -> resolver.erase(List.of(id("web/2")), act(), work));

        @SuppressWarnings("ImmutableEnumChecker") // none of them keeps anything
        private final BiConsumer<IdentityResolver, UnitOfWork> act;

        Deed(BiConsumer<IdentityResolver, UnitOfWork> act) {
            this.act = act;
        }

        private static Act act() {
            return new Act("steward", "", World.START);
        }
    }

    /** Where it is tried. */
    private enum Place {
        H2,
        POSTGRES;

        private DataSource source() {
            return this == H2
                    ? JdbcConnectionPool.create("jdbc:h2:mem:interleaving;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20", "sa", "")
                    : Server.pool(Server.newDatabase() + "&options=-c%20lock_timeout=20ms");
        }
    }

    private static World world(DataSource source, String tenant) {
        Storage storage = JdbcStorage.builder(source)
                .codecs(JsonCodecs.of())
                .tenant(tenant)
                .tombstoneKey(TombstoneKey.of(new byte[32]))
                .build();
        World world = new World(storage, LIMITS, LinkGate.open());
        world.receive(
                record("crm/1", 0, "phone:+491", "email:a@example.com", "email:b@example.com"),
                record("crm/2", 0, "phone:+491", "email:c@example.com", "email:d@example.com"),
                record("web/1", 0, "phone:+492"),
                record("web/2", 0, "phone:+492"),
                record("web/3", 0, "phone:+493"));
        return world;
    }

    private static void act(World world, Storage storage, Deed deed) {
        storage.write(work -> {
            deed.act.accept(world.resolver, work);
            return true;
        });
    }

    /** Runs the one, and the other before a step of it; whether there was such a step. */
    private static boolean interleave(World world, Deed one, Deed other, int at) {
        AtomicInteger step = new AtomicInteger();
        boolean[] done = {false, false};
        Storage stepped = SteppedStorage.over(world.storage, write -> {
            if (step.incrementAndGet() == at) {
                done[1] = tried(() -> act(world, world.storage, other));
            }
        });
        while (!done[0]) {
            done[0] = tried(() -> act(world, stepped, one));
        }
        while (!done[1]) {
            done[1] = tried(() -> act(world, world.storage, other));
        }
        return step.get() >= at;
    }

    /* Who waits for a lock of the other, in one thread, waits in vain. */
    private static boolean tried(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (VersionConflictException conflict) {
            return false;
        } catch (StorageException locked) {
            assertThat(locked).hasMessageContaining("lock");
            return false;
        }
    }

    /** What is left: who is together, the ids by the records that bear them, and who says so. */
    private static Object left(World world) {
        Map<String, String> born = new TreeMap<>();
        world.events(LinkEvent.Born.class)
                .forEach(
                        event -> born.put(event.profile().text(), event.record().text()));
        Map<String, Set<String>> profiles = new TreeMap<>();
        world.partition().forEach((id, members) -> profiles.put(born.getOrDefault(id, "none"), members));
        return profiles;
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void whateverTheOtherCommitsInBetweenNothingIsOverlooked(Place place) {
        DataSource source = place.source();
        for (List<Deed> pair : List.of(
                List.of(Deed.CORRECT_ONE, Deed.CORRECT_OTHER),
                List.of(Deed.BRIDGE, Deed.PART),
                List.of(Deed.PIN, Deed.DETACH),
                List.of(Deed.SIGHT, Deed.PIN),
                List.of(Deed.ERASE, Deed.SIGHT),
                List.of(Deed.BRIDGE, Deed.ERASE))) {
            World after = world(source, pair + "");
            pair.forEach(deed -> act(after, after.storage, deed));
            Object expected = left(after);
            int at = 1;
            boolean more = true;
            while (more) {
                World world = world(source, pair + " " + at);
                more = interleave(world, pair.get(0), pair.get(1), at);
                assertThat(left(world)).as(pair + " at step " + at).isEqualTo(expected);
                at++;
            }
        }
    }
}
