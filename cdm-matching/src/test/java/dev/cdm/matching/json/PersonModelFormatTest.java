package dev.cdm.matching.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.matching.Deduplicator;
import dev.cdm.matching.Townspeople;
import dev.cdm.matching.learned.Blocking;
import dev.cdm.matching.learned.Calibration;
import dev.cdm.matching.learned.Conventions;
import dev.cdm.matching.learned.Frequencies;
import dev.cdm.matching.learned.KeyPart;
import dev.cdm.matching.mixture.Correction;
import dev.cdm.matching.mixture.FieldWeights;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.mixture.Shares;
import dev.cdm.matching.naming.Nicknames;
import dev.cdm.matching.person.FieldKind;
import dev.cdm.matching.person.FieldShape;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonModelFormatTest {

    private static PersonModel small() {
        FieldWeights phone = new FieldWeights(
                FieldShape.known(FieldKind.PHONE, "phone", true, true),
                List.of(1.0, .75, .05, .2),
                List.of(1.0, .4, .03, .57),
                List.of(1.0, .3, .02, .68),
                List.of(1.0, 1e-6, 1e-5, .999989));
        FieldWeights number = new FieldWeights(
                FieldShape.known(FieldKind.TOKEN, "passport", false, false),
                List.of(1.0, .9, .1),
                List.of(),
                List.of(),
                List.of(1.0, 1e-7, 1.0));
        return new PersonModel(
                Map.of("tel", Role.PHONE),
                List.of(phone, number),
                new Shares(.001, .002, .0005, .03, .04),
                Map.of("phone", new Frequencies(900, .0001, Map.of("5550100", 7), 880, 893)),
                new Conventions(
                        true,
                        List.of(false, true),
                        Map.of("東", List.of("higasi", "azuma")),
                        Map.of("東", 6.5),
                        Map.of("光", 9.25),
                        Nicknames.of(Map.of("alexander", List.of("alec", "sasha"))),
                        Map.of("firm", new Frequencies(50, 1, Map.of("bakery", 12), 30, 40))),
                new Blocking(List.of(List.of(KeyPart.PHONE), List.of(KeyPart.GIVEN_1, KeyPart.BIRTH)), 100, new long[] {
                    -2, 15
                }),
                .5,
                new Calibration(List.of(new Calibration.Knot(-1, -2), new Calibration.Knot(3, 2.5))));
    }

    private static String golden() throws IOException {
        try (InputStream file = PersonModelFormatTest.class.getResourceAsStream("person-model.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatAnswersTaughtIsKept() {
        PersonModel taught = small().withCorrection(Correction.of(
                List.of(new Correction.Example(0x21, 2, -1.5, 1), new Correction.Example(-1L >>> 4, 2, 2, 0))));
        PersonModel read = PersonModelFormat.read(PersonModelFormat.write(taught));
        assertThat(read).isEqualTo(taught);
        assertThat(read.correction().of(0x21, -1)).isEqualTo(taught.correction().of(0x21, -1));
        assertThat(read.correction().of(0x21, -1)).isPositive();
        String damaged = PersonModelFormat.write(taught).replace("\"21\"", "\"2x\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonModelFormat.read(damaged))
                .withMessageContaining("answers");
    }

    @Test
    void aModelIsWrittenInOneFormOnly() throws IOException {
        assertThat(PersonModelFormat.write(small())).isEqualToNormalizingNewlines(golden());
        assertThat(PersonModelFormat.read(golden())).isEqualTo(small());
        assertThat(PersonModelFormat.isPersonModel(golden())).isTrue();
        assertThat(PersonModelFormat.isPersonModel("{}")).isFalse();
        assertThat(PersonModelFormat.isPersonModel("no JSON")).isFalse();
    }

    @Test
    void whatWasLearnedIsReadAsItWasWritten() {
        for (boolean japanese : new boolean[] {false, true}) {
            Table table = new Townspeople(300, japanese, 5).table();
            PersonModel model =
                    Deduplicator.of(Townspeople.roles()).dedupe(table).model();
            String json = PersonModelFormat.write(model);
            PersonModel read = PersonModelFormat.read(json);
            assertThat(read).isEqualTo(model);
            assertThat(PersonModelFormat.write(read)).isEqualTo(json);
            assertThat(Deduplicator.with(read).dedupe(table).model()).isEqualTo(model);
        }
    }

    @Test
    void restrictedAndRareValuesAreNotInTheFile() {
        TableBuilder people = new TableBuilder(List.of("family", "number"));
        for (int i = 0; i < 60; i++) {
            people.add("r" + i, List.of(i < 30 ? "Mountford" : i < 34 ? "Quill" : "Name" + i, "token" + i % 3));
        }
        Map<String, Role> roles = Map.of("family", Role.FAMILY_NAME, "number", Role.NATIONAL_ID);
        PersonModel model = Deduplicator.of(roles).dedupe(people.build()).model();
        assertThat(PersonModelFormat.write(model)).doesNotContain("token1").doesNotContain("quill");
        assertThat(model.toString()).doesNotContain("mountford");
        assertThat(model.frequencies().toString()).doesNotContain("mountford");
    }

    private static void refused(String json, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonModelFormat.read(json))
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cdm-person-model|cdm-model|format",
                "\"version\" : 1|\"version\" : 2|version",
                "\"version\" : 1|\"version\" : \"1\"|version",
                "\"threshold\" : 0.5|\"threshold\" : 1.5|threshold",
                "\"threshold\" : 0.5|\"limit\" : 0.5|threshold",
                "\"tel\" : \"phone\"|\"tel\" : \"fax\"|fax",
                "\"persons\" : 0.001|\"persons\" : 0|persons",
                "\"persons\" : 0.001|\"persons\" : \"NaN\"|persons",
                "\"kind\" : \"phone\"|\"kind\" : \"fax\"|kind",
                "\"person\" : 0.75|\"person\" : 1.75|person",
                "\"person\" : 0.75|\"person\" : \"NaN\"|person",
                "\"stranger\" : 1.0E-5|\"stranger\" : 0|stranger",
                "\"level\" : \"the same number\"|\"level\" : \"so so\"|so so",
                "\"groups\"|\"sets\"|groups",
                "\"entities\" : 900|\"entities\" : -1|entities",
                "\"agreement\" : 1.0E-4|\"agreement\" : 2|agreement",
                "\"5550100\" : 7|\"5550100\" : 0|counts",
                "\"5550100\" : 7|\"5550100\" : 1.5|counts",
                "\"given-1 birth\"|\"given-1 death\"|death",
                "\"cap\" : 100|\"cap\" : 1|cap",
                "\"fffffffffffffffe\"|\"x\"|hot",
                "\"japanese\" : true|\"japanese\" : 1|japanese",
                "\"calibration\"|\"other\"|calibration",
                "[ 3.0, 2.5 ]|[ 3.0, -2.5 ]|knots",
                "[ 3.0, 2.5 ]|[ 3.0 ]|calibration",
                "\"shares\"|\"parts\"|shares",
            })
    void impossibleFilesAreRefusedWithAReason(String part, String other, String reason) throws IOException {
        assertThat(golden()).contains(part);
        refused(golden().replace(part, other), reason);
    }

    @Test
    void whatIsNoJsonIsRefused() {
        refused("", "json");
        refused("[]", "json");
        refused("{\"format\":", "json");
    }
}
