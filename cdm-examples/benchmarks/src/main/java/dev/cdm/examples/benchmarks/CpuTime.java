package dev.cdm.examples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Tells the operations in a second of processor time of the whole process, which other work on the machine does not
 * change much: {@code -prof dev.cdm.examples.benchmarks.CpuTime}.
 */
public final class CpuTime implements InternalProfiler {

    private static final double MILLION_A_SECOND = 1e-3;

    private long start;

    /** Made by the harness. */
    public CpuTime() {}

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        start = spent();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double perNanosecond = (double) result.getMetadata().getAllOps() / (spent() - start);
        return List.of(new ScalarResult(
                "cpu", perNanosecond / MILLION_A_SECOND, "M/s of processor time", AggregationPolicy.AVG));
    }

    @Override
    public String getDescription() {
        return "operations in a second of processor time";
    }

    /** {@return the processor time of this process in nanoseconds} */
    static long spent() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
