package dev.cdm.examples.cli;

import dev.cdm.matching.Clusters;
import dev.cdm.matching.Deduplicator;
import dev.cdm.matching.MatchPairs;
import dev.cdm.matching.joining.ClusteringMethod;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.table.Table;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds the records of one file that are one person. */
@Command(
        name = "dedupe",
        description = {
            "Finds the records of one file that are one person.",
            "Without --model it learns from the records. `train --output m.json` and then `dedupe --model m.json`, here or"
                    + " on other files, compares and scores every two records as the model says, whatever else is in the"
                    + " file."
        },
        mixinStandardHelpOptions = true)
final class DedupeCommand implements Callable<Integer> {

    @Option(names = "--input", required = true, description = "The CSV file.")
    Path input = Path.of("");

    @Option(names = "--id", required = true, description = "The column with the record ids.")
    String id = "";

    @Option(names = "--output", required = true, description = "Where the clusters go: record_id,cluster_id.")
    Path output = Path.of("");

    @Option(names = "--pairs", description = "Where scored pairs go: id1,id2,match_weight,match_probability.")
    @Nullable
    Path pairs;

    @Option(
            names = "--threshold",
            description = "The calibrated probability above which records are joined (default: that of a model of people,"
                    + " 0.5 with one of comparisons, else where what was learned sees even odds, before they are"
                    + " calibrated).")
    @Nullable
    Double threshold;

    @Option(
            names = "--clustering",
            defaultValue = "fieldwise",
            converter = ClusteringConverter.class,
            description = "fieldwise, connected-components or mutual-best (default: ${DEFAULT-VALUE}).")
    ClusteringMethod clustering = ClusteringMethod.FIELDWISE;

    @Mixin
    ModelOptions models = new ModelOptions();

    @Mixin
    JoinOptions joins = new JoinOptions();

    @Mixin
    RunOptions run = new RunOptions();

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        Report report = new Report();
        ModelFile model = models.read();
        int found = model != null && model.comparisons() != null
                ? apply(model.comparisons(), report)
                : people(model == null ? null : model.people(), report);
        report.put("clusters", found);
        report.print(spec.commandLine().getOut(), run.json);
        return 0;
    }

    private int apply(FellegiSunterModel read, Report report) {
        Table table = new CsvTable(input, report, new Tokens(), "").read(id, models.roles());
        double least = threshold == null ? ModelRun.USUAL_THRESHOLD : threshold;
        ModelRun applied =
                run.work(spec.commandLine().getErr(), workers -> new ModelRun(read, table, least, report, workers));
        applied.writeClusters(output);
        if (pairs != null) {
            applied.writePairs(pairs);
        }
        if (models.saved != null) {
            ModelFile.write(models.saved, read);
        }
        report.put("pairs", applied.pairs());
        return applied.clusters();
    }

    private int people(@Nullable PersonModel model, Report report) {
        Map<String, Role> roles = model == null ? models.roles() : models.rolesOr(model.roles());
        Deduplicator learning = model == null ? Deduplicator.of(roles) : Deduplicator.with(model, roles);
        Deduplicator deduplicator = threshold == null ? learning : learning.threshold(threshold);
        Clusters clusters = run.work(
                spec.commandLine().getErr(),
                workers -> deduplicator
                        .nicknames(run.shortForms())
                        .constraints(joins.constraints("", ""))
                        .clustering(clustering)
                        .workers(workers)
                        .dedupe(new CsvTable(input, report, new Tokens(), "").read(id, joins.columns(roles), workers)));
        clusters.warnings().forEach(report::warn);
        Output.clusters(output, clusters);
        MatchPairs found = clusters.pairs();
        if (pairs != null) {
            Output.pairs(pairs, found);
        }
        if (models.saved != null) {
            ModelFile.write(models.saved, clusters.model(models.leastEntities));
        }
        report.disabledBlocks(clusters.disabledBlocks());
        report.put("pairs", found.size());
        return count(clusters);
    }

    private static int count(Clusters clusters) {
        int count = 0;
        for (int i = 0; i < clusters.records(); i++) {
            count += clusters.recordId(i).equals(clusters.clusterId(i)) ? 1 : 0;
        }
        return count;
    }

    /** Reads a way from pairs to clusters. */
    static final class ClusteringConverter implements ITypeConverter<ClusteringMethod> {
        @Override
        public ClusteringMethod convert(String text) {
            return Choice.of(ClusteringMethod.class, text, "is no way of clustering");
        }
    }
}
