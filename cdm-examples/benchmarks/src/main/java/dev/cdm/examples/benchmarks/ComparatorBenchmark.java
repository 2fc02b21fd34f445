package dev.cdm.examples.benchmarks;

import dev.cdm.matching.similarity.EditDistance;
import dev.cdm.matching.similarity.PreparedDistance;
import dev.cdm.matching.similarity.PreparedSimilarity;
import dev.cdm.matching.similarity.StringSimilarity;
import java.util.concurrent.TimeUnit;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Comparisons of two names in a microsecond, which is millions in a second, beside commons-text. Run from the root of the
 * repository:
 *
 * <pre>{@code
 * mvn -q -B -DskipTests install -pl cdm-examples/benchmarks -am
 * mvn -q -B exec:exec -pl cdm-examples/benchmarks -Dexec.executable=java \
 *     -Dexec.args="-cp %classpath org.openjdk.jmh.Main ComparatorBenchmark -prof dev.cdm.examples.benchmarks.CpuTime"
 * }</pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ComparatorBenchmark {

    private static final int NAMES = 1 << 12;
    private static final int LIMIT = 2;
    private static final StringSimilarity JARO_WINKLER = StringSimilarity.jaroWinkler();

    /** Letters of English names, or kana. */
    @Param({"ascii", "kana"})
    public String script = "ascii";

    private String[] names = {};
    private int one;
    private final JaroWinklerSimilarity commonsJaroWinkler = new JaroWinklerSimilarity();
    private final LevenshteinDistance commonsLevenshtein = new LevenshteinDistance(LIMIT);
    private final PreparedSimilarity preparedJaroWinkler = JARO_WINKLER.oneToMany();
    private final PreparedDistance preparedLevenshtein = EditDistance.LEVENSHTEIN.oneToMany();

    /** Made by the harness. */
    public ComparatorBenchmark() {}

    /** Draws the names. */
    @Setup
    public void prepare() {
        names = SampleNames.of(script.equals("kana"), NAMES);
    }

    private interface Pairwise {
        double of(String left, String right);
    }

    /* Always another left name, so that nothing of it can be kept. */
    private double pairByPair(Pairwise comparison) {
        one = (one + 1) & (NAMES - 1);
        double sum = 0;
        for (int i = 0; i < NAMES; i++) {
            sum += comparison.of(names[i], names[(i + one) & (NAMES - 1)]);
        }
        return sum;
    }

    /** {@return Jaro-Winkler of two names, another pair each time} */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public double jaroWinkler() {
        return pairByPair(JARO_WINKLER::similarity);
    }

    /** {@return Jaro-Winkler of one name and many} */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public double jaroWinklerOneToMany() {
        one = (one + 1) & (NAMES - 1);
        preparedJaroWinkler.against(names[one]);
        double sum = 0;
        for (String name : names) {
            sum += preparedJaroWinkler.similarity(name);
        }
        return sum;
    }

    /** {@return the Levenshtein distance up to 2 of two names, another pair each time} */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public double levenshtein() {
        return pairByPair((left, right) -> EditDistance.LEVENSHTEIN.distance(left, right, LIMIT));
    }

    /** {@return the Levenshtein distance up to 2 of one name and many} */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public int levenshteinOneToMany() {
        one = (one + 1) & (NAMES - 1);
        preparedLevenshtein.against(names[one]);
        int sum = 0;
        for (String name : names) {
            sum += preparedLevenshtein.distance(name, LIMIT);
        }
        return sum;
    }

    /** {@return Jaro-Winkler by commons-text} */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public double commonsJaroWinkler() {
        return pairByPair(commonsJaroWinkler::apply);
    }

    /** {@return the Levenshtein distance up to 2 by commons-text} */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public double commonsLevenshtein() {
        return pairByPair(commonsLevenshtein::apply);
    }
}
