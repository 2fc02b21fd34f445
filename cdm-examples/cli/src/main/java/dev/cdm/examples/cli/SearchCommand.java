package dev.cdm.examples.cli;

import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.records.PersonRecords;
import dev.cdm.matching.resolve.Candidate;
import dev.cdm.matching.resolve.PersonResolver;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells who somebody would be among the records of a file. */
@Command(
        name = "search",
        description = "Tells who somebody would be among the records of a file: one JSON object a line.",
        mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {

    @Mixin
    LiveInput records = new LiveInput();

    @Option(names = "--field", description = "What is known of somebody: column=value; several times.")
    Map<String, String> fields = Map.of();

    @Option(names = "--queries", description = "A file like the input, with somebody a row.")
    @Nullable
    Path queries;

    @Option(
            names = "--most",
            defaultValue = "10",
            description = "How many clusters are told at most (default: ${DEFAULT-VALUE}).")
    int most;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        if (fields.isEmpty() == (queries == null)) {
            throw new InputProblem("either `--field` or `--queries` is needed");
        }
        Report report = new Report();
        PersonModel model = records.people();
        Map<String, String> asked = asked(model);
        PersonResolver resolver = new PersonResolver(model);
        records.each(model, report, (id, row) -> {
            report.failOnRepeatedIds();
            resolver.resolve(id, row);
        });
        PrintWriter out = spec.commandLine().getOut();
        if (queries == null) {
            resolver.search(asked, most).forEach(found -> out.println(Report.json(ResolveCommand.json(found))));
        } else {
            records.each(queries, model, new Report(), (id, row) -> print(id, resolver.search(row, most), out));
        }
        return 0;
    }

    private Map<String, String> asked(PersonModel model) {
        Map<String, Role> meanings = records.roles == null ? model.roles() : records.roles.byColumn();
        Map<String, String> row = new HashMap<>();
        fields.forEach((name, text) -> {
            Role role = meanings.get(name);
            if (role == null) {
                throw new InputProblem(
                        "`--field` names no column: `" + name + "`; there are " + String.join(", ", meanings.keySet()));
            }
            row.put(name, records.value(role, text));
        });
        return LiveInput.renamed(row, PersonRecords.inputs(model.roles(), meanings));
    }

    private static void print(String id, List<Candidate> found, PrintWriter out) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("record_id", id);
        line.put("found", found.stream().map(ResolveCommand::json).toList());
        out.println(Report.json(line));
    }
}
