package dev.cdm.examples.benchmarks;

import dev.cdm.matching.Clusters;
import dev.cdm.matching.Deduplicator;
import dev.cdm.matching.evaluate.ClusterEvaluation;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Dictionary;
import dev.cdm.matching.table.Workers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Finds the duplicates among generated people, from a table to clusters, with two threads. Prints seconds, processor
 * seconds, scored pairs, peak memory of the heap and pairwise F1. Run like {@link ComparatorBenchmark}, with
 * {@code -Xmx3g -cp %classpath dev.cdm.examples.benchmarks.WholeJob 100000 en}.
 */
public final class WholeJob {

    private static final int THREADS = 2;
    private static final double NANOS = 1e9;
    static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("first_name", Role.GIVEN_NAME),
            Map.entry("surname", Role.FAMILY_NAME),
            Map.entry("first_name_kana", Role.GIVEN_NAME_KANA),
            Map.entry("surname_kana", Role.FAMILY_NAME_KANA),
            Map.entry("dob", Role.BIRTH_DATE),
            Map.entry("sex", Role.SEX),
            Map.entry("street", Role.STREET),
            Map.entry("city", Role.CITY),
            Map.entry("postcode", Role.POSTCODE),
            Map.entry("phone", Role.PHONE),
            Map.entry("email", Role.EMAIL));

    private WholeJob() {}

    /**
     * Runs it.
     *
     * @param args records, as a rule 100000 or 1000000, and {@code en}, {@code ja} or {@code mixed}
     * @throws IOException if the people cannot be written for the moment
     */
    public static void main(String[] args) throws IOException {
        System.out.println(run(Integer.parseInt(args[0]), args[1]));
    }

    /** {@return what one run gave, as a line} */
    static String run(int records, String language) throws IOException {
        PeopleTable people = PeopleTable.generated(records, language);
        ExecutorService executor = Executors.newFixedThreadPool(THREADS - 1);
        try {
            long start = System.nanoTime();
            long spent = CpuTime.spent();
            Clusters clusters = Deduplicator.of(ROLES)
                    .workers(Workers.of(executor, THREADS))
                    .dedupe(people.table());
            double seconds = (System.nanoTime() - start) / NANOS;
            double processor = (CpuTime.spent() - spent) / NANOS;
            int pairs = clusters.pairs().size();
            return String.format(
                    Locale.ROOT,
                    "%,d records: %.2f s, %.2f s of processor time, %,d pairs kept (%,.0f a second), %,d MB, F1 %.4f",
                    records,
                    seconds,
                    processor,
                    pairs,
                    pairs / seconds,
                    peak() >> 20,
                    f1(people, clusters));
        } finally {
            executor.shutdown();
        }
    }

    private static double f1(PeopleTable people, Clusters clusters) {
        Dictionary names = new Dictionary();
        int[] found = new int[clusters.records()];
        int[] truth = new int[found.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = names.add(clusters.clusterId(i));
            truth[i] = people.truth()[Integer.parseInt(clusters.recordId(i)) - 1];
        }
        return ClusterEvaluation.of(truth, found).pairs().f1();
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
