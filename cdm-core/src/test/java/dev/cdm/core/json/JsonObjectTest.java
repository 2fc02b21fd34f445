package dev.cdm.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.value.DateValue;
import dev.cdm.core.value.TextValue;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

    private static final JsonObject INNER = JsonObject.builder().put("a", 1).build();

    private static JsonObject.Builder everything() {
        return JsonObject.builder()
                .put("text", "a \"b\"")
                .put("number", Long.MIN_VALUE)
                .put("decimal", 0.1)
                .put("whole", 3.0)
                .put("flag", true)
                .put("no", false)
                .put("time", Instant.parse("2026-03-02T12:00:00.5Z"))
                .put("constant", ObservationKind.PATCH)
                .put("object", INNER)
                .put("value", new DateValue(LocalDate.of(1, 1, 1)))
                .putTexts("texts", List.of("x", "😀"))
                .putTexts("none", List.of())
                .putObjects("objects", List.of(INNER, INNER))
                .putObjects("nothing", List.of())
                .putUnlessEmpty("empty", "")
                .putUnlessEmpty("full", "x");
    }

    @Test
    void givesBackWhatWasPut() throws IOException {
        String text = Tokens.write(JsonCodec.ObjectFormat.PLAIN, everything().build());
        JsonObject object = Tokens.read(JsonCodec.ObjectFormat.PLAIN, text);
        assertThat(object)
                .isEqualTo(everything().build())
                .hasSameHashCodeAs(everything().build());
        assertThat(object.text("text")).isEqualTo("a \"b\"");
        assertThat(object.text("missing", "other")).isEqualTo("other");
        assertThat(object.text("full", "other")).isEqualTo("x");
        assertThat(object.number("number")).isEqualTo(Long.MIN_VALUE);
        assertThat(object.decimal("decimal")).isEqualTo(0.1);
        assertThat(object.decimal("number")).isEqualTo(-0x1p63);
        assertThat(object.flag("flag")).isTrue();
        assertThat(object.flag("no")).isFalse();
        assertThat(object.time("time")).isEqualTo("2026-03-02T12:00:00.500Z");
        assertThat(object.constant("constant", ObservationKind.class)).isEqualTo(ObservationKind.PATCH);
        assertThat(object.object("object")).isEqualTo(INNER);
        assertThat(object.value("value", DateValue.class)).isEqualTo(new DateValue(LocalDate.of(1, 1, 1)));
        assertThat(object.texts("texts")).containsExactly("x", "😀");
        assertThat(object.texts("none")).isEmpty();
        assertThat(object.objects("objects")).containsExactly(INNER, INNER);
        assertThat(object.names()).doesNotContain("none", "nothing", "empty", "no");
        assertThat(object.has("full")).isTrue();
    }

    @Test
    void fieldsKeepTheirOrder() {
        JsonObject swapped = JsonObject.builder().put("b", 1).put("a", 2).build();
        JsonObject sorted = JsonObject.builder().put("a", 2).put("b", 1).build();
        assertThat(swapped).isNotEqualTo(sorted).isNotEqualTo("x");
        assertThat(swapped.toBuilder().put("b", 3).remove("c").build().names()).containsExactly("b", "a");
        assertThat(swapped).hasToString("JsonObject[b, a]");
    }

    @Test
    void whatIsNotThereOrOfAnotherTypeIsRefusedByName() {
        JsonObject object = everything().build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> object.text("missing"))
                .withMessage("`missing` must be there as String");
        assertThatIllegalArgumentException().isThrownBy(() -> object.number("decimal"));
        assertThatIllegalArgumentException().isThrownBy(() -> object.flag("text"));
        assertThatIllegalArgumentException().isThrownBy(() -> object.texts("objects"));
        assertThatIllegalArgumentException().isThrownBy(() -> object.value("value", TextValue.class));
        assertThatIllegalArgumentException().isThrownBy(() -> object.value("object", TextValue.class));
        assertThatIllegalArgumentException().isThrownBy(() -> object.constant("text", ObservationKind.class));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonObject.builder().put("x", Double.NaN))
                .withMessage("`x` must be finite, was NaN");
    }
}
