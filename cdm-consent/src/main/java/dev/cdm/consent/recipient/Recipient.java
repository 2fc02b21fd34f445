package dev.cdm.consent.recipient;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.RecipientId;

/**
 * Somebody to whom data may be disclosed.
 *
 * @param id the id
 * @param name what a person reads
 * @param country where it is: an ISO 3166-1 code, or empty if unknown
 * @param role what it is to the controller
 */
public record Recipient(RecipientId id, String name, String country, Role role) {

    /** Checks the name. */
    public Recipient {
        Checks.notBlank(name, "name");
    }

    /** What a recipient is to the controller: GDPR Art. 4(7)-(10), APPI Art. 27(5). */
    public enum Role {
        /** Acts on the controller's behalf. */
        PROCESSOR,
        /** Decides together with the controller, announced. */
        JOINT_CONTROLLER,
        /** Decides for itself. */
        THIRD_PARTY,
        /** An authority. */
        AUTHORITY
    }
}
