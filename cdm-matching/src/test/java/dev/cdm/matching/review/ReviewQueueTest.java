package dev.cdm.matching.review;

import static dev.cdm.matching.review.Desk.ask;
import static dev.cdm.matching.review.Desk.id;
import static dev.cdm.matching.review.Desk.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.identity.LinkVerdict.ContradictionException;
import dev.cdm.matching.joining.Answer;
import dev.cdm.matching.joining.Answer.Opinion;
import dev.cdm.matching.review.ReviewAnswer.Act;
import dev.cdm.matching.review.ReviewQuestion.State;
import dev.cdm.matching.review.ReviewQuestion.Vote;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewQueueTest {

    private final Desk desk = new Desk().receive(1, 2, 3, 4);
    private final ReviewQueue queue = desk.queue;

    @Test
    void theMostValuableQuestionComesFirst() {
        assertThat(queue.raise(List.of(ask(1, 2, .5), ask(3, 4, 12), ask(1, 3, 2))))
                .isEqualTo(3);
        assertThat(queue.next("anna", 2)).extracting(ReviewQuestion::priority).containsExactly(12.0, 2.0);
        assertThat(queue.next("anna", 9)).hasSize(3);
        assertThatIllegalArgumentException().isThrownBy(() -> queue.next(" ", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> queue.next("anna", 0));
    }

    @Test
    void anAcceptedPairIsJoinedAndARejectedOneStaysApart() {
        queue.raise(List.of(ask(2, 1, 1), ask(3, 4, 1)));
        ReviewQuestion accepted =
                queue.answer(id(1, 2), Opinion.MATCH, "anna", "same passport").orElseThrow();
        assertThat(accepted.state()).isEqualTo(State.ANSWERED);
        assertThat(desk.together(1, 2)).isTrue();
        queue.answer(id(3, 4), Opinion.NO_MATCH, "anna", "");
        assertThatThrownBy(() -> desk.customers.merge(record(3), record(4), "ben", ""))
                .isInstanceOf(ContradictionException.class);
        assertThat(queue.answers())
                .containsExactlyInAnyOrder(
                        new Answer("crm/c1", "crm/c2", Opinion.MATCH),
                        new Answer("crm/c3", "crm/c4", Opinion.NO_MATCH));
        assertThat(queue.history(id(1, 2)))
                .extracting(ReviewAnswer::act, ReviewAnswer::steward, ReviewAnswer::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Act.ACCEPT, "anna", "same passport"));
    }

    @Test
    void anAnsweredQuestionIsNotRaisedAgainAndKeepsItsAnswer() {
        queue.raise(List.of(ask(1, 2, 1)));
        queue.answer(id(1, 2), Opinion.NO_MATCH, "anna", "");
        assertThat(queue.raise(List.of(ask(1, 2, 9, "model-2")))).isZero();
        assertThat(queue.next("ben", 5)).isEmpty();
        assertThat(queue.answer(id(1, 2), Opinion.MATCH, "ben", "")
                        .orElseThrow()
                        .votes())
                .extracting(Vote::steward)
                .containsExactly("anna");
        assertThat(desk.together(1, 2)).isFalse();
    }

    @Test
    void whoIsNotSureEndsTheQuestionWithoutAVerdict() {
        queue.raise(List.of(ask(1, 2, 1)));
        assertThat(queue.answer(id(1, 2), Opinion.NOT_SURE, "anna", "")
                        .orElseThrow()
                        .state())
                .isEqualTo(State.ANSWERED);
        assertThat(queue.next("ben", 5)).isEmpty();
        assertThat(desk.together(1, 2)).isFalse();
        desk.customers.merge(record(1), record(2), "ben", "");
        assertThat(desk.together(1, 2)).isTrue();
    }

    @Test
    void aSkippedQuestionComesBackWithAnotherModelAndCanBeAnswered() {
        queue.raise(List.of(ask(1, 2, 1), ask(3, 4, 1)));
        assertThat(queue.skip(id(1, 2), "anna", "later").orElseThrow().state()).isEqualTo(State.SKIPPED);
        queue.skip(id(3, 4), "anna", "");
        assertThat(queue.next("ben", 5)).isEmpty();
        assertThat(queue.raise(List.of(ask(1, 2, 3)))).isZero();
        assertThat(queue.raise(List.of(ask(1, 2, 3, "model-2")))).isOne();
        assertThat(queue.next("ben", 5)).hasSize(1);
        queue.answer(id(3, 4), Opinion.MATCH, "ben", "");
        assertThat(desk.together(3, 4)).isTrue();
    }

    @Test
    void raisingAgainRenewsWhatIsKnownAndCountsNothing() {
        queue.raise(List.of(ask(1, 2, 1)));
        assertThat(queue.raise(List.of(ask(2, 1, 7, "model-2")))).isZero();
        ReviewQuestion question = queue.question(id(2, 1)).orElseThrow();
        assertThat(question.priority()).isEqualTo(7);
        assertThat(question.model()).isEqualTo("model-2");
    }

    @Test
    void twoPersonsMustAgreeAndADisputeNamesBoth() {
        ReviewQueue careful = queue.twoPersons();
        careful.raise(List.of(ask(1, 2, 1)));
        careful.answer(id(1, 2), Opinion.MATCH, "anna", "a");
        careful.answer(id(1, 2), Opinion.MATCH, "anna", "again");
        assertThat(desk.together(1, 2)).isFalse();
        assertThat(careful.next("anna", 5)).isEmpty();
        ReviewQuestion disputed =
                careful.answer(id(1, 2), Opinion.NO_MATCH, "ben", "b").orElseThrow();
        assertThat(disputed.isDisputed()).isTrue();
        assertThat(disputed.state()).isEqualTo(State.OPEN);
        assertThat(disputed.votes()).extracting(Vote::steward).containsExactly("anna", "ben");
        assertThat(careful.next("anna", 5)).containsExactly(disputed);
        careful.answer(id(1, 2), Opinion.MATCH, "ben", "convinced");
        assertThat(desk.together(1, 2)).isTrue();
        assertThat(careful.history(id(1, 2))).hasSize(4);
    }

    @Test
    void theVerdictNamesThoseWhoAgree() {
        List<String> given = new ArrayList<>();
        ReviewQueue careful = queue.twoPersons()
                .verdicts((first, second, same, who, why) -> given.add(same + " " + who + ": " + why));
        careful.raise(List.of(ask(1, 2, 1)));
        careful.answer(id(1, 2), Opinion.MATCH, "anna", "a");
        careful.answer(id(1, 2), Opinion.NO_MATCH, "ben", "b");
        careful.answer(id(1, 2), Opinion.NO_MATCH, "carla", "c");
        assertThat(given).containsExactly("false ben and carla: b; c");
    }

    @Test
    void questionsAboutJoinedOrUnknownRecordsAreNotAsked() {
        queue.raise(List.of(ask(1, 2, 1), ask(3, 4, 1)));
        desk.customers.merge(record(1), record(2), "ben", "");
        assertThat(queue.next("anna", 5)).extracting(ReviewQuestion::id).containsExactly(id(3, 4));
        assertThat(queue.raise(List.of(ask(1, 2, 1), ask(1, 99, 1)))).isZero();
        assertThat(queue.withdraw(List.of(record(1), record(2)))).isOne();
        assertThat(queue.question(id(1, 2)).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
        assertThat(queue.answer(id(1, 2), Opinion.NO_MATCH, "anna", "")).isEmpty();
        assertThat(queue.skip(id(1, 99), "anna", "")).isEmpty();
        desk.customers.separate(record(1), "ben", "");
        assertThat(queue.raise(List.of(ask(1, 2, 1)))).isOne();
    }

    @Test
    void anAnswerAboutRecordsThatWereJoinedMeanwhileIsNotTaken() {
        queue.raise(List.of(ask(1, 2, 1)));
        desk.customers.merge(record(1), record(2), "ben", "");
        assertThat(queue.answer(id(1, 2), Opinion.NO_MATCH, "anna", "")).isEmpty();
        assertThat(queue.history(id(1, 2))).isEmpty();
        assertThat(queue.question(id(1, 2)).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void anAnswerThatContradictsStandingVerdictsIsRefusedAndAskedAgain() {
        queue.raise(List.of(ask(1, 2, 1)));
        desk.customers.steward("ben", "").cannotLink(record(1), record(2));
        assertThatThrownBy(() -> queue.answer(id(1, 2), Opinion.MATCH, "anna", ""))
                .isInstanceOf(ContradictionException.class);
        ReviewQuestion question = queue.question(id(1, 2)).orElseThrow();
        assertThat(question.state()).isEqualTo(State.OPEN);
        assertThat(question.votes()).isEmpty();
    }

    @Test
    void aDecisionThatACrashKeptBackIsPassedOnLater() {
        ReviewQueue crashing = queue.verdicts((first, second, same, who, why) -> {
            throw new IllegalStateException("crash");
        });
        queue.raise(List.of(ask(1, 2, 1)));
        assertThatThrownBy(() -> crashing.answer(id(1, 2), Opinion.MATCH, "anna", ""))
                .hasMessage("crash");
        assertThat(queue.next("ben", 5)).isEmpty();
        assertThat(queue.settle()).isOne();
        assertThat(desk.together(1, 2)).isTrue();
        assertThat(queue.settle()).isZero();
    }

    @Test
    void aPairMustBeTwoRecordsAndNumbersInTheirRanges() {
        assertThatIllegalArgumentException().isThrownBy(() -> ask(1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ask(1, 2, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> ask(1, 2, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Vote(" ", Opinion.MATCH, ""));
        assertThat(ask(1, 2, 1)).hasToString("ReviewQuestion[crm/c1 crm/c2 OPEN, 0 votes]");
    }
}
