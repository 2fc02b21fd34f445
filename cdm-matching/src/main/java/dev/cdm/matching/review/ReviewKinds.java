package dev.cdm.matching.review;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Kinds;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.TableKind;
import dev.cdm.matching.review.ReviewQuestion.State;
import java.util.List;
import java.util.Locale;

/** What this room keeps. Both kinds tell about the two records of a pair, so that erasing either erases all about it. */
public final class ReviewKinds implements Kinds {

    /** What stewards did; the index {@code question} finds the acts on a question. */
    public static final LogKind<ReviewAnswer> ANSWERS = LogKind.named("review_answer", ReviewAnswer.class)
            .index("question", answer -> List.of(answer.question()))
            .subjects(answer -> List.of(answer.first().text(), answer.second().text()))
            .keyedBy(ReviewAnswer::id);

    /**
     * The questions by the id of their pair; the index {@code state} finds those of a state, of the open ones the most
     * valuable first.
     */
    public static final TableKind<ReviewQuestion> QUESTIONS = TableKind.named("review_question", ReviewQuestion.class)
            .index("state", question -> List.of(place(question)))
            .subjects(question ->
                    List.of(question.first().text(), question.second().text()))
            .keyedBy(ReviewQuestion::id);

    /** For {@link java.util.ServiceLoader} and for handing over. */
    public ReviewKinds() {}

    @Override
    public List<Kind<?>> all() {
        return ImmutableList.of(ANSWERS, QUESTIONS);
    }

    /** The state and the priority as text that sorts descending; positive doubles sort like their bits. */
    private static String place(ReviewQuestion question) {
        long bits = Double.doubleToLongBits(question.priority() + 0.0);
        return from(question.state()) + String.format(Locale.ROOT, "%016x", Long.MAX_VALUE - bits);
    }

    static String from(State state) {
        return state.name() + ":";
    }

    static String to(State state) {
        return state.name() + ":g";
    }
}
