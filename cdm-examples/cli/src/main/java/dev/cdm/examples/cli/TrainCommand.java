package dev.cdm.examples.cli;

import dev.cdm.matching.Clusters;
import dev.cdm.matching.Deduplicator;
import dev.cdm.matching.choice.RecallEstimate;
import dev.cdm.matching.choice.RuleChoice;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.table.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--pair-budget",
            description =
                    "With --kind comparisons: choose the blocking rules so that they find at most so many pairs in"
                            + " these records, and estimate what share of the matches they find.")
    @Nullable
    Long pairBudget;

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
        FellegiSunterModel model = trained.model();
        trained.report().warnings().forEach(report::warn);
        report.put("prior", model.prior());
        report.put("comparisons", model.comparisons().size());
        report.put("sessions", trained.report().sessions().size());
        Long budget = pairBudget;
        ModelFile.write(saved, budget == null ? model : chosen(model, table, budget, report));
    }

    private FellegiSunterModel chosen(FellegiSunterModel model, Table table, long budget, Report report) {
        RuleChoice choice = run.work(
                spec.commandLine().getErr(), workers -> RuleChoice.of(table, roles.byColumn(), budget, workers));
        if (choice.rules().isEmpty()) {
            report.warn("no rule was chosen within --pair-budget: the usual ones were kept");
            return model;
        }
        RecallEstimate recall = choice.recall();
        report.put("rules", choice.steps().stream().map(TrainCommand::told).toList());
        report.put("pairs", choice.pairs());
        report.put("recall", recall.recall());
        report.put("recall_low", recall.low());
        report.put("recall_high", recall.high());
        return new FellegiSunterModel(model.prior(), model.comparisons(), choice.rules());
    }

    private static Map<String, Object> told(RuleChoice.Step step) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("rule", step.rule().name());
        told.put("pairs", step.pairs());
        told.put("cumulative_pairs", step.cumulativePairs());
        told.put("cumulative_recall", step.cumulativeRecall().recall());
        return told;
    }
}
