package dev.cdm.examples.cli;

import dev.cdm.matching.Clusters;
import dev.cdm.matching.Deduplicator;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.table.Table;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model that can be looked at, kept and applied. */
@Command(
        name = "train",
        description = {
            "Learns a model without labels and saves it.",
            "A model of people, the default, is applied by `dedupe --model`, `link --model` and `explain --model`. With"
                    + " --kind comparisons it is a Fellegi-Sunter model whose comparisons follow from the roles."
        },
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

    /** What kind of model is wanted; in the words of the command line. */
    enum Kind {
        people,
        comparisons
    }

    @Option(names = "--input", required = true, description = "The CSV file.")
    Path input = Path.of("");

    @Option(names = "--id", required = true, description = "The column with the record ids.")
    String id = "";

    @Option(
            names = "--roles",
            required = true,
            converter = RolesOption.Converter.class,
            description = "What the columns mean: column=role,column=role.")
    RolesOption roles = new RolesOption(Map.of());

    @Option(
            names = {"--output", "--save-model", "--model"},
            required = true,
            description = "Where the model goes, as JSON. A model of people names values that several of them share.")
    Path saved = Path.of("");

    @Option(
            names = "--kind",
            defaultValue = "people",
            description = "people or comparisons (default: ${DEFAULT-VALUE}).")
    Kind kind = Kind.people;

    @Option(
            names = "--least-entities",
            defaultValue = "5",
            description = "In how many people a value must occur to be named in the model (default: ${DEFAULT-VALUE}).")
    int leastEntities;

    @Mixin
    RunOptions run = new RunOptions();

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        Report report = new Report();
        CommandLine line = spec.commandLine();
        Table table = new CsvTable(input, report, new Tokens(), "").read(id, roles.byColumn());
        if (kind == Kind.people) {
            people(table, report);
        } else {
            comparisons(table, report);
        }
        report.print(line.getOut(), run.json);
        return 0;
    }

    private void people(Table table, Report report) {
        Clusters clusters = run.work(
                spec.commandLine().getErr(),
                workers -> Deduplicator.of(roles.byColumn()).workers(workers).dedupe(table));
        PersonModel model = clusters.model(leastEntities);
        ModelFile.write(saved, model);
        report.put("prior", model.shares().persons());
        report.put("fields", model.fields().size());
    }

    private void comparisons(Table table, Report report) {
        RoleModel.Trained trained =
                run.work(spec.commandLine().getErr(), workers -> new RoleModel(roles.byColumn(), table).train(workers));
        ModelFile.write(saved, trained.model());
        trained.report().warnings().forEach(report::warn);
        report.put("prior", trained.model().prior());
        report.put("comparisons", trained.model().comparisons().size());
        report.put("sessions", trained.report().sessions().size());
    }
}
