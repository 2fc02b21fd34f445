package dev.cdm.matching.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.matching.mixture.Correction.Example;
import dev.cdm.matching.mixture.Correction.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionTest {

    private static final long ONE = 0x441;
    private static final long LIKE_ONE = 0x141;
    private static final long OTHER = 0x212;

    private static Example example(long pattern, double logit, double outcome) {
        return new Example(pattern, 3, logit, outcome);
    }

    @Test
    void withoutAnswersNothingIsCorrected() {
        assertThat(Correction.of(List.of())).isEqualTo(Correction.NONE);
        assertThat(Correction.NONE.isNone()).isTrue();
        assertThat(Correction.NONE.of(ONE, 3)).isZero();
    }

    @Test
    void answersMovePairsOfTheirPatternMostAndUnlikeOnesLeast() {
        Correction yes = Correction.of(List.of(example(ONE, -1, 1), example(ONE, -1.5, 1), example(ONE, -.5, 1)));
        assertThat(yes.of(ONE, -1)).isGreaterThan(1);
        assertThat(yes.of(LIKE_ONE, -1)).isPositive().isLessThan(yes.of(ONE, -1));
        assertThat(yes.of(OTHER, -1)).isPositive().isLessThan(yes.of(LIKE_ONE, -1));
        Correction no = Correction.of(List.of(example(ONE, 1, 0), example(ONE, 2, 0)));
        assertThat(no.of(ONE, 1)).isLessThan(-1);
    }

    @Test
    void anAnswerThatWasExpectedHardlyMovesAnything() {
        assertThat(Correction.of(List.of(example(ONE, 6, 1))).of(ONE, 6)).isLessThan(.05);
    }

    @Test
    void answersInAnyOrderTeachTheSame() {
        List<Example> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(example(i % 3 == 0 ? ONE : i % 3 == 1 ? LIKE_ONE : OTHER, i / 5.0 - 3, i % 2));
        }
        double before = Correction.of(answers).of(ONE, .5);
        Collections.reverse(answers);
        assertThat(Correction.of(answers).of(ONE, .5)).isCloseTo(before, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void aFarOffAnswerDoesNotTearTheModelApart() {
        Correction odd = Correction.of(List.of(example(ONE, 30, 0), example(ONE, -30, 1)));
        assertThat(odd.of(ONE, 0)).isBetween(-6.0, 6.0);
        assertThat(odd.of(OTHER, 8)).isBetween(-6.0, 6.0);
    }

    @Test
    void theFirstQuestionIsAboutWhatManyPairsHangOn() {
        List<Example> pairs = new ArrayList<>(List.of(example(OTHER, -.05, 0)));
        for (int i = 0; i < 50; i++) {
            pairs.add(example(ONE, -.6 + i % 5 / 50.0, 0));
        }
        List<Question> questions = Correction.NONE.questions(pairs, 0, 60);
        assertThat(questions.get(0).pair()).isPositive();
        assertThat(questions.get(0).value()).isGreaterThan(1);
        assertThat(questions).extracting(Question::pair).doesNotHaveDuplicates().hasSize(51);
        assertThat(Correction.NONE.questions(pairs, 0, 0)).isEmpty();
        assertThat(Correction.NONE.questions(List.of(), 0, 3)).isEmpty();
    }

    @Test
    void aDecidedPatternIsNotWorthAQuestion() {
        List<Example> pairs = List.of(example(ONE, 9, 0), example(OTHER, -9, 0), example(LIKE_ONE, .5, 0));
        assertThat(Correction.NONE.questions(pairs, 0, 9))
                .extracting(Question::pair)
                .containsExactly(2);
    }

    @Test
    void numbersMustBeInTheirRanges() {
        assertThatIllegalArgumentException().isThrownBy(() -> example(ONE, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> example(ONE, 1, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Example(ONE, 0, 1, 1));
        assertThat(Correction.of(List.of(example(ONE, 1, 1)))).hasToString("Correction by 1 answers");
    }
}
