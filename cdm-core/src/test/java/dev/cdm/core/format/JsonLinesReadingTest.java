package dev.cdm.core.format;

import static dev.cdm.core.format.Exports.CRM;
import static dev.cdm.core.format.Exports.json;
import static dev.cdm.core.format.Exports.problem;
import static dev.cdm.core.format.Exports.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.model.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesReadingTest {

    @Test
    void nestedNamesAreJoinedAndArraysAreRepeated() {
        assertThat(shown(json(
                        "{\"id\":\"7\",\"name\":{\"given\":\"Ada\",\"x\":{}},\"tags\":[\"a\",\"b\"],\"phones\":[{\"no\":1.50},{\"no\":2}],"
                                + "\"none\":[],\"nil\":null,\"ok\":true}",
                        "",
                        "{\"id\":8}")))
                .containsExactly(
                        "1 crm/7 name.given=Ada name.x= tags=a tags=b phones.no=1.50 phones.no=2 none= nil= ok=true",
                        "3 crm/8");
    }

    @Test
    void aBrokenLineCostsItself() {
        List<Row<RawRecord>> rows = json(
                "{\"id\":\"1\",\"a\":\"b",
                "{\"id\":\"2\",\"a\":tru",
                "{\"id\":\"3\",\"a\":x}",
                "[\"id\"]",
                "\"text\"",
                "{\"id\":\"6\"} {}",
                "{\"id\":\"7\",\"a\":{\"b\":1,\"b\":2}}",
                "{\"a\":1}",
                "{\"id\":\"9\",\"a\":[1",
                "{\"id\":\"10\"}",
                "{\"id\":\"10\"}");
        assertThat(shown(rows))
                .containsExactly(
                        "1 json.truncated",
                        "2 json.truncated",
                        "3 json.malformed",
                        "4 json.not-object",
                        "5 json.not-object",
                        "6 json.malformed",
                        "7 json.name-repeated",
                        "8 row.key-missing",
                        "9 json.truncated",
                        "10 crm/10",
                        "11 row.key-repeated");
        assertThat(problem(rows.get(6)).field()).isEqualTo("a.b");
        assertThat(problem(rows.get(0)).rawText()).isEqualTo("{\"id\":\"1\",\"a\":\"b");
        assertThat(problem(rows.get(7)).field()).isEqualTo("id");
    }

    @Test
    void keyTimeAndDeletionMayBeNested() {
        RecordFormat.Builder format =
                RecordFormat.jsonLines(CRM, "meta.key").assertedAt("meta.at").deleted("gone");
        Row<RawRecord> row = Exports.read(format, "{\"meta\":{\"key\":5,\"at\":1714521600},\"gone\":true,\"a\":1}")
                .get(0);
        RawRecord record = row.value().orElseThrow();
        assertThat(record.assertedAt()).contains(Instant.parse("2024-05-01T00:00:00Z"));
        assertThat(record.deleted()).isTrue();
        assertThat(shown(row)).isEqualTo("1 crm/5 a=1");
    }

    @Test
    void deepNestingAndLongLinesAreReported() {
        assertThat(shown(json("{\"id\":\"1\",\"a\":" + "[".repeat(5_000) + "}", "{\"id\":\"2\"}")))
                .containsExactly("1 json.malformed", "2 crm/2");
        String big = "{\"id\":\"1\",\"a\":\"" + "x".repeat(10_000_000) + "\"}";
        assertThat(shown(json(big, "{\"id\":\"2\"}"))).containsExactly("1 row.too-long", "2 crm/2");
        Row<RawRecord> whole = Exports.read(RecordFormat.jsonLines(CRM, "id").rowLimit(11_000_000), big)
                .get(0);
        assertThat(whole.value().orElseThrow().fields().get(0).text()).hasSize(10_000_000);
    }

    @Test
    void wrongBytesAreReportedAndEscapesAreNot() {
        byte[] latin = "{\"id\":\"1\",\"n\":\"Jos\u00e9\"}\n{\"id\":\"2\",\"n\":\"\\udce9\"}\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        List<Row<RawRecord>> rows = Exports.read(RecordFormat.jsonLines(CRM, "id"), latin);
        assertThat(rows.get(0).value()).isEmpty();
        assertThat(problem(rows.get(0)).field()).isEqualTo("n");
        assertThat(problem(rows.get(0)).rawText()).isEqualTo("{\"id\":\"1\",\"n\":\"Jos\\xE9\"}");
        assertThat(rows.get(1).value().orElseThrow().fields().get(0).text()).isEqualTo("\udce9");
    }

    @Test
    void anEmptyFileHasNoRows() {
        assertThat(json("")).isEmpty();
        assertThat(json("\uFEFF", " ", "")).isEmpty();
    }
}
