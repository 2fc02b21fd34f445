package dev.cdm.consent.subscription;

import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.pack.Reason;
import dev.cdm.core.model.PurposeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a person stands with one topic, at one address or in general. The contact point is personal and stays out of
 * {@code toString}.
 *
 * @param topic the purpose
 * @param channel the channel, or null for all
 * @param contactPoint the canonical text of the address or number, or empty for the person
 * @param state the state
 * @param since since when, as far as events tell, or null
 */
public record Subscription(
        PurposeId topic,
        @Nullable Channel channel,
        String contactPoint,
        State state,
        @Nullable Instant since) {

    @Override
    public String toString() {
        return "Subscription[" + topic + " " + state + "]";
    }

    /** A state of a subscription. */
    public enum State {
        /** Messages may be sent, as far as the person's wish goes. */
        SUBSCRIBED,
        /** The person was asked, or agreed and did not confirm yet, or the agreement acts later. */
        PENDING,
        /** The person said no, took an agreement back, objected or opted out. */
        UNSUBSCRIBED,
        /** The agreement ran out, or must be asked again because the notice changed. */
        LAPSED,
        /** The address is on the suppression list. */
        SUPPRESSED,
        /** What there is does not count as an agreement. */
        NONE;

        static State of(Reason reason) {
            return switch (reason) {
                case CONSENT, GROUND -> SUBSCRIBED;
                case PENDING_CONFIRMATION, NOT_YET_EFFECTIVE -> PENDING;
                case WITHDRAWN, REFUSED, OBJECTED, OPTED_OUT, RESTRICTED, RESTRICTED_PENDING -> UNSUBSCRIBED;
                case EXPIRED, RECONSENT_REQUIRED, INVALIDATED -> LAPSED;
                default -> NONE;
            };
        }
    }
}
