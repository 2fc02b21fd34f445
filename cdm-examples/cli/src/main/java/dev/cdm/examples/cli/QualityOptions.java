package dev.cdm.examples.cli;

import dev.cdm.matching.quality.Estimate;
import dev.cdm.matching.quality.QualityReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Tells how good a result probably is: in the summary, and all of it in a file if one is named. */
final class QualityOptions {

    @Option(
            names = "--quality",
            description = "Where the quality report goes, as JSON: estimated precision and recall, weak bridges,"
                    + " suspicious clusters, records that say too little to be linked. It names record ids.")
    @Nullable
    Path file;

    /**
     * Puts the estimates into the summary and all of it into the file.
     *
     * @param unlinkables records that say too little, looked for only if the file is wanted
     * @param id gives a record id as it was in the input
     */
    void tell(
            QualityReport quality,
            Supplier<List<String>> unlinkables,
            Report report,
            boolean json,
            UnaryOperator<String> id) {
        estimate(report, json, "estimated_precision", quality.precision().orElse(null));
        estimate(report, json, "estimated_recall", quality.recall().orElse(null));
        if (file != null) {
            try {
                Files.writeString(file, Report.json(all(quality, unlinkables.get(), id)) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void estimate(Report report, boolean json, String name, @Nullable Estimate estimate) {
        if (estimate != null) {
            report.put(name, json ? json(estimate) : estimate);
        } else if (!json) {
            report.put(name, "unknown: nothing was joined");
        }
    }

    /** The record ids without a mark in front, if they have one. */
    private static Map<String, Object> all(QualityReport quality, List<String> unlinkables, UnaryOperator<String> id) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("joined_pairs", quality.joinedPairs());
        all.put("false_pairs", json(quality.falsePairs()));
        all.put("missed_pairs", json(quality.missedPairs()));
        quality.precision().ifPresent(precision -> all.put("precision", json(precision)));
        quality.recall().ifPresent(recall -> all.put("recall", json(recall)));
        quality.f1().ifPresent(f1 -> all.put("f1", f1));
        all.put("weak_bridges", bridges(quality, id));
        all.put("suspicious_clusters", clusters(quality, id));
        all.put("unlinkables", unlinkables.stream().map(id).toList());
        return all;
    }

    private static List<Map<String, Object>> bridges(QualityReport quality, UnaryOperator<String> id) {
        return quality.weakBridges().stream()
                .map(bridge -> {
                    Map<String, Object> told = new LinkedHashMap<>();
                    told.put("cluster_id", id.apply(bridge.clusterId()));
                    told.put("id1", id.apply(bridge.firstId()));
                    told.put("id2", id.apply(bridge.secondId()));
                    told.put("probability", bridge.probability());
                    told.put("split", bridge.split());
                    told.put("size", bridge.size());
                    return told;
                })
                .toList();
    }

    private static List<Map<String, Object>> clusters(QualityReport quality, UnaryOperator<String> id) {
        return quality.suspiciousClusters().stream()
                .map(cluster -> {
                    Map<String, Object> told = new LinkedHashMap<>();
                    told.put("cluster_id", id.apply(cluster.clusterId()));
                    told.put("size", cluster.size());
                    told.put("reason", cluster.reason().name().toLowerCase(Locale.ROOT));
                    told.put("probability", cluster.probability());
                    return told;
                })
                .toList();
    }

    private static Map<String, Object> json(Estimate estimate) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("value", estimate.value());
        told.put("low", estimate.low());
        told.put("high", estimate.high());
        return told;
    }
}
