package dev.cdm.core.ingest;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.CleanText;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.RawField;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.schema.ProfileSchema;
import dev.cdm.core.schema.Sensitivity;
import dev.cdm.core.validate.Violation;
import java.time.Instant;
import java.util.List;

/** Makes of a draft what can be kept in quarantine, and tells what of it is not kept. */
final class Aside {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_OF_FIELDS = StoredSize.MOST / 2;
    private static final int FIELD_FRAME = 50;
    private static final int MOST_PROBLEMS = 500;
    private static final char REPLACEMENT = '\ufffd';

    private final ProfileSchema schema;
    private final Draft draft;
    private final RawRecord.Builder kept;
    private final ImmutableList.Builder<Violation> problems = ImmutableList.builder();
    private long size;
    private int left;

    private Aside(Draft draft, ProfileSchema schema) {
        this.schema = schema;
        this.draft = draft;
        RawRecord raw = draft.raw();
        this.kept = RawRecord.builder(raw.recordId()).version(CleanText.cut(storable(raw.version()), LONGEST_NAME));
    }

    /** The draft with what can be kept of its record, and with the further problems. */
    static Draft of(Draft draft, ProfileSchema schema) {
        return new Aside(draft, schema).shortened();
    }

    /** What is stored of such a draft. */
    static QuarantinedRecord stored(Draft draft, Instant at) {
        List<Violation> first = draft.problems().stream().limit(MOST_PROBLEMS).toList();
        return new QuarantinedRecord(draft.raw(), first, at);
    }

    private Draft shortened() {
        RawRecord raw = draft.raw();
        raw.fields().stream().filter(field -> !restricted(field)).forEach(this::keep);
        raw.assertedAt().ifPresent(kept::assertedAt);
        raw.position().ifPresent(kept::position);
        if (raw.deleted()) {
            kept.deleted();
        }
        if (left > 0) {
            tell("", "has " + left + " fields beyond " + MOST_OF_FIELDS + " characters; they are not kept");
        }
        problems.addAll(draft.problems());
        return new Draft(kept.build(), draft.record(), draft.verdict(), problems.build());
    }

    private void keep(RawField field) {
        String name = CleanText.cut(storable(field.name()), LONGEST_NAME);
        String text = CleanText.cut(field.text(), QuarantinedRecord.LONGEST_TEXT);
        String storable = storable(text);
        long more = FIELD_FRAME + StoredSize.of(name) + StoredSize.of(storable);
        if (size + more > MOST_OF_FIELDS) {
            left++;
            return;
        }
        size += more;
        kept.field(name, storable);
        if (text.length() < field.text().length()) {
            tell(name, "has " + field.text().length() + " characters; the first " + text.length() + " are kept");
        }
    }

    private void tell(String path, String message) {
        problems.add(new Violation("record.shortened", ProblemSeverity.WARNING, path, message));
    }

    private boolean restricted(RawField field) {
        return schema.target(field.name())
                .map(target -> schema.definition(target.key()).sensitivity() == Sensitivity.RESTRICTED)
                .orElse(false);
    }

    private static String storable(String text) {
        if (CodePoints.storable(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean bad = point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
            kept.appendCodePoint(bad ? REPLACEMENT : point);
        });
        return kept.toString();
    }
}
