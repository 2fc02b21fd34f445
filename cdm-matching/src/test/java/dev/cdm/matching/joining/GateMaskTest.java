package dev.cdm.matching.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.permission.LinkGate;
import dev.cdm.core.permission.Permission;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.matching.blocking.BlockedPairs;
import dev.cdm.matching.blocking.BlockingRule;
import dev.cdm.matching.blocking.RuleBlocking;
import dev.cdm.matching.blocking.RuleCount;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateMaskTest {

    private static final UnitOfWork WORK = new UnitOfWork() {
        @Override
        public <E> Log<E> log(LogKind<E> kind) {
            throw new UnsupportedOperationException("not needed here");
        }

        @Override
        public <V> dev.cdm.core.storage.Table<V> table(TableKind<V> kind) {
            throw new UnsupportedOperationException("not needed here");
        }
    };

    /** Restricts records whose key is a multiple of three, and refuses pairs of an even and an odd one of them. */
    private static final class CountingGate implements LinkGate {
        private final List<String> asked = new ArrayList<>();
        private int scopes;

        @Override
        public Permission mayLink(RecordId first, RecordId second, UnitOfWork work) {
            assertThat(work).isSameAs(WORK);
            asked.add(first + " " + second);
            return (key(first) + key(second)) % 2 == 0 ? Permission.grant() : Permission.refuse("ODD");
        }

        @Override
        public Set<RecordId> restricted(Set<RecordId> records, UnitOfWork work) {
            scopes++;
            return records.stream().filter(record -> key(record) % 3 == 0).collect(ImmutableSet.toImmutableSet());
        }

        private static int key(RecordId id) {
            return Integer.parseInt(id.key());
        }
    }

    private final CountingGate gate = new CountingGate();
    private final Table table = table(12);

    private static Table table(int rows) {
        TableBuilder builder = new TableBuilder(List.of("city", "name"));
        IntStream.range(0, rows).forEach(row -> builder.add("crm/" + row, List.of("x", "n" + row % 2)));
        return builder.build();
    }

    private static boolean refuses(int left, int right) {
        return left % 3 == 0 && right % 3 == 0 && (left + right) % 2 == 1;
    }

    @Test
    void onlyPairsOfTwoRestrictedRecordsAreAskedForAndOnce() {
        GateMask mask = GateMask.of(gate, table, WORK);
        RuleBlocking blocking = RuleBlocking.of(List.of(BlockingRule.on("name"), BlockingRule.on("city")))
                .gate(mask);
        BlockedPairs pairs = blocking.dedupe(table, Workers.caller());
        blocking.dedupe(table, Workers.caller());

        assertThat(gate.scopes).isOne();
        assertThat(mask.restrictedRecords()).isEqualTo(4);
        assertThat(gate.asked).hasSize(6).doesNotHaveDuplicates().contains("crm/0 crm/3", "crm/6 crm/9");
        assertThat(mask.asked()).isEqualTo(6);
        assertThat(mask.refused()).isEqualTo(4);
        assertThat(pairs.counts()).extracting(RuleCount::refusedPairs).containsExactly(0L, 4L);
        assertThat(pairs.size()).isEqualTo(66 - 4);
        int[] left = pairs.left();
        int[] right = pairs.right();
        for (int pair = 0; pair < left.length; pair++) {
            assertThat(refuses(left[pair], right[pair])).isFalse();
        }
    }

    @Test
    void idsAreAnsweredAsRowsAreAndStrangersArePermitted() {
        GateMask mask = GateMask.of(gate, table, WORK);
        Constraints constraints = Constraints.builder().gate(mask.byId()).build();
        for (int left = 0; left < 12; left++) {
            for (int right = 0; right < 12; right++) {
                assertThat(constraints.gate().test("crm/" + left, "crm/" + right))
                        .isEqualTo(mask.mayCompare(left, right))
                        .isEqualTo(!refuses(left, right));
            }
        }
        assertThat(mask.byId().test("crm/3", "shop/6")).isTrue();
        assertThat(mask.asked()).as("in either order once").isEqualTo(6);
    }

    @Test
    void theOpenGateIsNeverAsked() {
        GateMask mask = GateMask.of(LinkGate.open(), table, WORK);
        assertThat(mask.restrictedRecords()).isZero();
        assertThat(IntStream.range(1, 12).allMatch(row -> mask.mayCompare(0, row)))
                .isTrue();
        assertThat(mask.asked()).isZero();
        assertThat(mask).hasToString("GateMask of 0 restricted records");
    }

    @Test
    void threadsAskOneAfterTheOther() {
        Table large = table(6000);
        GateMask mask = GateMask.of(gate, large, id -> RecordId.parse(id), WORK);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        RuleCount count = RuleBlocking.of(List.of(BlockingRule.on("city")))
                .chunk(1000)
                .gate((left, right) -> right - left > 20 || mask.mayCompare(left, right))
                .dedupe(table(300), Workers.of(pool, 3))
                .counts()
                .get(0);
        pool.shutdownNow();
        long expected = IntStream.range(0, 300)
                .mapToLong(left -> IntStream.range(left + 1, Math.min(300, left + 21))
                        .filter(right -> refuses(left, right))
                        .count())
                .sum();
        assertThat(count.refusedPairs()).isEqualTo(expected).isEqualTo(mask.refused());
        assertThat(gate.asked).doesNotHaveDuplicates();
    }

    @Test
    void anIdThatIsNoRecordIdIsRefused() {
        Table odd = new TableBuilder(List.of("a")).add("4711", List.of("x")).build();
        assertThatIllegalArgumentException().isThrownBy(() -> GateMask.of(gate, odd, WORK));
        assertThat(GateMask.of(gate, odd, id -> new RecordId("crm", id), WORK).restrictedRecords())
                .isZero();
    }
}
