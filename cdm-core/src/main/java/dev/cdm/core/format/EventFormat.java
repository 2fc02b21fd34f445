package dev.cdm.core.format;

import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.RawField;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.timeline.Event;
import dev.cdm.core.timeline.EventCatalogue;
import dev.cdm.core.timeline.EventProperties;
import dev.cdm.core.timeline.EventType;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.CodeValue;
import dev.cdm.core.value.Money;
import dev.cdm.core.value.NumberValue;
import dev.cdm.core.value.TextValue;
import dev.cdm.core.value.UriValue;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source system's file of events looks like: JSON Lines with the key of the person and the time in two fields of
 * the host's choice. Immutable, thread-safe.
 *
 * <p>The type stands in {@code type}, the source's own id of the event in {@code id}, the channel in {@code channel}; both
 * may be missing. All other fields are properties, a leading {@code properties.} is dropped. The properties of
 * {@link EventProperties} get their types, where {@code amount} needs a {@code currency} beside it; others are text. A
 * property that stands several times is one text, joined by commas.
 *
 * <p>Problems besides those of {@link RecordFormat}: {@code event.time-missing} and {@code event.type-unknown} refuse the
 * row; {@code event.property-malformed} keeps the property as text.
 */
public final class EventFormat {

    private static final String PROPERTIES = "properties.";
    private static final String CURRENCY = "currency";
    private static final int LONGEST_NAME = 200;
    private static final int MOST_DIGITS = 1_000;
    private static final int MOST_CHARACTERS = Event.MOST_CHARACTERS - 10 * MOST_DIGITS;

    private final RecordFormat rows;
    private final EventCatalogue catalogue;

    private EventFormat(RecordFormat rows, EventCatalogue catalogue) {
        this.rows = rows;
        this.catalogue = catalogue;
    }

    /**
     * {@return a format of JSON Lines files with the standard event types}
     *
     * @param system the source system
     * @param keyField the field that holds the system's own key for the person
     * @param timeField the field that tells when it happened
     */
    public static EventFormat jsonLines(SourceSystem system, String keyField, String timeField) {
        RecordFormat rows = RecordFormat.jsonLines(system, keyField)
                .assertedAt(timeField)
                .allowRepeatedKeys()
                .build();
        return new EventFormat(rows, EventCatalogue.standard());
    }

    /**
     * {@return this format, with other event types}
     *
     * @param types the types whose names may stand in the files
     */
    public EventFormat catalogue(EventCatalogue types) {
        return new EventFormat(rows, types);
    }

    /**
     * {@return a reader of a file}
     *
     * @param file the file
     * @param receivedAt when the host received it
     * @throws DataFileException if it cannot be read
     */
    public RowReader<Event> read(Path file, Instant receivedAt) {
        return events(rows.read(file), receivedAt);
    }

    /**
     * {@return a reader of a stream, which it closes}
     *
     * @param in the stream; it is buffered here
     * @param name its name in positions and messages, without personal data
     * @param receivedAt when the host received it
     * @throws DataFileException if it cannot be read
     */
    public RowReader<Event> read(InputStream in, String name, Instant receivedAt) {
        return events(rows.read(in, name), receivedAt);
    }

    @Override
    public String toString() {
        return "EventFormat[" + rows.system().id() + "]";
    }

    private RowReader<Event> events(RowReader<RawRecord> records, Instant receivedAt) {
        return records.mapped((row, raw) -> row.value()
                .map(record -> event(row, record, raw, receivedAt))
                .orElseGet(() -> Row.refused(row.position(), row.problems().get(0))));
    }

    private Row<Event> event(Row<RawRecord> row, RawRecord record, String raw, Instant receivedAt) {
        Map<String, String> texts = texts(record);
        String typeName = texts.remove("type");
        Optional<EventType> type = catalogue.type(typeName == null ? "" : typeName);
        if (type.isEmpty()) {
            return refused(row, raw, "event.type-unknown", "type", "is no type of the catalogue");
        }
        Optional<Instant> time = record.assertedAt().filter(EventFormat::ofOurEra);
        if (time.isEmpty()) {
            return refused(row, raw, "event.time-missing", "", "has no readable time of the years 1 to 9999");
        }
        Optional<String> longest = longestOf(texts);
        if (longest.isPresent()) {
            String message = "makes an event longer than " + MOST_CHARACTERS + " characters";
            return refused(row, raw, "event.too-large", longest.get(), message);
        }
        Event.Builder event = Event.builder(record.recordId(), type.get(), time.get(), receivedAt);
        take(texts, "id").ifPresent(event::reference);
        take(texts, "channel").ifPresent(event::channel);
        List<ValueProblem> problems = new ArrayList<>();
        Optional<String> currency =
                texts.containsKey(EventProperties.AMOUNT.name()) ? take(texts, CURRENCY) : Optional.empty();
        texts.forEach((name, text) -> addProperty(event, name, text, currency.orElse(""), problems));
        return Row.usable(row.position(), event.build(), problems);
    }

    /** The field to blame if the texts are too long for an event. */
    private static Optional<String> longestOf(Map<String, String> texts) {
        long size = 0;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            size += text.getKey().length() + text.getValue().length();
        }
        return size <= MOST_CHARACTERS
                ? Optional.empty()
                : texts.entrySet().stream()
                        .max(Comparator.comparingInt(text -> text.getValue().length()))
                        .map(Map.Entry::getKey);
    }

    private static boolean ofOurEra(Instant time) {
        return !time.isBefore(Instant.parse("0001-01-01T00:00:00Z"))
                && time.isBefore(Instant.parse("+10000-01-01T00:00:00Z"));
    }

    private static Row<Event> refused(Row<RawRecord> row, String raw, String code, String field, String message) {
        return Row.refused(
                row.position(), new ValueProblem(code, ProblemSeverity.FATAL, field, message, RawText.storable(raw)));
    }

    private static Map<String, String> texts(RawRecord record) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (RawField field : record.fields()) {
            String name =
                    field.name().startsWith(PROPERTIES) ? field.name().substring(PROPERTIES.length()) : field.name();
            String text = RawText.storable(field.text());
            if (!text.isBlank() && !name.isBlank()) {
                texts.merge(RawText.storable(name), text, (former, next) -> former + ", " + next);
            }
        }
        return texts;
    }

    private static Optional<String> take(Map<String, String> texts, String name) {
        return Optional.ofNullable(texts.remove(name));
    }

    private static void addProperty(
            Event.Builder event, String name, String text, String currency, List<ValueProblem> problems) {
        if (name.length() > LONGEST_NAME) {
            String message = "has a name of more than " + LONGEST_NAME + " characters; it is not kept";
            problems.add(new ValueProblem("event.property-unnamed", ProblemSeverity.ERROR, name, message, text));
            return;
        }
        AttributeValue value = typed(name, text, currency);
        if (value == null) {
            problems.add(new ValueProblem(
                    "event.property-malformed", ProblemSeverity.ERROR, name, "is not of its type; kept as text", text));
        }
        event.property(name, value == null ? new TextValue(text) : value);
    }

    /* As it is, so that it is no longer than it came: `1e9999` is kept as text. */
    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new NumberFormatException("too many digits");
        }
        return number;
    }

    /** The value, or null if the text is none of the type that the property must have. */
    private static @Nullable AttributeValue typed(String name, String text, String currency) {
        try {
            if (name.equals(EventProperties.AMOUNT.name())) {
                return new Money(number(text), Currency.getInstance(currency));
            }
            if (name.equals(EventProperties.QUANTITY.name()) || name.equals(EventProperties.SCORE.name())) {
                return new NumberValue(number(text));
            }
            if (name.equals(EventProperties.PAGE.name()) || name.equals(EventProperties.REFERRER.name())) {
                return new UriValue(URI.create(text));
            }
            return name.equals(EventProperties.SCALE.name()) ? new CodeValue(text) : new TextValue(text);
        } catch (IllegalArgumentException e) {
            return null; // NumberFormatException is one, too: the caller keeps the text
        }
    }
}
