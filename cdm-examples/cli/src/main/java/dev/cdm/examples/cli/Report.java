package dev.cdm.examples.cli;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was done and what was wrong with the input: a summary for people or one line of JSON. */
final class Report {

    private static final int NAMED = 5;
    private static final double GIGA = 1e9;
    private static final double MEBIBYTE = 1 << 20;

    private final long start = System.nanoTime();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Map<String, List<Long>> rowsByProblem = new LinkedHashMap<>();
    private final List<Long> repeated = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private long rows;
    private long badRows;

    void rows(int count) {
        rows += count;
    }

    void put(String name, Object value) {
        figures.put(name, value);
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    void disabledBlocks(int count) {
        if (count > 0) {
            warn(count + " values were shared by more records than the model allows and were not used to find pairs");
        }
    }

    /** A row that is left out. */
    void badRow(String problem, Path file, long line) {
        badRows++;
        oddRow(problem + "; left out", file, line);
    }

    /** A row that is used although something is wrong with it. */
    void oddRow(String problem, Path file, long line) {
        rowsByProblem
                .computeIfAbsent("`" + file + "` " + problem, key -> new ArrayList<>())
                .add(line);
    }

    void repeatedId(Path file, long line) {
        repeated.add(line);
        rowsByProblem.computeIfAbsent("`" + file + "` repeats an id", key -> repeated);
    }

    void failOnRepeatedIds() {
        if (!repeated.isEmpty()) {
            throw new InputProblem(
                    problem("ids must be different: `" + repeated.size() + "` rows repeat one", repeated));
        }
    }

    private static String problem(String what, List<Long> lines) {
        List<String> named =
                lines.stream().limit(NAMED).map(line -> Long.toString(line)).toList();
        String more = lines.size() > NAMED ? " and " + (lines.size() - NAMED) + " more" : "";
        return what + ", line " + String.join(", ", named) + more;
    }

    void print(PrintWriter out, boolean json) {
        rowsByProblem.forEach((what, lines) -> warnings.add(problem(what, lines)));
        double seconds = (System.nanoTime() - start) / GIGA;
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("rows", rows);
        all.put("bad_rows", badRows);
        all.putAll(figures);
        all.put("seconds", seconds);
        if (figures.get("pairs") instanceof Number pairs) {
            all.put("pairs_per_second", pairs.doubleValue() / seconds);
        }
        all.put("peak_heap_mb", peakHeap());
        if (json) {
            all.put("warnings", warnings);
            out.println(json(all));
        } else {
            warnings.forEach(warning -> out.println("warning: " + warning));
            all.forEach((name, value) -> out.printf(Locale.ROOT, "%-18s %s%n", name.replace('_', ' '), text(value)));
        }
    }

    private static double peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToDouble(usage -> usage.getUsed() / MEBIBYTE)
                .sum();
    }

    private static String text(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.4g", number) : value.toString();
    }

    static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
                    .collect(java.util.stream.Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Report::json).collect(java.util.stream.Collectors.joining(",", "[", "]"));
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                quoted.append('\\').append((char) unit);
            } else if (unit < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", unit));
            } else {
                quoted.append((char) unit);
            }
        });
        return quoted.append('"').toString();
    }
}
