package dev.cdm.core.ingest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cdm.core.identity.Resolution;
import dev.cdm.core.validate.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an intake did: how many records came to which end, what they did to the profiles, which problems there were, and
 * the results themselves. Immutable.
 */
public final class IntakeReport {

    /** The most results of a file that are kept in a report: the first ones that have problems. */
    public static final int MOST_RESULTS = 1_000;

    private final ImmutableMap<IntakeResult.Verdict, Long> verdicts;
    private final ImmutableMap<Resolution.Outcome, Long> outcomes;
    private final ImmutableMap<String, Long> problems;
    private final ImmutableList<IntakeResult> results;
    private final long total;

    private IntakeReport(Collector collector) {
        this.verdicts = ImmutableMap.copyOf(collector.verdicts);
        this.outcomes = ImmutableMap.copyOf(collector.outcomes);
        this.problems = ImmutableMap.copyOf(collector.problems);
        this.results = ImmutableList.copyOf(collector.results);
        this.total = collector.total;
    }

    static IntakeReport of(List<IntakeResult> results) {
        Collector collector = new Collector(Integer.MAX_VALUE, true);
        results.forEach(collector::add);
        return collector.report();
    }

    /** {@return how many records and rows came} */
    public long total() {
        return total;
    }

    /**
     * {@return how many came to an end}
     *
     * @param verdict the end
     */
    public long count(IntakeResult.Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    /**
     * {@return how many did something to the profiles}
     *
     * @param outcome what they did
     */
    public long count(Resolution.Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** {@return how many came to each end, in the order of the ends; ends nobody came to are left out} */
    public Map<IntakeResult.Verdict, Long> verdicts() {
        return verdicts;
    }

    /** {@return what the accepted ones did to the profiles, in the order of the outcomes; zeros are left out} */
    public Map<Resolution.Outcome, Long> outcomes() {
        return outcomes;
    }

    /** {@return how often each problem was found, by its code in alphabetical order} */
    public Map<String, Long> problems() {
        return problems;
    }

    /**
     * {@return the results: of an intake by list all of them, in its order; of a file the first
     * {@value #MOST_RESULTS} that have problems or were not accepted}
     */
    public List<IntakeResult> results() {
        return results;
    }

    /** {@return whether nothing changed: every record was known and the same} */
    public boolean unchanged() {
        return outcomes.keySet().stream()
                .allMatch(outcome ->
                        outcome == Resolution.Outcome.UNCHANGED || outcome == Resolution.Outcome.REFUSED_ERASED);
    }

    @Override
    public String toString() {
        return "IntakeReport[" + total + " records, " + verdicts + ", " + outcomes + ", problems " + problems + "]";
    }

    /** Counts results; not thread-safe. */
    static final class Collector {

        private final Map<IntakeResult.Verdict, Long> verdicts = new EnumMap<>(IntakeResult.Verdict.class);
        private final Map<Resolution.Outcome, Long> outcomes = new EnumMap<>(Resolution.Outcome.class);
        private final Map<String, Long> problems = new TreeMap<>();
        private final List<IntakeResult> results = new ArrayList<>();
        private final int most;
        private final boolean goodOnesToo;
        private long total;

        Collector(int most, boolean goodOnesToo) {
            this.most = most;
            this.goodOnesToo = goodOnesToo;
        }

        void add(IntakeResult result) {
            total++;
            verdicts.merge(result.verdict(), 1L, Long::sum);
            result.resolution().ifPresent(resolution -> outcomes.merge(resolution.outcome(), 1L, Long::sum));
            for (Violation problem : result.problems()) {
                problems.merge(problem.code(), 1L, Long::sum);
            }
            boolean good = result.verdict() == IntakeResult.Verdict.ACCEPTED;
            if (results.size() < most && (goodOnesToo || !good)) {
                results.add(result);
            }
        }

        IntakeReport report() {
            return new IntakeReport(this);
        }
    }
}
