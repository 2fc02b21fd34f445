package dev.cdm.examples.cli;

import dev.cdm.consent.json.DecisionLines;
import dev.cdm.consent.policy.PolicyEngine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Decides questions over consent events, one line of JSON each. */
@Command(
        name = "decide",
        description = "Decides whether data may be used. Each line of the queries gets one line of decisions.",
        mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {

    private static final int NAMED = 5;

    @Option(names = "--events", required = true, description = "The consent events in the order of the log.")
    Path events = Path.of("");

    @Option(names = "--queries", required = true, description = "The questions.")
    Path queries = Path.of("");

    @Option(names = "--output", required = true, description = "Where the decisions go.")
    Path output = Path.of("");

    @Option(names = "--packs", description = "A directory of packs (default: those of the library).")
    @Nullable
    Path packs;

    @Option(names = "--purposes", description = "The purposes (default: those of the packs' examples).")
    @Nullable
    Path purposes;

    @Option(names = "--explain", description = "Explain each decision: ${COMPLETION-CANDIDATES}.")
    @Nullable
    Language explain;

    @Option(names = "--json", description = "Print the summary as one line of JSON.")
    boolean json;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        refuseToOverwrite(events);
        refuseToOverwrite(queries);
        Report report = new Report();
        PolicyEngine engine = new PolicyEngine(PolicyFiles.purposes(purposes), PolicyFiles.packs(packs))
                .withRecipients(PolicyFiles.recipients(purposes));
        DecisionLines decisions = new DecisionLines(engine, lines(events), explain == null ? null : explain.locale);
        report.put("events", decisions.events());
        warn(decisions, report);
        try {
            decide(decisions, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        report.print(spec.commandLine().getOut(), json);
        return 0;
    }

    private void refuseToOverwrite(Path input) {
        if (output.toAbsolutePath().normalize().equals(input.toAbsolutePath().normalize())) {
            throw new InputProblem("`--output` must not be an input: `" + output + "`");
        }
    }

    private void warn(DecisionLines decisions, Report report) {
        if (decisions.events() == 0 && decisions.problems().isEmpty()) {
            report.warn("`" + events + "` has no events");
        }
        decisions.problems().stream().limit(NAMED).forEach(problem -> report.warn("`" + events + "` " + problem));
        if (decisions.problems().size() > NAMED) {
            report.warn("`" + events + "` has " + (decisions.problems().size() - NAMED) + " more such lines");
        }
        report.put("bad_events", decisions.problems().size());
    }

    private void decide(DecisionLines decisions, Report report) throws IOException {
        int count = 0;
        int permits = 0;
        int malformed = 0;
        try (LineFile questions = new LineFile(queries);
                BufferedWriter out = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
            for (String line = questions.next(); line != null; line = questions.next()) {
                String decision = decisions.decide(line);
                out.write(decision);
                out.write('\n');
                count++;
                permits += decision.contains("\"decision\":\"PERMIT\"") ? 1 : 0;
                malformed += decision.contains("\"reason\":\"MALFORMED\"") ? 1 : 0;
            }
        }
        if (count == 0) {
            report.warn("`" + queries + "` has no questions");
        }
        report.rows(count);
        report.put("permits", permits);
        report.put("denies", count - permits);
        report.put("malformed", malformed);
    }

    private static List<String> lines(Path file) {
        List<String> lines = new ArrayList<>();
        try (LineFile read = new LineFile(file)) {
            for (String line = read.next(); line != null; line = read.next()) {
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
