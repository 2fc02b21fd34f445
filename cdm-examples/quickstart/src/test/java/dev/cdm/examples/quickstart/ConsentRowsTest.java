package dev.cdm.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.core.format.Row;
import dev.cdm.core.format.RowReader;
import dev.cdm.core.model.RawRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsentRowsTest {

    private static Row<ConsentEvent> read(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try (RowReader<RawRecord> rows = Systems.CONSENTS.read(new ByteArrayInputStream(bytes), "consents")) {
            return new ConsentRows(Uses.ids()).read(rows.next());
        }
    }

    @Test
    void aRowBecomesAConsentEvent() {
        ConsentEvent event =
                read("{\"id\":\"k-1\",\"subject\":\"shop/C-1\",\"purpose\":\"newsletter\",\"kind\":\"given\","
                                + "\"channel\":\"email\",\"at\":\"2025-01-01T00:00:00Z\",\"notice\":\"privacy@3\",\"locale\":\"ja\"}")
                        .value()
                        .orElseThrow();
        assertThat(event.id()).isEqualTo("k-1");
        assertThat(event.kind()).isEqualTo(EventKind.GIVEN);
        assertThat(event.subject()).isEqualTo(Systems.SHOP.record("C-1"));
        assertThat(event.time().asserted()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
        assertThat(event.evidence().notice()).isEqualTo("privacy@3");
    }

    @Test
    void aRowThatIsNoneIsRefusedWithTheField() {
        String rest = "\"at\":\"2025-01-01T00:00:00Z\"}";
        refused("kind", "{\"id\":\"1\",\"subject\":\"shop/1\",\"purpose\":\"newsletter\",\"kind\":\"maybe\"," + rest);
        refused("purpose", "{\"id\":\"1\",\"subject\":\"shop/1\",\"purpose\":\"war\",\"kind\":\"given\"," + rest);
        refused("subject", "{\"id\":\"1\",\"subject\":\"1\",\"purpose\":\"newsletter\",\"kind\":\"given\"," + rest);
        refused(
                "channel",
                "{\"id\":\"1\",\"subject\":\"shop/1\",\"purpose\":\"newsletter\",\"kind\":\"given\",\"channel\":\"owl\","
                        + rest);
        refused("at", "{\"id\":\"1\",\"subject\":\"shop/1\",\"purpose\":\"newsletter\",\"kind\":\"given\"}");
        assertThat(read("{").problems().get(0).code()).isEqualTo("json.truncated");
    }

    private static void refused(String field, String line) {
        Row<ConsentEvent> row = read(line);
        assertThat(row.value()).isEmpty();
        assertThat(row.problems().get(0).code()).isEqualTo("consent." + field + "-unknown");
    }
}
