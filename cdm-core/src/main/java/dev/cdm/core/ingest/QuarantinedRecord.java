package dev.cdm.core.ingest;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.model.RawField;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.validate.Violation;
import java.time.Instant;
import java.util.List;

/**
 * A record that was kept aside, as it came but for two things: what no store can hold was replaced by U+FFFD, and fields
 * of restricted attributes were left out. Immutable; {@code toString} shows ids and codes only.
 *
 * @param record the record as it came
 * @param problems why it is here
 * @param at when it came here
 */
public record QuarantinedRecord(RawRecord record, List<Violation> problems, Instant at) {

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
