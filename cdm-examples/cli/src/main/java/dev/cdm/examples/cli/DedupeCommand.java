package dev.cdm.examples.cli;

import dev.cdm.matching.Clusters;
import dev.cdm.matching.Deduplicator;
import dev.cdm.matching.MatchPairs;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.table.Table;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds the records of one file that are one person. */
@Command(
        name = "dedupe",
        description = "Finds the records of one file that are one person.",
        mixinStandardHelpOptions = true)
final class DedupeCommand implements Callable<Integer> {

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

    @Option(names = "--output", required = true, description = "Where the clusters go: record_id,cluster_id.")
    Path output = Path.of("");

    @Option(names = "--pairs", description = "Where scored pairs go: id1,id2,match_weight,match_probability.")
    @Nullable
    Path pairs;

    @Option(
            names = "--threshold",
            defaultValue = "" + Deduplicator.DEFAULT_THRESHOLD,
            description = "The probability from which records are joined (default: ${DEFAULT-VALUE}).")
    double threshold;

    @Option(names = "--model", description = "Score by this model, ours or one of Splink, instead of learning.")
    @Nullable
    Path model;

    @Option(names = "--save-model", description = "Where a model goes that is trained on the clusters found, as JSON.")
    @Nullable
    Path saved;

    @Mixin
    RunOptions run = new RunOptions();

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        Report report = new Report();
        CommandLine line = spec.commandLine();
        Table table = new CsvTable(input, report, new Tokens(), "").read(id, roles.byColumn());
        int found = model == null ? learn(table, report) : apply(ModelFile.read(model), table, report);
        report.put("clusters", found);
        report.print(line.getOut(), run.json);
        return 0;
    }

    private int apply(FellegiSunterModel read, Table table, Report report) {
        ModelRun applied =
                run.work(spec.commandLine().getErr(), workers -> new ModelRun(read, table, threshold, report, workers));
        applied.writeClusters(output);
        if (pairs != null) {
            applied.writePairs(pairs);
        }
        if (saved != null) {
            ModelFile.write(saved, read);
        }
        report.put("pairs", applied.pairs());
        return applied.clusters();
    }

    private int learn(Table table, Report report) {
        Clusters clusters = run.work(
                spec.commandLine().getErr(),
                workers -> Deduplicator.of(roles.byColumn())
                        .threshold(threshold)
                        .nicknames(run.shortForms())
                        .workers(workers)
                        .dedupe(table));
        clusters.warnings().forEach(report::warn);
        Output.clusters(output, clusters);
        MatchPairs found = clusters.pairs();
        if (pairs != null) {
            Output.pairs(pairs, found);
        }
        if (saved != null) {
            save(saved, clusters, table, report);
        }
        report.put("pairs", found.size());
        return count(clusters);
    }

    private void save(Path file, Clusters clusters, Table table, Report report) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < clusters.records(); i++) {
            places.put(clusters.recordId(i), i);
        }
        int[] labels = new int[table.rows()];
        Map<Integer, Integer> sizes = new HashMap<>();
        long matches = 0;
        for (int row = 0; row < labels.length; row++) {
            labels[row] = places.getOrDefault(clusters.clusterId(places.getOrDefault(table.id(row), 0)), 0);
            matches += sizes.merge(labels[row], 1, Integer::sum) - 1;
        }
        if (matches == 0) {
            throw new InputProblem("no two records are one person: there is nothing to train a model on");
        }
        double prior = matches / (labels.length * (labels.length - 1.0) / 2);
        RoleModel.Trained trained = run.work(
                spec.commandLine().getErr(),
                workers -> new RoleModel(roles.byColumn(), table).train(labels, prior, workers));
        trained.report().warnings().forEach(report::warn);
        ModelFile.write(file, trained.model());
    }

    private static int count(Clusters clusters) {
        int count = 0;
        for (int i = 0; i < clusters.records(); i++) {
            count += clusters.recordId(i).equals(clusters.clusterId(i)) ? 1 : 0;
        }
        return count;
    }
}
