package dev.cdm.examples.cli;

import dev.cdm.matching.table.Workers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every long command has. */
final class RunOptions {

    @Option(names = "--threads", defaultValue = "2", description = "How many threads work (default: ${DEFAULT-VALUE}).")
    int threads;

    @Option(
            names = "--locale",
            defaultValue = "",
            description = "Language of the records, such as ja; Japanese is also" + " recognised without it.")
    String locale = "";

    @Option(names = "--json", description = "Print the summary as one line of JSON.")
    boolean json;

    @Option(
            names = "--nicknames",
            description =
                    "More short forms of given names: a CSV file with the columns name1,relationship,name2 or name,nickname.")
    @Nullable
    Path nicknames;

    /** {@return the short forms by name; none without a file} */
    Map<String, List<String>> shortForms() {
        Map<String, List<String>> forms = new LinkedHashMap<>();
        for (List<String> row : nicknames == null ? List.<List<String>>of() : LabelFile.rows(nicknames, 2)) {
            if (row.size() == 2 || row.get(1).equals("has_nickname")) {
                forms.computeIfAbsent(row.get(0), name -> new ArrayList<>()).add(row.get(row.size() - 1));
            }
        }
        return forms;
    }

    /** Works with the threads asked for and ends them. */
    @SuppressWarnings("SystemConsoleNull") // from Java 22 on the bar may also be shown in a file
    <T> T work(PrintWriter err, Function<Workers, T> work) {
        if (threads < 1) {
            throw new InputProblem("`--threads` must be at least 1, was " + threads);
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads - 1));
        try {
            Workers workers = threads == 1 ? Workers.caller() : Workers.of(pool, threads);
            boolean shown = !json && System.console() != null;
            return work.apply(shown ? workers.reporting(new ProgressBar(err)) : workers);
        } finally {
            pool.shutdownNow();
        }
    }
}
