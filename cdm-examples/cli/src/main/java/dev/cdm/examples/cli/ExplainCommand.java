package dev.cdm.examples.cli;

import dev.cdm.matching.explain.Explanation;
import dev.cdm.matching.explain.ModelExplainer;
import dev.cdm.matching.json.Waterfall;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.roles.PersonExplainer;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.scoring.PairScorer;
import dev.cdm.matching.scoring.TermFrequencies;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells why two records got their score. */
@Command(
        name = "explain",
        description = "Tells why two records get their score from a model.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @Option(names = "--input", required = true, description = "The CSV file.")
    Path input = Path.of("");

    @Option(names = "--id", required = true, description = "The column with the record ids.")
    String id = "";

    @Option(names = "--model", required = true, description = "The model: of people, of comparisons, or one of Splink.")
    Path model = Path.of("");

    @Option(
            names = "--roles",
            converter = RolesOption.Converter.class,
            description =
                    "What the columns mean. Needed unless the model is one of people. A national-id is never shown.")
    @Nullable
    RolesOption roles;

    @Option(names = "--pair", required = true, split = ",", arity = "1", description = "The two ids: id1,id2.")
    List<String> pair = List.of();

    @Option(names = "--redact", description = "Leave out the values of the records.")
    boolean redact;

    @Option(names = "--json", description = "Print a waterfall as JSON.")
    boolean json;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        if (pair.size() != 2) {
            throw new InputProblem("`--pair` must be two ids with a comma between them");
        }
        ModelFile read = ModelFile.read(model);
        Explanation explanation = read.people() != null ? explain(read.people()) : explain(read.comparisonsOnly());
        Explanation shown = redact ? explanation.redacted() : explanation;
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Waterfall.write(shown));
        } else {
            print(shown, out);
        }
        return 0;
    }

    private Explanation explain(PersonModel people) {
        Map<String, Role> columns = roles == null ? people.roles() : roles.byColumn();
        Table table = new CsvTable(input, new Report(), new Tokens(), "").read(id, columns);
        TableBuilder both =
                new TableBuilder(table.columns().stream().map(Column::name).toList());
        for (String wanted : pair) {
            int row = row(table, wanted);
            List<@Nullable String> values = new ArrayList<>();
            table.columns().forEach(column -> values.add(column.value(row).orElse(null)));
            both.add(table.id(row), values);
        }
        return new PersonExplainer(people, both.build(), columns, Workers.caller()).explain(0, 1);
    }

    private Explanation explain(FellegiSunterModel comparisons) {
        if (roles == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Missing required option: '--roles'");
        }
        Map<String, Role> meanings = roles.byColumn();
        Map<String, Role> columns = new LinkedHashMap<>();
        comparisons.comparisons().stream()
                .flatMap(one -> one.comparison().columns().stream())
                .forEach(name -> columns.put(name, meanings.getOrDefault(name, Role.TEXT)));
        Table table = new CsvTable(input, new Report(), new Tokens(), "").read(id, columns);
        PairScorer scorer = new PairScorer(comparisons, table, TermFrequencies.counted(table, comparisons));
        return new ModelExplainer(scorer).explain(row(table, pair.get(0)), row(table, pair.get(1)));
    }

    private static void print(Explanation explanation, PrintWriter out) {
        for (Explanation.Term term : explanation.terms()) {
            out.printf(
                    Locale.ROOT,
                    "%9.3f  %-14s %-12s %-52s %s | %s%n",
                    term.weight(),
                    term.kind().name().toLowerCase(Locale.ROOT),
                    term.name(),
                    term.level(),
                    term.leftValue().orElse("-"),
                    term.rightValue().orElse("-"));
        }
        out.printf(Locale.ROOT, "%9.3f  bits, probability %.6f%n", explanation.weight(), explanation.probability());
    }

    private int row(Table table, String wanted) {
        for (int row = 0; row < table.rows(); row++) {
            if (table.id(row).equals(wanted.strip())) {
                return row;
            }
        }
        throw new InputProblem("`" + input + "` has no record `" + wanted + "`");
    }
}
