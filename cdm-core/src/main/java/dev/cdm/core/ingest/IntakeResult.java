package dev.cdm.core.ingest;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.format.Row;
import dev.cdm.core.identity.Resolution;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourcePosition;
import dev.cdm.core.validate.Violation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one raw record or row. Immutable; {@code toString} shows ids and codes only.
 */
public final class IntakeResult {

    /** What became of it. */
    public enum Verdict {
        /** Stored and resolved. */
        ACCEPTED,
        /** Stored and resolved, and something is worth a look. */
        ACCEPTED_WITH_WARNING,
        /** Kept aside as it came: not part of any profile. */
        QUARANTINED,
        /** Not kept. */
        REJECTED,
        /** The row could not be read as a record; it stays in the file, at the position named. */
        UNREADABLE,
        /** The person was erased: nothing of the record was kept. */
        REFUSED_ERASED
    }

    private final Verdict verdict;
    private final @Nullable RecordId recordId;
    private final @Nullable SourcePosition position;
    private final @Nullable Resolution resolution;
    private final ImmutableList<Violation> problems;

    private IntakeResult(
            Verdict verdict,
            @Nullable RecordId recordId,
            @Nullable SourcePosition position,
            @Nullable Resolution resolution,
            List<Violation> problems) {
        this.verdict = verdict;
        this.recordId = recordId;
        this.position = position;
        this.resolution = resolution;
        this.problems = ImmutableList.copyOf(problems);
    }

    static IntakeResult unreadable(Row<?> row) {
        List<Violation> problems = row.problems().stream().map(Violation::of).toList();
        return new IntakeResult(Verdict.UNREADABLE, null, row.position(), null, problems);
    }

    static IntakeResult kept(Draft draft) {
        return new IntakeResult(draft.verdict(), draft.recordId(), draft.position(), null, draft.problems());
    }

    static IntakeResult refused(Draft draft) {
        return new IntakeResult(Verdict.REFUSED_ERASED, draft.recordId(), draft.position(), null, List.of());
    }

    static IntakeResult resolved(Draft draft, Resolution resolution) {
        if (resolution.outcome() == Resolution.Outcome.REFUSED_ERASED) {
            return refused(draft);
        }
        return new IntakeResult(draft.verdict(), draft.recordId(), draft.position(), resolution, draft.problems());
    }

    /** {@return what became of it} */
    public Verdict verdict() {
        return verdict;
    }

    /** {@return whose record it is; empty for a row that could not be read} */
    public Optional<RecordId> recordId() {
        return Optional.ofNullable(recordId);
    }

    /** {@return where it stood, if it came from a file or stream} */
    public Optional<SourcePosition> position() {
        return Optional.ofNullable(position);
    }

    /** {@return what it did to the profiles; empty unless it was accepted} */
    public Optional<Resolution> resolution() {
        return Optional.ofNullable(resolution);
    }

    /** {@return the profile the record belongs to now, if it was accepted} */
    public Optional<ProfileId> profileId() {
        return resolution().flatMap(Resolution::profile);
    }

    /** {@return everything that is wrong with it, in the order found} */
    public List<Violation> problems() {
        return problems;
    }

    @Override
    public String toString() {
        return "IntakeResult[" + (position == null ? "" : position + " ") + (recordId == null ? "" : recordId + " ")
                + verdict + (problems.isEmpty() ? "" : " " + problems) + "]";
    }
}
