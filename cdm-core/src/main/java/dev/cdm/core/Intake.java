package dev.cdm.core;

import com.google.common.collect.ImmutableSet;
import dev.cdm.core.format.RowReader;
import dev.cdm.core.identity.Resolution;
import dev.cdm.core.ingest.IntakeProgress;
import dev.cdm.core.ingest.IntakeReport;
import dev.cdm.core.ingest.IntakeResult;
import dev.cdm.core.model.CollectionMethod;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.timeline.Event;
import dev.cdm.core.timeline.Timeline;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What comes in through the front door. */
final class Intake {

    private static final SourceSystem ASKING =
            SourceSystem.builder("asking", SourceKind.OTHER).build();

    private final Fittings fittings;
    private final Storage storage;

    Intake(Fittings fittings, Storage storage) {
        this.fittings = fittings;
        this.storage = storage;
    }

    IntakeReport receive(List<RawRecord> records) {
        Instant at = fittings.clock.instant();
        IntakeReport report = fittings.timed(
                "intake.batch",
                () -> fittings.retry.write(storage, work -> fittings.ingestor.receive(records, at, work)));
        count(report);
        return report;
    }

    IntakeReport receive(RowReader<RawRecord> rows, Consumer<IntakeProgress> progress) {
        IntakeReport report = fittings.timed(
                "intake.file",
                () -> fittings.ingestor.receive(rows, fittings.clock, storage, fittings.retry, progress));
        count(report);
        return report;
    }

    private void count(IntakeReport report) {
        Metrics metrics = fittings.metrics;
        metrics.count("intake.records", report.total());
        for (Map.Entry<IntakeResult.Verdict, Long> verdict : report.verdicts().entrySet()) {
            metrics.count("intake.verdict." + name(verdict.getKey()), verdict.getValue());
        }
        for (Map.Entry<Resolution.Outcome, Long> outcome : report.outcomes().entrySet()) {
            metrics.count("intake.outcome." + name(outcome.getKey()), outcome.getValue());
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /* A record id that was never seen is born by an empty patch: its events need a profile. */
    Set<String> append(List<Event> events) {
        Set<RecordId> records = new LinkedHashSet<>();
        events.forEach(event -> records.add(event.recordId()));
        records.forEach(record -> fittings.ingestor.source(record.system()));
        Instant at = fittings.clock.instant();
        Set<String> fresh = fittings.retry.write(storage, work -> {
            Set<RecordId> refused = fittings.resolver.refused(records, at, work);
            bear(records, refused, at, work);
            return Timeline.in(work)
                    .append(events.stream()
                            .filter(event -> !refused.contains(event.recordId()))
                            .toList());
        });
        fittings.metrics.count("events", fresh.size());
        return fresh;
    }

    private void bear(Set<RecordId> records, Set<RecordId> refused, Instant at, UnitOfWork work) {
        Map<RecordId, ?> known = fittings.resolver.partition(work).profilesOf(records);
        List<SourceRecord> births = records.stream()
                .filter(record -> !known.containsKey(record) && !refused.contains(record))
                .map(record -> birth(record, at))
                .toList();
        fittings.resolver.receive(births, at, work);
    }

    private static SourceRecord birth(RecordId record, Instant at) {
        Provenance provenance = Provenance.builder(record.system(), at)
                .method(CollectionMethod.EVENT_TRACKER)
                .build();
        return SourceRecord.builder(record, provenance)
                .kind(ObservationKind.PATCH)
                .build();
    }

    List<Identifier> identifiers(String field, String text) {
        RawRecord raw =
                RawRecord.builder(ASKING.record("asking")).field(field, text).build();
        SourceRecord asked = fittings.normalizer.normalize(raw, ASKING, fittings.clock.instant());
        return ImmutableSet.copyOf(asked.identifiers()).asList();
    }
}
