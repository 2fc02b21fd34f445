package dev.cdm.consent.recipient;

import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import dev.cdm.core.model.RecordId;
import java.time.Instant;
import java.util.Set;

/**
 * That data were disclosed: to whom, what for, which attributes, when. It tells no value. APPI Art. 29, GDPR Art. 15(1)(c).
 *
 * @param id the id
 * @param subjects the record ids of the person
 * @param recipient to whom
 * @param purpose what for
 * @param attributes the names of the attributes
 * @param at when
 */
public record Disclosed(
        String id,
        Set<RecordId> subjects,
        RecipientId recipient,
        PurposeId purpose,
        Set<String> attributes,
        Instant at) {

    /** Copies the sets. */
    public Disclosed {
        subjects = ImmutableSet.copyOf(subjects);
        attributes = ImmutableSet.copyOf(attributes);
    }

    /**
     * {@return a disclosure whose id is a hash of its content}
     *
     * @param subjects the record ids of the person
     * @param recipient to whom
     * @param purpose what for
     * @param attributes the names of the attributes
     * @param at when
     */
    public static Disclosed of(
            Set<RecordId> subjects, RecipientId recipient, PurposeId purpose, Set<String> attributes, Instant at) {
        ContentHash hash =
                new ContentHash().add(recipient.text()).add(purpose.text()).add(at.toString());
        subjects.stream().sorted().forEach(subject -> hash.add(subject.text()));
        attributes.stream().sorted().forEach(hash::add);
        return new Disclosed(hash.finish(), subjects, recipient, purpose, attributes, at);
    }
}
