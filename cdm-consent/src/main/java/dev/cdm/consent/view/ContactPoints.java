package dev.cdm.consent.view;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.contact.Channel;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.EmailAddress;
import dev.cdm.core.value.PhoneNumber;
import dev.cdm.core.value.PostalAddress;
import java.util.Optional;
import java.util.Set;

/** Which values are addresses or numbers, and the channels on which they can be used. */
final class ContactPoints {

    private static final ImmutableSet<Channel> EMAIL = ImmutableSet.of(Channel.EMAIL);
    private static final ImmutableSet<Channel> PHONE =
            ImmutableSet.of(Channel.SMS, Channel.LIVE_CALL, Channel.AUTOMATED_CALL, Channel.FAX);
    private static final ImmutableSet<Channel> POST = ImmutableSet.of(Channel.POST, Channel.IN_PERSON);

    private ContactPoints() {}

    static Optional<Set<Channel>> channels(AttributeValue value) {
        if (value instanceof EmailAddress) {
            return Optional.of(EMAIL);
        }
        if (value instanceof PhoneNumber) {
            return Optional.of(PHONE);
        }
        return value instanceof PostalAddress ? Optional.of(POST) : Optional.empty();
    }
}
