package dev.cdm.examples.cli;

import dev.cdm.matching.explain.Explanation;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.resolve.Candidate;
import dev.cdm.matching.resolve.PersonResolver;
import dev.cdm.matching.resolve.Resolved;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes records one by one and tells of each who it is. */
@Command(
        name = "resolve",
        description = {
            "Takes records one by one, in the order of the file, and tells of each who it is.",
            "Whatever the order, the partition in the end is what `dedupe --model` finds."
        },
        mixinStandardHelpOptions = true)
final class ResolveCommand implements Callable<Integer> {

    @Mixin
    LiveInput records = new LiveInput();

    @Option(names = "--output", required = true, description = "Where the outcomes go: one JSON object a line.")
    Path output = Path.of("");

    @Option(names = "--partition", description = "Where the clusters go in the end: record_id,cluster_id.")
    @Nullable
    Path partition;

    @Option(
            names = "--store",
            defaultValue = "memory",
            description = "Where the records live: memory (default: ${DEFAULT-VALUE}).")
    String store = "memory";

    @Option(
            names = "--threshold",
            description = "The probability from which records are joined (default: that of the model).")
    @Nullable
    Double threshold;

    @Option(
            names = "--review",
            description = "The probability from which another cluster is told as possible (default: "
                    + PersonResolver.DEFAULT_REVIEW + ").")
    @Nullable
    Double review;

    @Option(names = "--json", description = "Print the summary as one line of JSON.")
    boolean json;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        if (!store.equals("memory")) {
            throw new InputProblem("`--store` must be memory, was `" + store + "`");
        }
        Report report = new Report();
        PersonModel model = records.people();
        double least = threshold == null ? model.threshold() : threshold;
        PersonResolver resolver = new PersonResolver(
                model, least, review == null ? Math.min(least, PersonResolver.DEFAULT_REVIEW) : review);
        Map<Resolved.Outcome, Integer> counts = new EnumMap<>(Resolved.Outcome.class);
        try (BufferedWriter out = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
            records.each(model, report, (id, fields) -> {
                report.failOnRepeatedIds();
                Resolved resolved = resolver.resolve(id, fields);
                counts.merge(resolved.outcome(), 1, Integer::sum);
                write(out, line(resolved, resolver));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (partition != null) {
            write(partition, resolver);
        }
        counts.forEach((outcome, count) -> report.put(label(outcome), count));
        report.disabledBlocks(resolver.disabledKeys());
        report.print(spec.commandLine().getOut(), json);
        return 0;
    }

    private static void write(BufferedWriter out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, PersonResolver resolver) {
        Output.write(file, csv -> {
            csv.writeRecord("record_id", "cluster_id");
            resolver.partition().forEach((record, cluster) -> csv.writeRecord(record, cluster));
        });
    }

    private static String label(Resolved.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String line(Resolved resolved, PersonResolver resolver) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("record_id", resolved.recordId());
        line.put("outcome", label(resolved.outcome()));
        line.put("profile_id", resolved.clusterId());
        line.put("merged", resolved.merged());
        line.put(
                "possible",
                resolved.possible().stream().map(ResolveCommand::json).toList());
        line.put("reasons", reasons(resolved, resolver));
        return Report.json(line);
    }

    static Map<String, Object> json(Candidate candidate) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("profile_id", candidate.clusterId());
        found.put("record_id", candidate.recordId());
        found.put("match_weight", candidate.weight());
        found.put("match_probability", candidate.probability());
        return found;
    }

    /** What speaks for the record that is most like it: in its cluster, or else in another one. */
    private static List<Object> reasons(Resolved resolved, PersonResolver resolver) {
        return resolved.closest().or(() -> resolved.possible().stream().findFirst()).stream()
                .flatMap(closest -> resolver.explain(resolved.recordId(), closest.recordId()).stream())
                .flatMap(explanation -> explanation.terms().stream())
                .map(ResolveCommand::reason)
                .toList();
    }

    private static Object reason(Explanation.Term term) {
        Map<String, Object> reason = new LinkedHashMap<>();
        reason.put("kind", term.kind().name().toLowerCase(Locale.ROOT));
        reason.put("field", term.name());
        reason.put("level", term.level());
        reason.put("weight", term.weight());
        return reason;
    }
}
