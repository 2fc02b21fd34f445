package dev.cdm.matching.review;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.model.RecordId;
import dev.cdm.matching.joining.Answer.Opinion;
import java.time.Instant;
import java.util.List;

/**
 * Whether two records are one entity, asked of people. It holds no value of a record. Immutable.
 *
 * @param first the record whose id comes first by code point
 * @param second the other record
 * @param cause why it is asked
 * @param probability that they are one entity, as the model sees it; from 0 to 1
 * @param priority what an answer is worth: how many pairs it is expected to set right; finite, at least 0
 * @param model the version of the model
 * @param agreement how the records compare, field by field and without values, such as {@code birth date: the same year}
 * @param asked when it was asked first
 * @param state where it stands
 * @param votes what people said and still say, the earliest first; one for each person
 */
public record ReviewQuestion(
        RecordId first,
        RecordId second,
        Cause cause,
        double probability,
        double priority,
        String model,
        List<String> agreement,
        Instant asked,
        State state,
        List<Vote> votes) {

    /** Why a question is asked. */
    public enum Cause {
        /** The pair scores too high to be dismissed and too low to be linked. */
        POSSIBLE,
        /** A record fits several profiles that are known to be different. */
        AMBIGUOUS
    }

    /** Where a question stands. */
    public enum State {
        /** It waits for an answer, or for that of another person. */
        OPEN,
        /** It is decided, and what follows is still to be passed on. */
        DECIDED,
        /** It is decided and passed on; it is not asked again. */
        ANSWERED,
        /** It was put aside; it can still be answered, and comes back when another model asks it. */
        SKIPPED,
        /** It has become idle: the records were joined. */
        WITHDRAWN
    }

    /**
     * What one person says.
     *
     * @param steward the id of the person
     * @param opinion what they say
     * @param reason why, without personal data; may be empty
     */
    public record Vote(String steward, Opinion opinion, String reason) {

        /** Checks the steward. */
        public Vote {
            Checks.notBlank(steward, "steward");
        }
    }

    /**
     * Puts the two records in order and checks the ranges.
     *
     * @throws IllegalArgumentException if the records are one, or a number is out of its range
     */
    public ReviewQuestion {
        Checks.require(!first.equals(second), "second", "must be another record than `first`");
        Checks.between(probability, 0, 1, "probability");
        Checks.require(
                Double.isFinite(priority) && priority >= 0, "priority", "must be finite and at least 0", priority);
        if (first.compareTo(second) > 0) {
            RecordId later = first;
            first = second;
            second = later;
        }
        agreement = ImmutableList.copyOf(agreement);
        votes = ImmutableList.copyOf(votes);
    }

    /**
     * {@return an open question, to be raised}
     *
     * @param first a record
     * @param second another one
     * @param cause why it is asked
     * @param probability that they are one entity; from 0 to 1
     * @param priority what an answer is worth; at least 0
     * @param model the version of the model
     * @param agreement how the records compare, without values
     */
    public static ReviewQuestion of(
            RecordId first,
            RecordId second,
            Cause cause,
            double probability,
            double priority,
            String model,
            List<String> agreement) {
        return new ReviewQuestion(
                first,
                second,
                cause,
                probability,
                priority,
                model,
                agreement,
                Instant.EPOCH,
                State.OPEN,
                ImmutableList.of());
    }

    /** {@return the id: a hash of the two records, 27 characters} */
    public String id() {
        return id(first, second);
    }

    /**
     * {@return the id of the question about two records, in any order}
     *
     * @param one a record
     * @param other another one
     */
    public static String id(RecordId one, RecordId other) {
        boolean ordered = one.compareTo(other) < 0;
        return new ContentHash()
                .add((ordered ? one : other).text())
                .add((ordered ? other : one).text())
                .finish();
    }

    /** {@return whether people contradict each other: one says match and another no match} */
    public boolean isDisputed() {
        return supporters(Opinion.MATCH) > 0 && supporters(Opinion.NO_MATCH) > 0;
    }

    long supporters(Opinion opinion) {
        return votes.stream().filter(vote -> vote.opinion() == opinion).count();
    }

    ReviewQuestion in(State other) {
        return new ReviewQuestion(first, second, cause, probability, priority, model, agreement, asked, other, votes);
    }

    ReviewQuestion askedAt(Instant time) {
        return new ReviewQuestion(first, second, cause, probability, priority, model, agreement, time, state, votes);
    }

    /** {@return what becomes of a former question about the same records when this one is raised} */
    ReviewQuestion after(ReviewQuestion former) {
        boolean opens = switch (former.state) {
            case OPEN, WITHDRAWN -> true;
            case SKIPPED -> !model.equals(former.model);
            case DECIDED, ANSWERED -> false;
        };
        return opens ? with(former.votes).askedAt(former.asked).in(State.OPEN) : former;
    }

    ReviewQuestion with(List<Vote> all) {
        return new ReviewQuestion(first, second, cause, probability, priority, model, agreement, asked, state, all);
    }

    /** The newest word of a person replaces what they said before. */
    ReviewQuestion with(Vote vote) {
        ImmutableList.Builder<Vote> all = ImmutableList.builder();
        votes.stream().filter(other -> !other.steward().equals(vote.steward())).forEach(all::add);
        return with(all.add(vote).build());
    }

    /** {@return what was decided: the last vote was the one that decided} */
    Opinion decision() {
        return votes.get(votes.size() - 1).opinion();
    }

    /** {@return the records, the state and how many have voted} */
    @Override
    public String toString() {
        return "ReviewQuestion[" + first + " " + second + " " + state + ", " + votes.size() + " votes]";
    }
}
