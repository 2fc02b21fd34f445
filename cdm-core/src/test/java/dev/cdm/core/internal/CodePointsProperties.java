package dev.cdm.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CodePointsProperties {

    @Property(tries = 500)
    void theOrderIsThatOfTheUtf8Bytes(@ForAll String first, @ForAll String second) {
        if (CodePoints.storable(first) && CodePoints.storable(second)) {
            int bytes = Arrays.compareUnsigned(
                    first.getBytes(StandardCharsets.UTF_8), second.getBytes(StandardCharsets.UTF_8));
            assertThat(Integer.signum(CodePoints.compare(first, second))).isEqualTo(Integer.signum(bytes));
        }
    }

    @Property(tries = 500)
    void aStorableTextSurvivesUtf8(@ForAll String text) {
        String back = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(CodePoints.storable(text)).isEqualTo(back.equals(text) && text.indexOf('\0') < 0);
    }

    @Test
    void anEmojiComesAfterHalfWidthKana() {
        assertThat(CodePoints.compare("\uff71", "\ud83d\ude00")).isNegative();
        assertThat("\uff71".compareTo("\ud83d\ude00")).isPositive();
        assertThat(CodePoints.storable("\ud83d\ude00")).isTrue();
        assertThat(CodePoints.storable("\ude00\ud83d")).isFalse();
        assertThat(CodePoints.storable("\ud83d")).isFalse();
    }
}
