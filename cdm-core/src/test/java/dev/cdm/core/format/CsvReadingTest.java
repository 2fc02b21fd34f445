package dev.cdm.core.format;

import static dev.cdm.core.format.Exports.CRM;
import static dev.cdm.core.format.Exports.csv;
import static dev.cdm.core.format.Exports.problem;
import static dev.cdm.core.format.Exports.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.SourcePosition;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReadingTest {

    @Test
    void aRowBecomesARecordWithItsPlace() {
        List<Row<RawRecord>> rows = csv("Id,Name,Note", "7,Ada,\"says \"\"hi\"\", twice\nand goes\"", "", "8,Bob,");
        assertThat(shown(rows))
                .containsExactly("2 crm/7 Name=Ada Note=says \"hi\", twice\nand goes", "5 crm/8 Name=Bob Note=");
        assertThat(rows.get(0).position()).isEqualTo(new SourcePosition("export", 2));
        assertThat(rows.get(0).value().flatMap(RawRecord::position))
                .contains(rows.get(0).position());
    }

    @Test
    void lineEndsMayDifferAndStayInsideCells() {
        assertThat(shown(csv("Id,Name\r\n1,\"a\r\nb\"\r2,c\r\n3,\"d\re\"")))
                .containsExactly("2 crm/1 Name=a\r\nb", "4 crm/2 Name=c", "5 crm/3 Name=d\re");
    }

    @Test
    void aRowWithTooFewOrTooManyCellsIsRefusedAndKept() {
        List<Row<RawRecord>> rows = csv("Id,Name", "1", "2,b,c", "3,d");
        assertThat(shown(rows)).containsExactly("2 row.columns", "3 row.columns", "4 crm/3 Name=d");
        assertThat(problem(rows.get(1)).rawText()).isEqualTo("2,b,c");
        assertThat(problem(rows.get(1)).message()).isEqualTo("has 3 cells, the header has 2");
    }

    @Test
    void anUnclosedQuoteCostsOneRow() {
        assertThat(shown(csv("Id,Name", "1,\"a", "2,b", "3,\"c\"", "4,d")))
                .containsExactly("2 row.quote", "3 crm/2 Name=b", "4 crm/3 Name=c", "5 crm/4 Name=d");
        assertThat(shown(csv("Id,Name", "1,\"a", "2,b", "3,c")))
                .containsExactly("2 row.quote", "3 crm/2 Name=b", "4 crm/3 Name=c");
        assertThat(shown(csv("Id,Name", "1,\"a", "\"2\",b", "3,\"\"", "4,\"d\"")))
                .containsExactly("2 row.quote", "3 crm/2 Name=b", "4 crm/3 Name=", "5 crm/4 Name=d");
        assertThat(shown(csv("Id,Name", "1,a", "2,\"b"))).containsExactly("2 crm/1 Name=a", "3 row.quote");
    }

    @Test
    void aQuoteInsideAQuotedCellIsRefusedButOneInsideAPlainCellIsText() {
        assertThat(shown(csv("Id,Name", "1,\"a\"b\"", "2,5\" disk", "3,c")))
                .containsExactly("2 row.quote", "3 crm/2 Name=5\" disk", "4 crm/3 Name=c");
    }

    @Test
    void aMissingOrUnusableKeyIsRefused() {
        List<Row<RawRecord>> rows = csv("Id,Name", " ,a", "x".repeat(301) + ",b", "\u0000,c", " 4 ,d");
        assertThat(shown(rows))
                .containsExactly("2 row.key-missing", "3 row.key-malformed", "4 row.key-malformed", "5 crm/4 Name=d");
        assertThat(problem(rows.get(0)).field()).isEqualTo("Id");
        assertThat(problem(rows.get(2)).rawText()).isEqualTo("\\u0000,c");
    }

    @Test
    void aRepeatedKeyIsRefusedUnlessVersionOrTimeDiffer() {
        List<Row<RawRecord>> rows = csv("Id,Name", "1,a", "1,b", "2,c");
        assertThat(shown(rows)).containsExactly("2 crm/1 Name=a", "3 row.key-repeated", "4 crm/2 Name=c");
        assertThat(problem(rows.get(1)).message()).isEqualTo("is the key of row 2, too");
        String history = "Id,V,Name\n1,1,a\n1,2,b\n1,2,c";
        RecordFormat.Builder format = RecordFormat.csv(CRM, "Id").version("V");
        assertThat(shown(Exports.read(format, history)))
                .containsExactly("2 crm/1 Name=a", "3 crm/1 Name=b", "4 row.key-repeated");
        assertThat(shown(Exports.read(format.allowRepeatedKeys(), history)))
                .hasSize(3)
                .doesNotContain("4 row.key-repeated");
    }

    @Test
    void keysAreFoundAgainAmongMany() {
        StringBuilder text = new StringBuilder("Id\n");
        for (int i = 0; i < 5_000; i++) {
            text.append(i).append('\n');
        }
        text.append("0\n4999\n5000\n");
        List<Row<RawRecord>> rows = Exports.read(RecordFormat.csv(CRM, "Id"), text.toString());
        assertThat(shown(rows.subList(4_999, 5_003)))
                .containsExactly("5001 crm/4999", "5002 row.key-repeated", "5003 row.key-repeated", "5004 crm/5000");
        assertThat(problem(rows.get(5_001)).message()).contains("row 5001");
    }

    @Test
    void timeVersionAndDeletionAreTakenFromTheirColumns() {
        RecordFormat.Builder format = RecordFormat.csv(CRM, "会員ID")
                .separator(';')
                .assertedAt("更新日時")
                .zone(ZoneId.of("Asia/Tokyo"))
                .version("版")
                .deleted("削除", "済")
                .alias("ｶﾅ", "フリガナ")
                .ignore("メモ")
                .keep("版");
        List<Row<RawRecord>> rows =
                Exports.read(format, "会員ＩＤ;更新日時;版;削除;カナ;メモ\nA;２０２４/5/1 9:00:00;3;済;ﾔﾏﾀﾞ;x\nB;gestern;;;;\nC;;;;;\n");
        RawRecord first = rows.get(0).value().orElseThrow();
        assertThat(first.assertedAt()).isEmpty();
        assertThat(first.version()).isEqualTo("3");
        assertThat(first.deleted()).isTrue();
        assertThat(shown(rows))
                .containsExactly(
                        "2 crm/A 版=3 フリガナ=ﾔﾏﾀﾞ row.time-malformed",
                        "3 crm/B 版= フリガナ= row.time-malformed",
                        "4 crm/C 版= フリガナ=");
    }

    @Test
    void aTimeWithoutAZoneIsInTheZoneOfTheFormat() {
        RecordFormat.Builder format =
                RecordFormat.csv(CRM, "Id").assertedAt("At").zone(ZoneId.of("Asia/Tokyo"));
        assertThat(Exports.read(format, "Id,At\n1,2024/5/1 09:00:00\n")
                        .get(0)
                        .value()
                        .flatMap(RawRecord::assertedAt))
                .contains(Instant.parse("2024-05-01T00:00:00Z"));
    }

    @Test
    void bytesOfAnotherEncodingCostTheirRowAndAreKept() {
        byte[] latin = "Id,Name\n1,Jos\u00e9\n2,Ada\n".getBytes(StandardCharsets.ISO_8859_1);
        List<Row<RawRecord>> rows = Exports.read(RecordFormat.csv(CRM, "Id"), latin);
        assertThat(shown(rows)).containsExactly("2 row.encoding", "3 crm/2 Name=Ada");
        assertThat(problem(rows.get(0)).field()).isEqualTo("Name");
        assertThat(problem(rows.get(0)).message()).isEqualTo("has bytes that are not UTF-8");
        assertThat(problem(rows.get(0)).rawText()).isEqualTo("1,Jos\\xE9");
        assertThat(shown(Exports.read(RecordFormat.csv(CRM, "Id").charset(StandardCharsets.ISO_8859_1), latin)))
                .containsExactly("2 crm/1 Name=José", "3 crm/2 Name=Ada");
    }

    @Test
    void japaneseEncodingsAndByteOrderMarksAreRead() {
        String text = "Id,名前\n1,山田 ﾀﾛｳ\n";
        for (String charset : List.of("Shift_JIS", "EUC-JP", "ISO-2022-JP", "UTF-16", "UTF-16LE")) {
            Charset encoding = Charset.forName(charset);
            String plain = charset.equals("ISO-2022-JP") ? text.replace(" ﾀﾛｳ", " タロウ") : text;
            assertThat(shown(Exports.read(RecordFormat.csv(CRM, "Id").charset(encoding), plain.getBytes(encoding))))
                    .as(charset)
                    .singleElement()
                    .asString()
                    .startsWith("2 crm/1 名前=山田 ");
        }
        for (Charset encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] marked = ("\uFEFF" + text).getBytes(encoding);
            assertThat(shown(Exports.read(RecordFormat.csv(CRM, "Id").charset(StandardCharsets.ISO_8859_1), marked)))
                    .containsExactly("2 crm/1 名前=山田 ﾀﾛｳ");
        }
    }

    @Test
    void aFileCutInsideACharacterLosesOnlyItsLastRow() {
        byte[] whole = "Id,Name\n1,a\n2,山".getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
        assertThat(shown(Exports.read(RecordFormat.csv(CRM, "Id"), cut)))
                .containsExactly("2 crm/1 Name=a", "3 row.encoding");
    }

    @Test
    void anOverlongRowIsCutOrReadAsTheLimitSays() {
        String big = "x".repeat(10_000_000);
        String text = "Id,Name,Note\n1,a," + big + "\n2,b,\"" + big + "\"\n3,c,d\n4,\"open\n";
        List<Row<RawRecord>> cut = Exports.read(RecordFormat.csv(CRM, "Id"), text);
        assertThat(shown(cut))
                .containsExactly("2 row.too-long", "3 row.too-long", "4 crm/3 Name=c Note=d", "5 row.quote");
        assertThat(problem(cut.get(0)).rawText()).hasSize(1_000_000);
        List<Row<RawRecord>> whole = Exports.read(RecordFormat.csv(CRM, "Id").rowLimit(20_000_000), text);
        assertThat(whole.get(1).value().orElseThrow().fields().get(1).text()).hasSize(10_000_000);
        assertThat(whole).hasSize(4);
    }

    @Test
    void aFieldOfManyLinesEndsAtTheLimitAndTheLinesAreReadAgain() {
        String text = "Id,Name\n1,\"open\n" + "7,x\n".repeat(2) + "8," + "y".repeat(80) + "\n9,z\n";
        assertThat(shown(Exports.read(RecordFormat.csv(CRM, "Id").rowLimit(100), text)))
                .startsWith("2 row.quote", "3 crm/7 Name=x", "4 row.key-repeated")
                .endsWith("6 crm/9 Name=z");
    }

    @Test
    void twoColumnsOfOneNameAreOneFieldTwice() {
        assertThat(shown(csv("Id,Phone,Phone,", "1,a,b,c"))).containsExactly("2 crm/1 Phone=a Phone=b column 4=c");
    }

    @Test
    void aFileWithoutAUsableHeaderIsRefusedWithItsNameAndItsColumns() {
        assertThatThrownBy(() -> csv(""))
                .isInstanceOf(DataFileException.class)
                .hasMessage("`export` is empty: it must begin with a header");
        assertThatThrownBy(() -> csv("Nr,E-Mail,ada@example.com", "1,2,3"))
                .hasMessage("`export` has no column `Id`: its columns are `Nr`, `E-Mail`, (no name)");
        assertThatThrownBy(() -> csv("Id,ID", "1,2")).hasMessageStartingWith("`export` has several columns `Id`");
        assertThatThrownBy(() -> csv("Id,\"Name", "1,2")).hasMessageStartingWith("`export` has no readable header");
        assertThatThrownBy(() -> Exports.read(RecordFormat.csv(CRM, "Id").require("Phone"), "Id,Name"))
                .hasMessage("`export` has no column `Phone`: its columns are `Id`, `Name`");
    }

    @Test
    void progressCanBeAsked() {
        byte[] bytes = "Id,Name\n1,a\n2\n".getBytes(StandardCharsets.UTF_8);
        try (RowReader<RawRecord> rows =
                RecordFormat.csv(CRM, "Id").build().read(new ByteArrayInputStream(bytes), "crm.csv")) {
            assertThat(rows.name()).isEqualTo("crm.csv");
            rows.forEachRemaining(row -> assertThat(row.toString()).doesNotContain("1,a"));
            assertThat(rows.rowsRead()).isEqualTo(2);
            assertThat(rows.rowsRefused()).isEqualTo(1);
            assertThat(rows.bytesRead()).isEqualTo(bytes.length);
            assertThatThrownBy(rows::next).isInstanceOf(java.util.NoSuchElementException.class);
        }
    }
}
