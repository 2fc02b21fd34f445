package dev.cdm.core.storage.tck;

import java.util.Iterator;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;

/** Random samples inside a JUnit test: the seed is printed with a failure, and the failing sample is made smaller first. */
final class Samples {

    /** The seed of this run; {@code -Dcdm.tck.seed=} sets it. */
    static final long SEED = Long.getLong("cdm.tck.seed", System.nanoTime() & 0xffffffffL);

    private static final int ATTEMPTS = 300;

    private Samples() {}

    static Random random() {
        return new Random(SEED);
    }

    /** Checks a number of samples; fails with the smallest sample found that fails. */
    static <T> void check(int tries, Arbitrary<T> samples, Consumer<T> check) {
        JqwikSession.run(() -> {
            RandomGenerator<T> generator = samples.generator(1000);
            Random random = random();
            for (int i = 0; i < tries; i++) {
                Shrinkable<T> sample = generator.next(random);
                Throwable failure = failure(sample.value(), check);
                if (failure != null) {
                    fail(i, sample, failure, check);
                }
            }
        });
    }

    private static <T> void fail(int index, Shrinkable<T> sample, Throwable failure, Consumer<T> check) {
        Shrinkable<T> smallest = sample;
        Throwable cause = failure;
        Iterator<Shrinkable<T>> candidates = smallest.shrink().iterator();
        for (int attempt = 0; attempt < ATTEMPTS && candidates.hasNext(); attempt++) {
            Shrinkable<T> candidate = candidates.next();
            Throwable again = failure(candidate.value(), check);
            if (again != null) {
                smallest = candidate;
                cause = again;
                candidates = smallest.shrink().iterator();
            }
        }
        throw new AssertionError(
                "sample " + index + " of -Dcdm.tck.seed=" + SEED + " fails, made smaller: " + smallest.value(), cause);
    }

    private static <T> @Nullable Throwable failure(T sample, Consumer<T> check) {
        try {
            check.accept(sample);
            return null;
        } catch (RuntimeException | AssertionError e) {
            return e;
        }
    }
}
