package dev.cdm.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.format.RecordFormat;
import dev.cdm.core.format.Row;
import dev.cdm.core.format.RowReader;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.timeline.Event;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SystemsTest {

    private static InputStream resource(String name) {
        return Objects.requireNonNull(SystemsTest.class.getResourceAsStream("data/" + name), name);
    }

    private static <T> List<String> problems(RowReader<T> rows, int usable) {
        List<String> problems = new ArrayList<>();
        try (rows) {
            while (rows.hasNext()) {
                Row<T> row = rows.next();
                row.problems().forEach(problem -> problems.add(row.position().row() + " " + problem.code()));
            }
            assertThat(rows.rowsRead() - rows.rowsRefused()).isEqualTo(usable);
        }
        return problems;
    }

    private static List<String> problems(RecordFormat format, String name, int usable) {
        return problems(format.read(resource(name), name), usable);
    }

    @Test
    void everyFileIsReadToItsEndAndEveryBadRowIsReported() {
        assertThat(problems(Systems.CONTACTS, "crm-contacts.csv", 708))
                .containsExactly("153 row.key-missing", "279 row.columns", "355 row.quote", "466 row.key-repeated");
        assertThat(problems(Systems.CUSTOMERS, "shop-customers.csv", 807))
                .containsExactly(
                        "103 row.key-missing",
                        "244 row.columns",
                        "325 row.encoding",
                        "416 row.key-repeated",
                        "507 row.quote");
        assertThat(problems(Systems.SUBSCRIBERS, "newsletter.jsonl", 481))
                .containsExactly(
                        "62 json.truncated",
                        "133 json.not-object",
                        "194 row.key-repeated",
                        "255 row.key-missing",
                        "296 json.name-repeated");
        assertThat(problems(Systems.CONSENTS, "consents.jsonl", 1310)).containsExactly("1311 json.truncated");
    }

    @Test
    void everyFileOfEventsIsReadToItsEnd() {
        RowReader<Event> orders =
                Systems.ORDERS.read(resource("shop-events.jsonl"), "shop-events.jsonl", Instant.EPOCH);
        assertThat(problems(orders, 1178))
                .containsExactly("1179 event.type-unknown", "1180 event.time-missing", "1181 json.truncated");
        RowReader<Event> cases =
                Systems.CASES.read(resource("support-cases.jsonl"), "support-cases.jsonl", Instant.EPOCH);
        assertThat(problems(cases, 226)).isEmpty();
    }

    @Test
    void aJapaneseRowIsReadWithItsFields() {
        try (RowReader<RawRecord> rows = Systems.CUSTOMERS.read(resource("shop-customers.csv"), "shop")) {
            RawRecord first = rows.next().value().orElseThrow();
            assertThat(first.recordId()).hasToString("shop/C-00001");
            assertThat(first.assertedAt()).contains(Instant.parse("2024-08-26T21:05:44Z"));
            assertThat(first.fields().get(1).text()).isEqualTo("ｵｶﾀﾞ ｹﾝﾀ");
        }
    }
}
