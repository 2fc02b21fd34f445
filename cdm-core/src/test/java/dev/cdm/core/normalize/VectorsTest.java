package dev.cdm.core.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.internal.CleanText;
import dev.cdm.core.schema.StandardSchema;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published and hand-checked vectors: what a text becomes, and which problems are told. */
class VectorsTest {

    static Stream<List<String>> texts() {
        return Vectors.rows("text.tsv", 3).stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void unicode(List<String> row) {
        assertThat(CleanText.line(row.get(1))).isEqualTo(row.get(2));
    }

    static Stream<List<String>> emails() {
        return Vectors.rows("email.tsv", 4).stream();
    }

    @ParameterizedTest
    @MethodSource("emails")
    void email(List<String> row) {
        check(row, new Emails().normalize(row.get(1), Texts.context(row.get(0))));
    }

    static Stream<List<String>> phones() {
        return Vectors.rows("phone.tsv", 4).stream();
    }

    @ParameterizedTest
    @MethodSource("phones")
    void phoneByTheLibrary(List<String> row) {
        Normalized<?> result = new Phones(new Phones.Library()).normalize(row.get(1), Texts.context(row.get(0)));
        assertThat(result.problems())
                .noneMatch(problem -> row.get(3).isEmpty() && result.value().isEmpty());
        check(row.subList(0, 3), result);
    }

    @ParameterizedTest
    @MethodSource("phones")
    void phoneByTheTable(List<String> row) {
        check(row, new Phones(new Phones.Plain()).normalize(row.get(1), Texts.context(row.get(0))));
    }

    static Stream<List<String>> names() {
        return Vectors.rows("name.tsv", 3).stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void name(List<String> row) {
        Normalized<?> result = new Names().normalizeParts(Vectors.parts(row.get(0)), Texts.context("JP"));
        String value = row.get(1).matches("!|.*;.*") ? row.get(1) : row.get(1) + ";";
        assertThat(Vectors.outcome(result)).isEqualTo((value + " " + row.get(2)).strip());
    }

    static Stream<List<String>> addresses() {
        return Vectors.rows("address.tsv", 4).stream();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void address(List<String> row) {
        check(row, new Addresses().normalizeParts(Vectors.parts(row.get(1)), Texts.context(row.get(0))));
    }

    static Stream<List<String>> postcodes() {
        return Vectors.rows("postcode.tsv", 3).stream();
    }

    @ParameterizedTest
    @MethodSource("postcodes")
    void postcode(List<String> row) {
        assertThat(Postcodes.normalize(row.get(1), row.get(0)).orElse("!")).isEqualTo(row.get(2));
    }

    static Stream<List<String>> dates() {
        return Vectors.rows("date.tsv", 4).stream();
    }

    @ParameterizedTest
    @MethodSource("dates")
    void date(List<String> row) {
        check(row, Dates.date(row.get(1), Texts.context(row.get(0))));
    }

    static Stream<List<String>> countries() {
        return Vectors.rows("country.tsv", 4).stream();
    }

    @ParameterizedTest
    @MethodSource("countries")
    void country(List<String> row) {
        check(
                row,
                Texts.normalize(
                        StandardSchema.schema().definition(StandardSchema.COUNTRY),
                        row.get(1),
                        Texts.context(row.get(0))));
    }

    static Stream<List<String>> currencies() {
        return Vectors.rows("currency.tsv", 4).stream();
    }

    @ParameterizedTest
    @MethodSource("currencies")
    void currency(List<String> row) {
        check(
                row,
                Texts.normalize(
                        StandardSchema.schema().definition(StandardSchema.CURRENCY),
                        row.get(1),
                        Texts.context(row.get(0))));
    }

    static Stream<List<String>> others() {
        return Vectors.rows("other.tsv", 5).stream();
    }

    @ParameterizedTest
    @MethodSource("others")
    void otherType(List<String> row) {
        check(
                row.subList(1, 5),
                Texts.normalize(
                        StandardSchema.schema().definition(row.get(0)).orElseThrow(),
                        row.get(2),
                        Texts.context(row.get(1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "email", "phone", "name", "address", "postcode", "date", "country", "currency"})
    void everyKindHasAtLeastFiftyVectors(String kind) {
        assertThat(Vectors.rows(kind + ".tsv", 2))
                .hasSizeGreaterThanOrEqualTo(50)
                .doesNotHaveDuplicates();
    }

    @Test
    void escapesOfTheFilesAreRead() {
        assertThat(Vectors.parts("family=Smith|given=John")).containsEntry("given", "John");
        assertThat(Vectors.parts("John Smith")).containsEntry("", "John Smith");
    }

    /* The columns are region, text, value, codes; without the last the codes are not compared. */
    private static void check(List<String> row, Normalized<?> result) {
        String outcome = Vectors.outcome(result);
        if (row.size() == 3) {
            assertThat(outcome.split(" ", -1)[0]).isEqualTo(row.get(2));
        } else {
            assertThat(outcome).isEqualTo((row.get(2) + " " + row.get(3)).strip());
        }
    }
}
