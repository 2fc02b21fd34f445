package dev.cdm.examples.cli;

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
        description = "Trains a Fellegi-Sunter model without labels and saves it.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

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

    @Option(names = "--save-model", required = true, description = "Where the model goes, as JSON.")
    Path saved = Path.of("");

    @Mixin
    RunOptions run = new RunOptions();

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        Report report = new Report();
        CommandLine line = spec.commandLine();
        Table table = new CsvTable(input, report, new Tokens(), "").read(id, roles.byColumn());
        RoleModel.Trained trained =
                run.work(line.getErr(), workers -> new RoleModel(roles.byColumn(), table).train(workers));
        ModelFile.write(saved, trained.model());
        trained.report().warnings().forEach(report::warn);
        report.put("prior", trained.model().prior());
        report.put("comparisons", trained.model().comparisons().size());
        report.put("sessions", trained.report().sessions().size());
        report.print(line.getOut(), run.json);
        return 0;
    }
}
