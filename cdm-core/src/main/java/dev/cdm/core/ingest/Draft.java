package dev.cdm.core.ingest;

import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourcePosition;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.validate.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A raw record, normalised and judged, before anything is stored. */
record Draft(RawRecord raw, SourceRecord record, IntakeResult.Verdict verdict, List<Violation> problems) {

    RecordId recordId() {
        return raw.recordId();
    }

    @Nullable
    SourcePosition position() {
        return raw.position().orElse(null);
    }

    boolean accepted() {
        return verdict == IntakeResult.Verdict.ACCEPTED || verdict == IntakeResult.Verdict.ACCEPTED_WITH_WARNING;
    }

    @Override
    public String toString() {
        return "Draft[" + recordId() + " " + verdict + "]";
    }
}
