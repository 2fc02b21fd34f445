package dev.cdm.core.ingest;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.Sourced;
import dev.cdm.core.model.ValueProblem;
import java.util.List;

/**
 * How long a text or record gets as a stored body, at most. Every store must take it; H2 keeps 1,048,576 characters and no
 * more, and one body that is refused would take its whole batch with it.
 */
final class StoredSize {

    /** The most characters of a body. */
    static final int MOST = 1_000_000;

    private static final int FRAME = 1_000;
    private static final int PART = 250;
    private static final int ESCAPED = 6;

    private StoredSize() {}

    /** The problems found by the reader, and that the record is too long if it is. */
    static List<ValueProblem> problems(SourceRecord record, List<ValueProblem> found) {
        if (fits(record)) {
            return found;
        }
        String message = "is longer than " + MOST + " characters, with its problems";
        return ImmutableList.<ValueProblem>builder()
                .addAll(found)
                .add(new ValueProblem("record.too_large", ProblemSeverity.FATAL, "", message, ""))
                .build();
    }

    private static boolean fits(SourceRecord record) {
        long size = FRAME;
        for (Sourced<?> value : record.values()) {
            size += PART + of(value.value().canonicalText());
            size += value.rawText().map(StoredSize::of).orElse(0L);
        }
        for (Identifier identifier : record.identifiers()) {
            size += PART + of(identifier.value());
        }
        for (ValueProblem problem : record.problems()) {
            size += PART + of(problem.field()) + of(problem.message()) + of(problem.rawText());
        }
        return size <= MOST;
    }

    /** The length of a text as JSON. */
    static long of(String text) {
        long size = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ') {
                size += ESCAPED;
            } else {
                size += unit == '"' || unit == '\\' ? 2 : 1;
            }
        }
        return size;
    }
}
