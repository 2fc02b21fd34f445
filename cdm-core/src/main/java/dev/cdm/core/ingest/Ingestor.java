package dev.cdm.core.ingest;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.format.Row;
import dev.cdm.core.format.RowReader;
import dev.cdm.core.identity.IdentityResolver;
import dev.cdm.core.identity.Resolution;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.normalize.Normalizer;
import dev.cdm.core.schema.ProfileSchema;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.validate.ValidationReport;
import dev.cdm.core.validate.Validator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings raw records in. Immutable, thread-safe.
 *
 * <p>The same record again changes nothing, in one call or many, so an intake that broke off is simply run again.
 */
public final class Ingestor {

    /** How many records of a file are stored in one unit of work. */
    public static final int BATCH = 500;

    private final ProfileSchema schema;
    private final Normalizer normalizer;
    private final Validator validator;
    private final IdentityResolver resolver;
    private final ImmutableMap<String, SourceSystem> sources;

    /**
     * Creates the ingestor.
     *
     * @param schema the attributes, to tell restricted fields
     * @param normalizer makes typed records of raw ones
     * @param validator judges them
     * @param resolver stores and resolves them
     * @param sources the registered source systems; records of others are refused
     */
    public Ingestor(
            ProfileSchema schema,
            Normalizer normalizer,
            Validator validator,
            IdentityResolver resolver,
            Collection<SourceSystem> sources) {
        this.schema = schema;
        this.normalizer = normalizer;
        this.validator = validator;
        this.resolver = resolver;
        ImmutableMap.Builder<String, SourceSystem> byId = ImmutableMap.builder();
        sources.forEach(source -> byId.put(source.id(), source));
        this.sources = byId.buildOrThrow();
    }

    /**
     * Brings records in, inside a unit of work.
     *
     * @param records the records
     * @param at when they were received
     * @param work the unit of work
     * @return what became of each, in their order
     * @throws IllegalArgumentException if a record's source system is not registered
     * @throws dev.cdm.core.storage.VersionConflictException if another unit of work came in between
     */
    public IntakeReport receive(List<RawRecord> records, Instant at, UnitOfWork work) {
        return IntakeReport.of(store(drafts(records, at), at, work));
    }

    /**
     * Brings the rows of a file in, in units of work of {@value #BATCH} rows. Rows that cannot be read are reported and
     * passed over. If the storage fails, what was stored before stays; run it again when the storage is back.
     *
     * @param rows the rows; left open
     * @param clock tells when each batch was received
     * @param storage where to store
     * @param retry what to do on a version conflict
     * @param progress told after each batch
     * @return what was done
     * @throws IllegalArgumentException if a record's source system is not registered
     */
    public IntakeReport receive(
            RowReader<RawRecord> rows,
            InstantSource clock,
            Storage storage,
            ConflictRetry retry,
            Consumer<IntakeProgress> progress) {
        IntakeReport.Collector collector = new IntakeReport.Collector(IntakeReport.MOST_RESULTS, false);
        while (rows.hasNext()) {
            Instant at = clock.instant();
            Batch batch = batch(rows, at);
            List<IntakeResult> stored =
                    batch.drafts.isEmpty() ? List.of() : retry.write(storage, work -> store(batch.drafts, at, work));
            batch.inOrder(stored).forEach(collector::add);
            progress.accept(new IntakeProgress(rows.name(), rows.rowsRead(), rows.bytesRead()));
        }
        return collector.report();
    }

    /**
     * {@return a registered source system}
     *
     * @param system its id
     * @throws IllegalArgumentException if it is not registered
     */
    public SourceSystem source(String system) {
        @Nullable SourceSystem source = sources.get(system);
        if (source == null) {
            throw new IllegalArgumentException(
                    "`system` must be a registered source system " + sources.keySet() + ", was `" + system + "`");
        }
        return source;
    }

    private Batch batch(RowReader<RawRecord> rows, Instant at) {
        Batch batch = new Batch();
        while (rows.hasNext() && batch.size() < BATCH) {
            Row<RawRecord> row = rows.next();
            @Nullable RawRecord raw = row.value().orElse(null);
            if (raw == null) {
                batch.unreadable(IntakeResult.unreadable(row));
            } else {
                batch.draft(draft(raw, at, row.problems()));
            }
        }
        return batch;
    }

    private List<Draft> drafts(List<RawRecord> records, Instant at) {
        List<Draft> drafts = new ArrayList<>(records.size());
        for (RawRecord raw : records) {
            drafts.add(draft(raw, at, List.of()));
        }
        return drafts;
    }

    private Draft draft(RawRecord raw, Instant at, List<ValueProblem> found) {
        SourceSystem source = source(raw.recordId().system());
        SourceRecord record = normalizer.normalize(raw, source, at);
        ValidationReport report = validator.validate(record, StoredSize.problems(record, found));
        Draft draft = new Draft(raw, record, verdict(report), report.violations());
        return draft.verdict() == IntakeResult.Verdict.QUARANTINED ? Aside.of(draft, schema) : draft;
    }

    private static IntakeResult.Verdict verdict(ValidationReport report) {
        return switch (report.outcome()) {
            case ACCEPT -> IntakeResult.Verdict.ACCEPTED;
            case ACCEPT_WITH_WARNING -> IntakeResult.Verdict.ACCEPTED_WITH_WARNING;
            case QUARANTINE -> IntakeResult.Verdict.QUARANTINED;
            case REJECT -> IntakeResult.Verdict.REJECTED;
        };
    }

    /* In the order of the drafts. A person who was erased leaves nothing in quarantine either. */
    private List<IntakeResult> store(List<Draft> drafts, Instant at, UnitOfWork work) {
        List<SourceRecord> accepted =
                drafts.stream().filter(Draft::accepted).map(Draft::record).toList();
        Iterator<Resolution> resolutions = resolver.receive(accepted, at, work).iterator();
        Set<RecordId> erased = resolver.refused(
                drafts.stream()
                        .filter(draft -> !draft.accepted())
                        .map(Draft::recordId)
                        .toList(),
                at,
                work);
        List<IntakeResult> results = new ArrayList<>(drafts.size());
        List<QuarantinedRecord> aside = new ArrayList<>();
        for (Draft draft : drafts) {
            if (draft.accepted()) {
                results.add(IntakeResult.resolved(draft, resolutions.next()));
            } else if (erased.contains(draft.recordId())) {
                results.add(IntakeResult.refused(draft));
            } else {
                results.add(IntakeResult.kept(draft));
                if (draft.verdict() == IntakeResult.Verdict.QUARANTINED) {
                    aside.add(Aside.stored(draft, at));
                }
            }
        }
        Quarantine.in(work).keep(aside);
        return results;
    }
}
