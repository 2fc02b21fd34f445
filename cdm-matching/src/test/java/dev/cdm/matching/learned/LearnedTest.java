package dev.cdm.matching.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.matching.learned.Calibration.Knot;
import dev.cdm.matching.mixture.LevelWords;
import dev.cdm.matching.naming.Nicknames;
import dev.cdm.matching.person.FieldKind;
import dev.cdm.matching.person.FieldShape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LearnedTest {

    @Test
    void calibrationIsStraightBetweenKnotsAndParallelBeyond() {
        Calibration calibration = new Calibration(List.of(new Knot(-2, -4), new Knot(0, -1), new Knot(4, 1)));
        assertThat(calibration.apply(-2)).isEqualTo(-4);
        assertThat(calibration.apply(-1)).isEqualTo(-2.5);
        assertThat(calibration.apply(2)).isEqualTo(0);
        assertThat(calibration.apply(-12)).isEqualTo(-14);
        assertThat(calibration.apply(14)).isEqualTo(11);
        assertThat(Calibration.NONE.apply(3.5)).isEqualTo(3.5);
        assertThat(Calibration.NONE.isNone()).isTrue();
        assertThat(calibration.isNone()).isFalse();
    }

    @Test
    void calibrationMustNotTurnTheOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Calibration(List.of(new Knot(0, 1), new Knot(1, 0))))
                .withMessageContaining("`knots` must ascend");
        assertThatIllegalArgumentException().isThrownBy(() -> new Knot(Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Knot(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void aRareValueCountsAsTheMeanOfThem() {
        assertThat(new Frequencies(10, .1, Map.of("a", 4), 4, 6).rareCount()).isEqualTo(1.5);
        assertThat(new Frequencies(4, .1, Map.of("a", 4), 0, 0).rareCount()).isEqualTo(1);
    }

    @Test
    void hotValuesAreFound() {
        Blocking blocking = new Blocking(List.of(List.of(KeyPart.EMAIL)), 50, new long[] {7, -9, 7});
        assertThat(blocking.hot()).containsExactly(-9, 7);
        assertThat(blocking.isHot(-9)).isTrue();
        assertThat(blocking.isHot(8)).isFalse();
        assertThat(blocking).isEqualTo(blocking.withHot(blocking.hot())).isNotEqualTo(blocking.withHot(new long[0]));
        assertThat(blocking).hasToString("1 keys, 2 hot values above 50 records");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Blocking(List.of(List.of()), 50, new long[0]))
                .withMessageContaining("`keys` must have parts");
    }

    @Test
    void aNameHasOneOrTwoReadings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conventions(
                        true, List.of(), Map.of("a", List.of()), Map.of(), Map.of(), Nicknames.usual(), Map.of()))
                .withMessageContaining("`readings` must be one or two");
    }

    @ParameterizedTest
    @EnumSource(FieldKind.class)
    void everyLevelHasWordsOfItsOwn(FieldKind kind) {
        List<String> words = LevelWords.of(kind);
        assertThat(words)
                .hasSize(FieldShape.known(kind, "x", true, true).levels() - 1)
                .doesNotHaveDuplicates();
    }
}
