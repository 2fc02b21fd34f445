package dev.cdm.core.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.value.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagFactsTest {

    @ParameterizedTest
    @CsvSource({
        "wants on-site service (negative), wants on-site service, -1",
        "trial sign-up [+], trial sign-up, 1",
        "訪問対応を希望（ネガティブ）, 訪問対応を希望, -1",
        "likes hats (blue), likes hats (blue), 0",
        "budget cut, budget cut, 0",
        "budget cut;-1, budget cut, -1",
        "' a;1', a;1, 0"
    })
    void aTagHasThePolarityWrittenBehindIt(String text, String name, int polarity) {
        Tag tag = Facts.tag(text).value().orElseThrow();
        assertThat(tag).isEqualTo(new Tag(name, polarity));
        assertThat(Facts.tag(tag.canonicalText()).value()).contains(tag);
    }

    @Test
    void aTagWithoutVisibleCharactersIsMalformed() {
        assertThat(Facts.tag("\u200b ").value()).isEmpty();
        assertThat(Facts.tag("(+)").value()).contains(new Tag("(+)", 0));
    }
}
