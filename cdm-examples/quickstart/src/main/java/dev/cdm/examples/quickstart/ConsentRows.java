package dev.cdm.examples.quickstart;

import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEventBuilder;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.core.format.Row;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.ValueProblem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes consent events of the rows of the consent tool. */
final class ConsentRows {

    private static final Map<String, EventKind> KINDS = Map.of(
            "given", EventKind.GIVEN,
            "confirmed", EventKind.CONFIRMED,
            "refused", EventKind.REFUSED,
            "withdrawn", EventKind.WITHDRAWN);

    private static final String CHANNELS = "|email|sms|post|live_call";

    private final Collection<PurposeId> purposes;

    ConsentRows(Collection<PurposeId> purposes) {
        this.purposes = purposes;
    }

    /** The row as a consent event, or the row with the reason why it is none. */
    Row<ConsentEvent> read(Row<RawRecord> row) {
        return row.value()
                .map(record -> read(row, record))
                .orElseGet(() -> Row.refused(row.position(), row.problems().get(0)));
    }

    private Row<ConsentEvent> read(Row<RawRecord> row, RawRecord record) {
        Map<String, String> texts = new LinkedHashMap<>();
        record.fields().forEach(field -> texts.put(field.name(), field.text()));
        String purpose = texts.getOrDefault("purpose", "");
        String subject = texts.getOrDefault("subject", "");
        EventKind kind = KINDS.get(texts.getOrDefault("kind", ""));
        if (kind == null) {
            return refused(row, "kind", texts);
        }
        if (purposes.stream().noneMatch(known -> known.text().equals(purpose))) {
            return refused(row, "purpose", texts);
        }
        if (!subject.matches("[a-z]{1,40}/\\p{Graph}{1,300}")) {
            return refused(row, "subject", texts);
        }
        if (!texts.getOrDefault("channel", "").matches(CHANNELS)) {
            return refused(row, "channel", texts);
        }
        return record.assertedAt()
                .map(at -> ConsentEvent.of(kind, RecordId.parse(subject), new PurposeId(purpose))
                        .at(at))
                .map(event -> complete(event.id(record.recordId().key()), texts))
                .map(event -> Row.usable(row.position(), event.build(), List.of()))
                .orElseGet(() -> refused(row, "at", texts));
    }

    private static ConsentEventBuilder complete(ConsentEventBuilder event, Map<String, String> texts) {
        String channel = texts.getOrDefault("channel", "");
        if (!channel.isEmpty()) {
            event.channel(Channel.valueOf(channel.toUpperCase(Locale.ROOT)));
        }
        return event.notice(texts.getOrDefault("notice", "")).locale(texts.getOrDefault("locale", ""));
    }

    private static Row<ConsentEvent> refused(Row<RawRecord> row, String field, Map<String, String> texts) {
        return Row.refused(
                row.position(),
                new ValueProblem(
                        "consent." + field + "-unknown",
                        ProblemSeverity.FATAL,
                        field,
                        "is missing or unknown",
                        texts.getOrDefault(field, "")));
    }
}
