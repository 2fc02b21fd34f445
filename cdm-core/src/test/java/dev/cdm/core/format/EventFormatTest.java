package dev.cdm.core.format;

import static dev.cdm.core.format.Exports.CRM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.schema.DataCategory;
import dev.cdm.core.timeline.Event;
import dev.cdm.core.timeline.EventCatalogue;
import dev.cdm.core.timeline.EventProperties;
import dev.cdm.core.timeline.EventType;
import dev.cdm.core.timeline.StandardEvents;
import dev.cdm.core.value.Money;
import dev.cdm.core.value.NumberValue;
import dev.cdm.core.value.TextValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFormatTest {

    private static final Instant RECEIVED = Instant.parse("2024-06-01T00:00:00Z");
    private static final EventFormat FORMAT = EventFormat.jsonLines(CRM, "who", "at");

    @TempDir
    private Path folder;

    private static List<Row<Event>> read(EventFormat format, String... lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        List<Row<Event>> rows = new ArrayList<>();
        try (RowReader<Event> reader = format.read(new ByteArrayInputStream(bytes), "events", RECEIVED)) {
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }

    @Test
    void anEventHasItsTypeTimeAndTypedProperties() {
        String line = """
                {"id":"o-1","type":"order_placed","who":"7","at":"2024-05-01T09:00:00+09:00","channel":"web",\
                "properties":{"order":"A1","amount":4800.0,"currency":"JPY","product":["p","q"],"note":"","x":"y"},\
                "context":{"page":"https://shop.example/cart"}}""";
        Event event = read(FORMAT, line).get(0).value().orElseThrow();
        assertThat(event.is(StandardEvents.ORDER_PLACED)).isTrue();
        assertThat(event.recordId()).isEqualTo(CRM.record("7"));
        assertThat(event.occurredAt()).isEqualTo("2024-05-01T00:00:00Z");
        assertThat(event.receivedAt()).isEqualTo(RECEIVED);
        assertThat(event.channel()).isEqualTo("web");
        assertThat(event.reference()).isEqualTo("o-1");
        assertThat(event.value(EventProperties.AMOUNT))
                .contains(new Money(BigDecimal.valueOf(4800), Currency.getInstance("JPY")));
        assertThat(event.value(EventProperties.PRODUCT)).contains(new TextValue("p, q"));
        assertThat(event.value(EventProperties.PAGE)).isPresent();
        assertThat(event.properties().keySet()).containsExactly("amount", "context.page", "order", "product", "x");
    }

    @Test
    void rowsThatAreNoEventsAreRefusedWithTheirText() {
        String[] lines = {
            "{\"type\":\"order_placed\",\"who\":\"7\"}",
            "{\"type\":\"slept\",\"who\":\"7\",\"at\":1714521600}",
            "{\"who\":\"7\",\"at\":1714521600}",
            "{\"type\":\"searched\",\"who\":\"7\",\"at\":\"soon\"}",
            "{\"type\":\"searched\",\"at\":1714521600}",
            "{\"type\":",
            "{\"type\":\"searched\",\"who\":\"7\",\"at\":\"+20000-01-01\"}",
        };
        List<ValueProblem> problems =
                read(FORMAT, lines).stream().map(row -> row.problems().get(0)).toList();
        assertThat(problems)
                .extracting(ValueProblem::code)
                .containsExactly(
                        "event.time-missing",
                        "event.type-unknown",
                        "event.type-unknown",
                        "event.time-missing",
                        "row.key-missing",
                        "json.truncated",
                        "event.time-missing");
        assertThat(problems).extracting(ValueProblem::rawText).containsExactly(lines);
    }

    @Test
    void aPropertyOfTheWrongTypeIsKeptAsText() {
        Row<Event> row = read(
                        FORMAT,
                        "{\"type\":\"order_placed\",\"who\":\"7\",\"at\":1,\"at\":2}",
                        "{\"type\":\"order_placed\",\"who\":\"7\",\"at\":1714521600,\"amount\":\"much\",\"currency\":\"JPY\","
                                + "\"quantity\":\"two\",\"context.page\":\"cart\",\"scale\":\"nps\",\"score\":9,\""
                                + "x".repeat(300) + "\":1}")
                .get(1);
        assertThat(row.problems())
                .extracting(ValueProblem::field)
                .containsExactly("amount", "quantity", "context.page", "x".repeat(300));
        Event event = row.value().orElseThrow();
        assertThat(event.properties())
                .containsEntry("quantity", new TextValue("two"))
                .hasSize(5);
        assertThat(event.value(EventProperties.SCORE)).isPresent();
    }

    @Test
    void filesAndTypesOfTheHostAreRead() throws IOException {
        EventType slept = new EventType("slept", DataCategory.BEHAVIOURAL, "");
        EventFormat format = FORMAT.catalogue(EventCatalogue.standard().with(List.of(slept)));
        Path file = Files.writeString(
                folder.resolve("events.jsonl"), "{\"type\":\"slept\",\"who\":\"7\",\"at\":1714521600}");
        try (RowReader<Event> rows = format.read(file, RECEIVED)) {
            Row<Event> row = rows.next();
            assertThat(row.value().orElseThrow().is(slept)).isTrue();
            assertThat(row.position()).hasToString("events.jsonl:1");
            assertThat(rows.hasNext()).isFalse();
        }
        assertThat(format).hasToString("EventFormat[crm]");
    }

    @Test
    void aFewCharactersNeverBecomeGigabytes() {
        Row<Event> row = read(FORMAT, """
                {"type":"order_placed","who":"7","at":"2024-05-01T09:00:00Z","amount":1e999999999,"currency":"EUR",\
                "quantity":1e-999999999}""").get(0);
        assertThat(row.problems())
                .extracting(ValueProblem::code)
                .containsExactly("event.property-malformed", "event.property-malformed");
        assertThat(row.value().orElseThrow().properties())
                .containsEntry("amount", new TextValue("1e999999999"))
                .containsEntry("quantity", new TextValue("1e-999999999"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NumberValue(new BigDecimal("1e999999999")))
                .withMessageContaining("at most 100000 digits");
    }

    @Test
    void whatIsTooLongForAnEventIsToldWithItsField() {
        String start = "{\"type\":\"page_viewed\",\"who\":\"7\",\"at\":\"2024-05-01T09:00:00Z\",";
        List<Row<Event>> rows = read(
                FORMAT,
                start + "\"text\":\"" + "x".repeat(200_000) + "\"}",
                start + "\"" + "n".repeat(201) + "\":\"v\"}");
        assertThat(rows.get(0).value()).isEmpty();
        assertThat(rows.get(0).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("event.too-large");
            assertThat(problem.field()).isEqualTo("text");
        });
        assertThat(rows.get(1).value().orElseThrow().properties()).isEmpty();
        assertThat(rows.get(1).problems()).extracting(ValueProblem::code).containsExactly("event.property-unnamed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Event.builder(CRM.record("7"), StandardEvents.PAGE_VIEWED, RECEIVED, RECEIVED)
                        .property("text", new TextValue("x".repeat(150_001)))
                        .build());
    }
}
