package dev.cdm.core.storage.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads of the kit's own: started, awaited, and their failures passed on. */
final class Threads {

    private static final long PATIENCE_SECONDS = 60;

    private Threads() {}

    /** Starts a task in a thread of its own. */
    static <R> FutureTask<R> start(Callable<R> task) {
        FutureTask<R> future = new FutureTask<>(task);
        Thread thread = new Thread(future, "storage-contract");
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    /** Runs a task in another thread and gives its result. */
    static <R> R inAnother(Callable<R> task) {
        return result(start(task));
    }

    /** Runs tasks at once and gives their results in order. */
    static <R> List<R> together(List<? extends Callable<R>> tasks) {
        List<FutureTask<R>> running = new ArrayList<>();
        tasks.forEach(task -> running.add(start(task)));
        List<R> results = new ArrayList<>();
        running.forEach(task -> results.add(result(task)));
        return results;
    }

    /** The result of a started task. */
    static <R> R result(FutureTask<R> task) {
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("still not done after " + PATIENCE_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits until something has happened, or for so many milliseconds; tells whether it has happened. */
    static boolean await(CountDownLatch happened, long milliseconds) {
        try {
            return happened.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits until something has happened; fails after a minute. */
    static void await(CountDownLatch happened) {
        if (!await(happened, TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS))) {
            throw new AssertionError("did not happen within " + PATIENCE_SECONDS + " seconds");
        }
    }
}
