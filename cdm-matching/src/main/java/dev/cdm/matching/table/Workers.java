package dev.cdm.matching.table;

import dev.cdm.core.internal.Checks;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Who does the work: the calling thread, helped by threads of an executor that the caller owns. Work is cut into chunks
 * that do not depend on the number of threads, so neither does any result. The calling thread always takes part; an
 * executor that is busy or that never runs a task makes the work slower and does not stop it. Safe for any thread.
 */
public final class Workers {

    private static final int WAITING = 8;

    private static final Workers CALLER = new Workers(Runnable::run, 1, () -> false, (stage, done, total) -> {});

    private final Executor executor;
    private final int threads;
    private final BooleanSupplier cancelled;
    private final Progress progress;

    private Workers(Executor executor, int threads, BooleanSupplier cancelled, Progress progress) {
        this.executor = executor;
        this.threads = threads;
        this.cancelled = cancelled;
        this.progress = progress;
    }

    /** {@return the calling thread alone; the default everywhere} */
    public static Workers caller() {
        return CALLER;
    }

    /**
     * {@return the calling thread and threads of an executor}
     *
     * @param executor where further threads come from
     * @param threads how many threads work at once, the calling one included; at least 1
     */
    public static Workers of(Executor executor, int threads) {
        Checks.require(threads >= 1, "threads", "must be at least 1", threads);
        return new Workers(executor, threads, CALLER.cancelled, CALLER.progress);
    }

    /**
     * {@return these workers, stopping when asked}
     *
     * @param stop asked between chunks, from any of the threads; once it says yes, the running call ends with a
     *     {@link CancellationException}
     */
    public Workers until(BooleanSupplier stop) {
        return new Workers(executor, threads, stop, progress);
    }

    /**
     * {@return these workers, reporting how far they are}
     *
     * @param listener told after each chunk, from any of the threads
     */
    public Workers reporting(Progress listener) {
        return new Workers(executor, threads, cancelled, listener);
    }

    /** {@return how many threads work at once} */
    public int threads() {
        return threads;
    }

    /**
     * Does a number of chunks of work, in any order and at the same time, and returns when all are done. What a chunk
     * wrote is visible to the caller afterwards.
     *
     * @param stage what the work is, for the progress
     * @param chunks how many chunks there are
     * @param work does the chunk with a number from 0
     * @throws CancellationException if the work was cancelled
     */
    public void run(String stage, int chunks, IntConsumer work) {
        Claims claims = new Claims(stage, chunks, work);
        for (int helper = 1; helper < Math.min(threads, chunks); helper++) {
            executor.execute(claims::help);
        }
        claims.drain();
        claims.close();
    }

    /**
     * Does a number of chunks of work, several at the same time, and hands their results on in the order of the chunks. At
     * most eight results per thread wait at a time, whatever the number of chunks.
     *
     * @param stage what the work is, for the progress
     * @param chunks how many chunks there are
     * @param work makes the result of the chunk with a number from 0
     * @param sink takes the results, always in the calling thread; what it throws ends the work
     * @param <T> a result
     * @throws CancellationException if the work was cancelled
     */
    @SuppressWarnings("unchecked") // the array holds what the work made
    public <T> void inOrder(String stage, int chunks, IntFunction<? extends T> work, Consumer<? super T> sink) {
        int most = threads == 1 ? 1 : threads * WAITING;
        for (long start = 0; start < chunks; start += most) {
            int first = (int) start;
            Object[] made = new Object[Math.min(most, chunks - first)];
            new Workers(executor, threads, cancelled, (name, done, total) -> progress.at(name, first + done, chunks))
                    .run(stage, made.length, i -> made[i] = work.apply(first + i));
            for (Object result : made) {
                sink.accept((T) result);
            }
        }
    }

    /** Is told how far a long piece of work has come. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Takes note.
         *
         * @param stage what the work is
         * @param done how many chunks are done
         * @param total how many chunks there are
         */
        void at(String stage, int done, int total);
    }

    /** The chunks of one call, each claimed by one thread. */
    private final class Claims {
        private final String stage;
        private final int chunks;
        private final IntConsumer work;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final Object door = new Object();
        private int inside;
        private boolean closed;

        Claims(String stage, int chunks, IntConsumer work) {
            this.stage = stage;
            this.chunks = chunks;
            this.work = work;
        }

        void help() {
            synchronized (door) {
                if (closed) {
                    return;
                }
                inside++;
            }
            drain();
            synchronized (door) {
                inside--;
                door.notifyAll();
            }
        }

        void drain() {
            try {
                for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException(stage + " was cancelled");
                    }
                    work.accept(chunk);
                    progress.at(stage, done.incrementAndGet(), chunks);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                next.set(chunks);
            }
        }

        void close() {
            boolean interrupted = false;
            synchronized (door) {
                closed = true;
                while (inside > 0) {
                    try {
                        door.wait();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            rethrow(failure.get());
        }

        private void rethrow(@Nullable Throwable thrown) {
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
            if (thrown instanceof Error error) {
                throw error;
            }
        }
    }
}
