package dev.cdm.core.ingest;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.VersionConflictException;
import java.util.function.Function;

/**
 * Runs a unit of work again when another one came in between. Immutable, thread-safe if the listener is.
 *
 * @param attempts how often the work is run at most, from 1
 * @param onConflict called before each further attempt
 */
public record ConflictRetry(int attempts, Runnable onConflict) {

    /** How often a unit of work is run at most, if nothing else is said. */
    public static final int DEFAULT_ATTEMPTS = 20;

    /** Checks the number. */
    public ConflictRetry {
        Checks.between(attempts, 1, Integer.MAX_VALUE, "attempts");
    }

    /**
     * {@return what the work returned, after a successful commit}
     *
     * @param storage where it runs
     * @param work the work; run again from the start after a conflict, so it must change nothing outside the storage
     * @param <R> the type of the result
     * @throws VersionConflictException if the last attempt conflicted too
     */
    public <R> R write(Storage storage, Function<? super UnitOfWork, R> work) {
        for (int left = attempts - 1; ; left--) {
            try {
                return storage.write(work);
            } catch (VersionConflictException conflict) {
                if (left == 0) {
                    throw conflict;
                }
                onConflict.run();
            }
        }
    }
}
