package dev.cdm.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChecksTest {

    @Test
    void aFailureNamesParameterRuleAndValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.between(1.4, 0, 1, "threshold"))
                .withMessage("`threshold` must be between 0.0 and 1.0, was 1.4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.between(101, 0, 100, "trust"))
                .withMessage("`trust` must be between 0 and 100, was 101");
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.between(Double.NaN, 0, 1, "threshold"));
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.notBlank("\t", "key"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.notNegative(Duration.ofSeconds(-1), "tolerance"))
                .withMessage("`tolerance` must not be negative, was PT-1S");
    }

    @Test
    void whatHoldsIsGivenBack() {
        assertThat(Checks.between(0.5, 0, 1, "threshold")).isEqualTo(0.5);
        assertThat(Checks.notBlank("a", "key")).isEqualTo("a");
        assertThat(Checks.notNegative(Duration.ZERO, "tolerance")).isZero();
    }
}
