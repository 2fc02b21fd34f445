package dev.cdm.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.linking.IdentifierLimits;
import dev.cdm.core.linking.IdentifierRule;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.storage.VersionConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two writers in one neighbourhood: one of them has to read again, and no person is left in two profiles. */
class ConcurrentReceptionTest {

    private static Resolution retried(World world, SourceRecord observed) {
        while (true) {
            try {
                return world.receive(observed).get(0);
            } catch (VersionConflictException conflict) {
                Thread.onSpinWait();
            }
        }
    }

    private static void together(List<Callable<Void>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @RepeatedTest(10)
    void twoFirstSightingsOfOneIdentifierEndInOneProfile() throws Exception {
        World world = new World();
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (String record : List.of("crm/1", "shop/1")) {
            tasks.add(() -> {
                start.await();
                retried(world, World.record(record, 0, "email:ada@example.com"));
                return null;
            });
        }
        together(tasks);
        assertThat(world.clusters()).isEqualTo(Set.of(Set.of("crm/1", "shop/1")));
    }

    @RepeatedTest(3)
    void fourWritersLeaveTheSamePartitionAsOne() throws Exception {
        List<SourceRecord> all = new ArrayList<>();
        Random random = new Random(11);
        for (int i = 0; i < 120; i++) {
            all.add(World.record(
                    Lives.RECORDS.get(random.nextInt(6)) + random.nextInt(6),
                    i,
                    "email:" + random.nextInt(25) + "@example.com",
                    "user_id:u" + random.nextInt(12),
                    "phone:+49" + random.nextInt(12)));
        }
        World one = new World(Lives.LIMITS, dev.cdm.core.permission.LinkGate.open());
        one.receive(all);
        World four = new World(Lives.LIMITS, dev.cdm.core.permission.LinkGate.open());
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            int mine = writer;
            tasks.add(() -> {
                for (int i = mine; i < all.size(); i += 4) {
                    retried(four, all.get(i));
                }
                return null;
            });
        }
        together(tasks);
        assertThat(four.clusters()).isEqualTo(one.clusters());
        assertThat(four.states()).isEqualTo(one.states());
    }

    @Test
    void twoCorrectionsThatOnlyTogetherLiftALimitCannotBothOverlookEachOther() {
        World world = new World(
                IdentifierLimits.builder()
                        .rule(IdentifierRule.of(World.identifier("email:x").type())
                                .limit(2))
                        .rule(IdentifierRule.of(World.identifier("phone:x").type())
                                .linking())
                        .build(),
                dev.cdm.core.permission.LinkGate.open());
        world.receive(
                World.record("crm/1", 0, "phone:+491", "email:a@example.com", "email:b@example.com"),
                World.record("crm/2", 0, "phone:+491", "email:c@example.com", "email:d@example.com"));
        assertThat(world.partition()).hasSize(2);
        boolean conflict = false;
        try {
            world.storage.write(outer -> {
                world.resolver.receive(
                        List.of(World.record("crm/1", 1, "phone:+491", "email:a@example.com")), world.now(), outer);
                return world.receive(World.record("crm/2", 1, "phone:+491", "email:c@example.com"));
            });
        } catch (VersionConflictException expected) {
            conflict = true;
        }
        assertThat(conflict).isTrue();
        world.receive(World.record("crm/1", 1, "phone:+491", "email:a@example.com"));
        assertThat(world.partition()).hasSize(1);
    }
}
