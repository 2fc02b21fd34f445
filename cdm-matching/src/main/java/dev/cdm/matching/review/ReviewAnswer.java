package dev.cdm.matching.review;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.model.RecordId;
import java.time.Instant;

/**
 * One act of one steward on a question, as the log keeps it. Immutable.
 *
 * @param first the record whose id comes first by code point
 * @param second the other record
 * @param act what the steward did
 * @param steward the id of the steward
 * @param reason why, without personal data; may be empty
 * @param at when
 */
public record ReviewAnswer(RecordId first, RecordId second, Act act, String steward, String reason, Instant at) {

    /** What a steward can do with a question. */
    public enum Act {
        /** The records are one entity. */
        ACCEPT,
        /** They are two. */
        REJECT,
        /** It cannot be told. */
        NOT_SURE,
        /** Somebody else, or later. */
        SKIP
    }

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if the steward is blank or the records are one
     */
    public ReviewAnswer {
        Checks.require(!first.equals(second), "second", "must be another record than `first`");
        Checks.notBlank(steward, "steward");
    }

    /** {@return the id: a hash of everything but the reason, 27 characters} */
    public String id() {
        return new ContentHash()
                .add(question())
                .add(act.name())
                .add(steward)
                .add(at.toString())
                .finish();
    }

    /** {@return the id of the question} */
    public String question() {
        return ReviewQuestion.id(first, second);
    }

    /** {@return the records, the act and the steward} */
    @Override
    public String toString() {
        return "ReviewAnswer[" + first + " " + second + " " + act + " by " + steward + "]";
    }
}
