package dev.cdm.matching.review;

import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.Versioned;
import dev.cdm.matching.review.ReviewQuestion.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads questions and answers, page by page. */
final class ReviewStore {

    private static final int PAGE = 200;

    private ReviewStore() {}

    static Optional<Versioned<ReviewQuestion>> find(String id, UnitOfWork work) {
        return Optional.ofNullable(
                work.table(ReviewKinds.QUESTIONS).get(List.of(id)).get(id));
    }

    /** {@return the first questions of a state that a filter lets through, the most valuable first} */
    static List<ReviewQuestion> first(State state, Predicate<ReviewQuestion> filter, int most, UnitOfWork work) {
        return collect(cursor -> ofState(state, cursor, work), filter, most);
    }

    static List<ReviewQuestion> all(State state, UnitOfWork work) {
        return first(state, question -> true, Integer.MAX_VALUE, work);
    }

    static List<Versioned<ReviewQuestion>> about(RecordId record, UnitOfWork work) {
        String text = record.text();
        return collect(
                cursor -> work.table(ReviewKinds.QUESTIONS).by(Kind.SUBJECT, text, text, cursor, PAGE),
                question -> true,
                Integer.MAX_VALUE);
    }

    static List<ReviewAnswer> history(String question, UnitOfWork work) {
        List<ReviewAnswer> answers = collect(
                cursor -> work.log(ReviewKinds.ANSWERS).by("question", question, cursor, PAGE),
                answer -> true,
                Integer.MAX_VALUE);
        answers.sort(Comparator.comparing(ReviewAnswer::at).thenComparing(ReviewAnswer::id));
        return answers;
    }

    private static Page<ReviewQuestion> ofState(State state, Cursor cursor, UnitOfWork work) {
        return work.table(ReviewKinds.QUESTIONS)
                .by("state", ReviewKinds.from(state), ReviewKinds.to(state), cursor, PAGE)
                .map(Versioned::document);
    }

    private static <T> List<T> collect(Function<Cursor, Page<T>> pages, Predicate<? super T> filter, int most) {
        List<T> found = new ArrayList<>();
        Cursor cursor = Cursor.START;
        boolean last = false;
        while (!last && found.size() < most) {
            Page<T> page = pages.apply(cursor);
            for (T item : page.items()) {
                if (found.size() < most && filter.test(item)) {
                    found.add(item);
                }
            }
            cursor = page.next();
            last = page.last();
        }
        return found;
    }
}
