package dev.cdm.core.ingest;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.model.RawField;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.validate.Violation;
import java.time.Instant;
import java.util.List;

/**
 * A record that was kept aside, as it came but for three things: what no store can hold was replaced by U+FFFD, fields of
 * restricted attributes were left out, and what is too long was shortened, which a problem {@code record.shortened} tells
 * for each field. Immutable; {@code toString} shows ids and codes only.
 *
 * @param record the record as it came
 * @param problems why it is here, the first 500
 * @param at when it came here
 */
public record QuarantinedRecord(RawRecord record, List<Violation> problems, Instant at) {

    /** The most characters of a field that are kept. */
    public static final int LONGEST_TEXT = 10_000;

    /** Copies the problems. */
    public QuarantinedRecord {
        problems = ImmutableList.copyOf(problems);
    }

    /** {@return the id: a hash of record id, version and fields, so that the same row is kept once} */
    public String id() {
        ContentHash hash = new ContentHash().add(record.recordId().text()).add(record.version());
        hash.add(record.assertedAt().map(Instant::toString).orElse("")).add(record.deleted() ? 1 : 0);
        for (RawField field : record.fields()) {
            hash.add(field.name()).add(field.text());
        }
        return hash.finish();
    }

    @Override
    public String toString() {
        return "QuarantinedRecord[" + record.recordId() + " " + problems + "]";
    }
}
