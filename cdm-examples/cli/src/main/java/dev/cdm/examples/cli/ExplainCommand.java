package dev.cdm.examples.cli;

import dev.cdm.matching.explain.Explanation;
import dev.cdm.matching.explain.ModelExplainer;
import dev.cdm.matching.json.Waterfall;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.scoring.PairScorer;
import dev.cdm.matching.scoring.TermFrequencies;
import dev.cdm.matching.table.Table;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
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

    @Option(names = "--model", required = true, description = "The model, ours or one of Splink.")
    Path model = Path.of("");

    @Option(
            names = "--roles",
            required = true,
            converter = RolesOption.Converter.class,
            description = "What the columns mean; a national-id is only shown as a token.")
    RolesOption roles = new RolesOption(Map.of());

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
        FellegiSunterModel read = ModelFile.read(model).comparisonsOnly();
        Map<String, Role> columns = new LinkedHashMap<>();
        read.comparisons().stream()
                .flatMap(one -> one.comparison().columns().stream())
                .forEach(name -> columns.put(name, roles.byColumn().getOrDefault(name, Role.TEXT)));
        Table table = new CsvTable(input, new Report(), new Tokens(), "").read(id, columns);
        if (pair.size() != 2) {
            throw new InputProblem("`--pair` must be two ids with a comma between them");
        }
        Explanation explanation = new ModelExplainer(new PairScorer(read, table, TermFrequencies.counted(table, read)))
                .explain(row(table, pair.get(0)), row(table, pair.get(1)));
        Explanation shown = redact ? explanation.redacted() : explanation;
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Waterfall.write(shown));
        } else {
            print(shown, out);
        }
        return 0;
    }

    private static void print(Explanation explanation, PrintWriter out) {
        for (Explanation.Term term : explanation.terms()) {
            out.printf(
                    Locale.ROOT,
                    "%9.3f  %-16s %-20s %-24s %s | %s%n",
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
