package dev.cdm.examples.quickstart;

import dev.cdm.core.model.SourcePosition;
import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.validate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts problems by code and keeps the first of each as an example. */
final class ProblemTally {

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, String> examples = new TreeMap<>();

    void add(SourcePosition position, ValueProblem problem) {
        add(position, Violation.of(problem));
    }

    void add(SourcePosition position, Violation problem) {
        counts.merge(problem.code(), 1, Integer::sum);
        String field = problem.path().isEmpty() ? "" : " `" + problem.path() + "`";
        examples.putIfAbsent(problem.code(), position + field + " " + problem.message());
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** Code, count and example, the most frequent first. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> rows.add(List.of(
                        String.valueOf(entry.getValue()), entry.getKey(), "e.g. " + examples.get(entry.getKey()))));
        return rows;
    }
}
