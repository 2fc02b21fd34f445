package dev.cdm.examples.quickstart;

import dev.cdm.consent.Consents;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.core.Customers;
import dev.cdm.core.format.DataFileException;
import dev.cdm.core.format.RecordFormat;
import dev.cdm.core.format.Row;
import dev.cdm.core.format.RowReader;
import dev.cdm.core.identity.Resolution.Outcome;
import dev.cdm.core.ingest.IntakeReport;
import dev.cdm.core.ingest.IntakeResult.Verdict;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.timeline.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Brings the exports in and tells what became of them. */
final class Loading {

    private static final int BATCH = 500;

    private final Exports exports;
    private final Customers customers;
    private final Consents consents;
    private final Screen screen;
    private final Progress progress;
    private final ProblemTally problems = new ProblemTally();
    private final List<String> failures = new ArrayList<>();
    private long usable;
    private boolean changed;

    Loading(Exports exports, Customers customers, Consents consents, Screen screen, Progress progress) {
        this.exports = exports;
        this.customers = customers;
        this.consents = consents;
        this.screen = screen;
        this.progress = progress;
    }

    /** How many records are in the database. */
    long usable() {
        return usable;
    }

    /** Brings all in; whether anything was not known before. */
    boolean run() {
        screen.title("What came in");
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("file", "rows", "good", "flagged", "set aside", "unreadable", "new or changed", "known"));
        Exports.records().forEach((name, format) -> read(name, () -> records(name, format), table));
        Instant now = customers.clock().instant();
        Exports.events()
                .forEach((name, format) ->
                        read(name, () -> others(exports.events(name, format, now), row -> row, this::append), table));
        ConsentRows consentRows = new ConsentRows(Uses.ids());
        read(Exports.CONSENTS, () -> others(exports.consents(), consentRows::read, this::record), table);
        screen.table(table);
        tellProblems();
        return changed;
    }

    private void tellProblems() {
        if (!problems.isEmpty()) {
            screen.line("");
            screen.line("Reasons, with the first place of each:");
            screen.line("");
            screen.table(problems.rows());
        }
    }

    /** What made files unusable, a sentence for each; the others were read nevertheless. */
    List<String> failures() {
        return failures;
    }

    private void read(String name, Supplier<List<String>> file, List<List<String>> table) {
        try {
            table.add(file.get());
        } catch (DataFileException e) {
            failures.add(e.getMessage());
            table.add(List.of(name, "cannot be read"));
        }
    }

    private List<String> records(String name, RecordFormat format) {
        progress.begin();
        IntakeReport report;
        try (RowReader<RawRecord> rows = exports.records(name, format)) {
            report = customers.receive(rows, at -> progress.at(name, at.rows(), at.bytes()));
        }
        progress.end(name, report.total());
        changed |= !report.unchanged();
        report.results()
                .forEach(result -> result.position()
                        .ifPresent(place -> result.problems().forEach(problem -> problems.add(place, problem))));
        long good = report.count(Verdict.ACCEPTED);
        long flagged = report.count(Verdict.ACCEPTED_WITH_WARNING);
        long aside = report.count(Verdict.QUARANTINED) + report.count(Verdict.REJECTED);
        long known = report.count(Outcome.UNCHANGED);
        long unreadable = report.count(Verdict.UNREADABLE);
        usable += good + flagged;
        return cells(name, report.total(), good, flagged, aside, unreadable, good + flagged - known, known);
    }

    private int append(List<Event> events) {
        return customers.append(events).size();
    }

    private int record(List<ConsentEvent> events) {
        return consents.record(events).size();
    }

    private <R, T> List<String> others(
            RowReader<R> rows, Function<Row<R>, Row<T>> reading, ToIntFunction<List<T>> storing) {
        progress.begin();
        long fresh = 0;
        long good = 0;
        long flagged = 0;
        try (rows) {
            while (rows.hasNext()) {
                List<Row<T>> batch = batch(rows, reading);
                fresh += storing.applyAsInt(values(batch));
                good += batch.stream().filter(row -> row.problems().isEmpty()).count();
                flagged += values(batch.stream()
                                .filter(row -> !row.problems().isEmpty())
                                .toList())
                        .size();
                progress.at(rows.name(), rows.rowsRead(), rows.bytesRead());
            }
        }
        progress.end(rows.name(), rows.rowsRead());
        changed |= fresh > 0;
        long unreadable = rows.rowsRead() - good - flagged;
        return cells(rows.name(), rows.rowsRead(), good, flagged, 0, unreadable, fresh, good + flagged - fresh);
    }

    private <R, T> List<Row<T>> batch(RowReader<R> rows, Function<Row<R>, Row<T>> reading) {
        List<Row<T>> batch = new ArrayList<>();
        while (rows.hasNext() && batch.size() < BATCH) {
            Row<T> row = reading.apply(rows.next());
            row.problems().forEach(problem -> problems.add(row.position(), problem));
            batch.add(row);
        }
        return batch;
    }

    private static <T> List<T> values(List<Row<T>> rows) {
        return rows.stream().flatMap(row -> row.value().stream()).toList();
    }

    private static List<String> cells(String name, long... numbers) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (long number : numbers) {
            cells.add(String.format(Locale.ROOT, "%,d", number));
        }
        return List.copyOf(cells);
    }
}
