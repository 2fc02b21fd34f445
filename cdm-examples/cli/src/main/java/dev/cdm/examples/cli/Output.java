package dev.cdm.examples.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.cdm.matching.Clusters;
import dev.cdm.matching.MatchPairs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes the result files: UTF-8 without BOM, lines end with LF. */
final class Output {

    private Output() {}

    static void clusters(Path file, Clusters clusters) {
        write(file, csv -> {
            csv.writeRecord("record_id", "cluster_id");
            for (int i = 0; i < clusters.records(); i++) {
                csv.writeRecord(clusters.recordId(i), clusters.clusterId(i));
            }
        });
    }

    static void pairs(Path file, MatchPairs pairs) {
        write(file, csv -> {
            csv.writeRecord("id1", "id2", "match_weight", "match_probability");
            rows(csv, pairs, 0);
        });
    }

    /** The ids have a mark of one character in front, which is left out. */
    static void links(Path file, MatchPairs pairs) {
        write(file, csv -> {
            csv.writeRecord("left_id", "right_id", "match_weight", "match_probability");
            rows(csv, pairs, 1);
        });
    }

    private static void rows(CsvWriter csv, MatchPairs pairs, int from) {
        for (int i = 0; i < pairs.size(); i++) {
            csv.writeRecord(
                    pairs.firstId(i).substring(from),
                    pairs.secondId(i).substring(from),
                    Double.toString(pairs.weight(i)),
                    Double.toString(pairs.probability(i)));
        }
    }

    static void write(Path file, Consumer<CsvWriter> content) {
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(1 << 16)
                .build(file, StandardCharsets.UTF_8)) {
            content.accept(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
