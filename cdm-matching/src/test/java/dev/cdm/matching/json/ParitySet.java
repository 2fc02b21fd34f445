package dev.cdm.matching.json;

import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** One set of reference results with its records: the rows sorted by id, of a link the left source first. */
final class ParitySet {

    final Path folder;
    final Table table;
    final int leftRows;
    final SplinkFormat.Splink splink;
    private final Map<String, Integer> rows = new HashMap<>();

    /** A line of a file. */
    record Line(Map<String, String> cells) {
        String get(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        boolean has(String column) {
            return cells.containsKey(column);
        }
    }

    private record Row(String id, List<String> values) {}

    ParitySet(Path data, String name) {
        folder = data.resolve("parity").resolve(name);
        splink = SplinkFormat.read(text("model.json"));
        List<Row> records = new ArrayList<>();
        List<String> columns = switch (name) {
            case "tiny" -> read(folder.resolve("records.csv"), "", records);
            case "fake_1000" -> read(data.resolve("fake_1000/fake_1000.csv"), "", records);
            case "febrl3" -> read(data.resolve("febrl/dataset3.csv"), "", records);
            case "febrl2_link" -> read(data.resolve("febrl/dataset2.csv"), "?/", records);
            default -> {
                read(data.resolve("clk/dirty_1000_50_1.csv"), "file_1/", records);
                yield read(data.resolve("clk/dirty_1000_50_2.csv"), "file_2/", records);
            }
        };
        records.sort(Comparator.comparing(Row::id));
        TableBuilder builder = new TableBuilder(columns);
        records.forEach(row -> {
            rows.put(row.id(), rows.size());
            builder.add(row.id(), row.values());
        });
        table = builder.build();
        String first = records.get(0).id();
        String left = first.substring(0, first.indexOf('/') + 1);
        leftRows = left.isEmpty()
                ? 0
                : (int) records.stream()
                        .filter(row -> row.id().startsWith(left))
                        .count();
    }

    /** {@return the row of a record; of a link the id has the source in front} */
    int row(String id) {
        return Objects.requireNonNull(rows.get(id), id);
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the lines of a file as maps from column to value} */
    List<Line> rows(String file) {
        return maps(folder.resolve(file));
    }

    private static List<String> read(Path file, String source, List<Row> into) {
        List<List<String>> lines = lines(file);
        List<String> header = lines.get(0).stream().map(String::strip).toList();
        for (List<String> line : lines.subList(1, lines.size())) {
            String id = line.get(0).strip();
            String prefix = !source.equals("?/") ? source : id.endsWith("-org") ? "originals/" : "duplicates/";
            into.add(new Row(prefix + id, line));
        }
        return header;
    }

    private static List<Line> maps(Path file) {
        List<List<String>> lines = lines(file);
        List<Line> maps = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> map = new HashMap<>();
            for (int i = 0; i < line.size(); i++) {
                map.put(lines.get(0).get(i), line.get(i));
            }
            maps.add(new Line(map));
        }
        return maps;
    }

    private static List<List<String>> lines(Path file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz")
                        ? new GZIPInputStream(Files.newInputStream(file))
                        : Files.newInputStream(file),
                StandardCharsets.UTF_8))) {
            return reader.lines().map(ParitySet::cells).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append(line.charAt(++i));
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
