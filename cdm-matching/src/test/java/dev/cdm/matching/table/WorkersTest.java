package dev.cdm.matching.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {

    private final ExecutorService pool = Executors.newFixedThreadPool(3);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void everyChunkIsDoneOnce() {
        AtomicIntegerArray done = new AtomicIntegerArray(1000);
        Workers.of(pool, 4).run("work", 1000, done::incrementAndGet);
        for (int i = 0; i < done.length(); i++) {
            assertThat(done.get(i)).isEqualTo(1);
        }
    }

    @Test
    void anExecutorThatNeverRunsAnythingDoesNotStopTheWork() {
        int[] done = new int[10];
        List<Runnable> late = new ArrayList<>();
        Workers.of(late::add, 4).run("work", done.length, i -> done[i]++);
        late.forEach(Runnable::run);
        assertThat(done).containsOnly(1);
    }

    @Test
    void aFailureReachesTheCaller() {
        Workers workers = Workers.of(pool, 3);
        assertThatThrownBy(() -> workers.run("work", 100, i -> {
                    throw new IllegalStateException("chunk");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("chunk");
        assertThatThrownBy(() -> workers.run("work", 100, i -> {
                    throw new AssertionError("chunk");
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void workIsCancelledBetweenChunksAndReported() {
        List<Integer> seen = new ArrayList<>();
        Workers workers = Workers.caller()
                .reporting((stage, done, total) -> seen.add(done))
                .until(() -> seen.size() == 3);
        assertThatThrownBy(() -> workers.run("counting", 10, i -> {}))
                .isInstanceOf(CancellationException.class)
                .hasMessage("counting was cancelled");
        assertThat(seen).containsExactly(1, 2, 3);
        assertThat(workers.threads()).isEqualTo(1);
    }

    @Test
    void noThreadIsNotEnough() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workers.of(pool, 0))
                .withMessage("`threads` must be at least 1, was 0");
    }
}
