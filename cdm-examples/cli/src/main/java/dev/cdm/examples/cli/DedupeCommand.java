package dev.cdm.examples.cli;

import dev.cdm.matching.Clusters;
import dev.cdm.matching.Deduplicator;
import dev.cdm.matching.MatchPairs;
import dev.cdm.matching.table.Table;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds the records of one file that are one person. */
@Command(name = "dedupe", description = "Finds the records of one file that are one person.", mixinStandardHelpOptions = true)
final class DedupeCommand implements Callable<Integer> {

    @Option(names = "--input", required = true, description = "The CSV file.")
    Path input = Path.of("");

    @Option(names = "--id", required = true, description = "The column with the record ids.")
    String id = "";

    @Option(names = "--roles", required = true, converter = RolesOption.Converter.class,
            description = "What the columns mean: column=role,column=role.")
    RolesOption roles = new RolesOption(Map.of());

    @Option(names = "--output", required = true, description = "Where the clusters go: record_id,cluster_id.")
    Path output = Path.of("");

    @Option(names = "--pairs", description = "Where scored pairs go: id1,id2,match_weight,match_probability.")
    @Nullable Path pairs;

    @Option(names = "--threshold", defaultValue = "" + Deduplicator.DEFAULT_THRESHOLD,
            description = "The probability from which records are joined (default: ${DEFAULT-VALUE}).")
    double threshold;

    @Mixin
    RunOptions run = new RunOptions();

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        Report report = new Report();
        CommandLine line = spec.commandLine();
        Table table = new CsvTable(input, report, new Tokens(), "").read(id, roles.byColumn());
        Clusters clusters = run.work(line.getErr(), workers -> Deduplicator.of(roles.byColumn())
                .threshold(threshold)
                .workers(workers)
                .dedupe(table));
        Output.clusters(output, clusters);
        MatchPairs found = clusters.pairs();
        if (pairs != null) {
            Output.pairs(pairs, found);
        }
        report.put("pairs", found.size());
        report.put("clusters", count(clusters));
        report.print(line.getOut(), run.json);
        return 0;
    }

    private static int count(Clusters clusters) {
        int count = 0;
        for (int i = 0; i < clusters.records(); i++) {
            count += clusters.recordId(i).equals(clusters.clusterId(i)) ? 1 : 0;
        }
        return count;
    }
}
