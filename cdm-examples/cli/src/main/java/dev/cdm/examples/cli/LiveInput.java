package dev.cdm.examples.cli;

import dev.cdm.core.format.DataFileException;
import dev.cdm.core.format.RecordFormat;
import dev.cdm.core.format.Row;
import dev.cdm.core.format.RowReader;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.records.PersonRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Records that are taken one by one, from CSV or JSON Lines, in the columns of a model of people. */
final class LiveInput {

    private static final Path STANDARD = Path.of("-");

    @Option(
            names = "--input",
            required = true,
            description = "The records: a CSV file, one of JSON Lines (.jsonl, .ndjson), or - for standard input.")
    Path input = Path.of("");

    @Option(names = "--id", required = true, description = "The column with the record ids.")
    String id = "";

    @Option(names = "--model", required = true, description = "A model of people, as `train` gives it.")
    Path model = Path.of("");

    @Option(
            names = "--roles",
            converter = RolesOption.Converter.class,
            description = "What the columns mean: column=role,column=role (default: those of the model).")
    @Nullable
    RolesOption roles;

    @Option(names = "--format", description = "csv or jsonl (default: by the ending of the name; csv for -).")
    @Nullable
    String format;

    private final Tokens tokens = new Tokens();

    /** {@return the bytes of a file, or of the standard input for the name -} */
    static InputStream open(Path file) throws IOException {
        return file.equals(STANDARD) ? System.in : Files.newInputStream(file);
    }

    PersonModel people() {
        PersonModel read = ModelFile.read(model).people();
        if (read == null) {
            throw new InputProblem("`" + model + "` is a model of comparisons: one of people is needed");
        }
        return read;
    }

    /** Gives every record of the input that can be used, by the columns of the model. */
    void each(PersonModel people, Report report, BiConsumer<String, Map<String, String>> taken) {
        each(input, people, report, taken);
    }

    /** Gives every record of a file like the input. */
    void each(Path file, PersonModel people, Report report, BiConsumer<String, Map<String, String>> taken) {
        Map<String, Role> meanings = roles == null ? people.roles() : roles.byColumn();
        Map<String, String> inputs = PersonRecords.inputs(people.roles(), meanings);
        if (isJson(file)) {
            json(file, meanings, report, (record, row) -> taken.accept(record, renamed(row, inputs)));
            return;
        }
        List<String> columns = List.copyOf(meanings.keySet());
        new CsvTable(file, report, tokens, "").each(id, meanings, (record, values) -> {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                String value = values.get(i);
                row.put(columns.get(i), value == null ? "" : value);
            }
            report.rows(1);
            taken.accept(record, renamed(row, inputs));
        });
    }

    /** {@return values by the columns of the model} */
    static Map<String, String> renamed(Map<String, String> row, Map<String, String> inputs) {
        Map<String, String> fields = new HashMap<>();
        inputs.forEach((column, name) -> fields.put(column, row.getOrDefault(name, "")));
        return fields;
    }

    private boolean isJson(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean named = name.endsWith(".jsonl") || name.endsWith(".ndjson");
        if (format == null || !file.equals(input)) {
            return named;
        }
        return switch (format) {
            case "csv" -> false;
            case "jsonl" -> true;
            default -> throw new InputProblem("`--format` must be csv or jsonl, was `" + format + "`");
        };
    }

    private void json(
            Path file, Map<String, Role> meanings, Report report, BiConsumer<String, Map<String, String>> taken) {
        SourceSystem system = SourceSystem.builder("input", SourceKind.CRM).build();
        try (RowReader<RawRecord> rows =
                RecordFormat.jsonLines(system, id).build().read(open(file), file.toString())) {
            while (rows.hasNext()) {
                Row<RawRecord> row = rows.next();
                long line = row.position().row();
                row.problems().forEach(problem -> tell(report, row, "has the problem " + problem.code(), file, line));
                if (row.problems().stream().anyMatch(problem -> problem.code().equals("row.key-repeated"))) {
                    report.repeatedId(file, line);
                    report.failOnRepeatedIds();
                }
                row.value().ifPresent(record -> {
                    report.rows(1);
                    taken.accept(record.recordId().key(), values(record, meanings));
                });
            }
        } catch (DataFileException e) {
            throw new InputProblem("`" + file + "` cannot be read: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(Report report, Row<RawRecord> row, String problem, Path file, long line) {
        if (row.value().isPresent()) {
            report.oddRow(problem, file, line);
        } else {
            report.badRow(problem, file, line);
        }
    }

    private Map<String, String> values(RawRecord record, Map<String, Role> meanings) {
        Map<String, String> values = new HashMap<>();
        record.fields().forEach(field -> {
            boolean restricted = meanings.get(field.name()) == Role.NATIONAL_ID;
            values.putIfAbsent(field.name(), restricted ? tokens.token(field.text()) : field.text());
        });
        return values;
    }

    /** {@return a value as it is compared: a restricted one as a token} */
    String value(Role role, String text) {
        return role == Role.NATIONAL_ID ? tokens.token(text) : text;
    }
}
