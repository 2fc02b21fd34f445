package dev.cdm.matching.similarity;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * A measure that any thread may call, over prepared instances that belong to one thread at a time.
 *
 * <p>A call takes a spare instance out of the stripe of its thread, or makes one when another call holds it, and puts it
 * back afterwards. So a call normally allocates nothing, no lock is held, and no thread-local keeps our classes alive.
 */
final class PooledSimilarity<P extends PreparedSimilarity> implements StringSimilarity {

    static final StringSimilarity JARO = new PooledSimilarity<>(() -> new JaroWinkler(0, 0, 0), "jaro");
    static final StringSimilarity JARO_WINKLER =
            new PooledSimilarity<>(() -> new JaroWinkler(JaroWinkler.SCALING, JaroWinkler.PREFIX, 0), "jaro-winkler");
    static final StringSimilarity LONGEST_COMMON_SUBSTRING =
            new PooledSimilarity<>(LongestCommonSubstring::new, "longest common substring");
    static final StringSimilarity TOKEN_COSINE = new PooledSimilarity<>(TokenSimilarity::cosine, "token cosine");

    private static final int STRIPES = 8;
    private static final int REFERENCES_PER_CACHE_LINE = 16;

    private final Supplier<P> factory;
    private final String name;
    private final AtomicReferenceArray<P> spares = new AtomicReferenceArray<>(STRIPES * REFERENCES_PER_CACHE_LINE);

    PooledSimilarity(Supplier<P> factory, String name) {
        this.factory = factory;
        this.name = name;
    }

    @Override
    public double similarity(String a, String b) {
        P prepared = take();
        double similarity = prepared.against(a).similarity(b);
        give(prepared);
        return similarity;
    }

    @Override
    public P oneToMany() {
        return factory.get();
    }

    P take() {
        P spare = spares.getAndSet(stripe(), null);
        return spare == null ? factory.get() : spare;
    }

    void give(P prepared) {
        if (prepared.worthKeeping()) {
            spares.setRelease(stripe(), prepared);
        }
    }

    private static int stripe() {
        return (int) (Thread.currentThread().getId() & (STRIPES - 1)) * REFERENCES_PER_CACHE_LINE;
    }

    @Override
    public String toString() {
        return name;
    }
}
