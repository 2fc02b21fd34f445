package dev.cdm.consent.recipient;

import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.RecipientId;
import java.util.Set;

/**
 * Somebody to whom data may be disclosed, or a group of them. Immutable.
 *
 * @param id the id
 * @param name what a person reads
 * @param country where it is: an ISO 3166-1 code, or empty if unknown
 * @param role what it is to the controller
 * @param groups the ids of the groups it belongs to; a purpose that names a group allows its members
 */
public record Recipient(RecipientId id, String name, String country, Role role, Set<RecipientId> groups) {

    /** Checks the name and copies the groups. */
    public Recipient {
        Checks.notBlank(name, "name");
        groups = ImmutableSet.copyOf(groups);
    }

    /**
     * Creates a recipient that belongs to no group.
     *
     * @param id the id
     * @param name what a person reads
     * @param country where it is: an ISO 3166-1 code, or empty if unknown
     * @param role what it is to the controller
     */
    public Recipient(RecipientId id, String name, String country, Role role) {
        this(id, name, country, role, ImmutableSet.of());
    }

    /** What a recipient is to the controller: GDPR Art. 4(7)-(10), APPI Art. 27(5). */
    public enum Role {
        /** Acts on the controller's behalf. */
        PROCESSOR("dpv:DataProcessor"),
        /** Decides together with the controller, announced. */
        JOINT_CONTROLLER("dpv:JointDataControllers"),
        /** Decides for itself. */
        THIRD_PARTY("dpv:ThirdParty"),
        /** An authority. */
        AUTHORITY("dpv:Authority");

        private final String dpv;

        Role(String dpv) {
            this.dpv = dpv;
        }

        /** {@return the term of the W3C Data Privacy Vocabulary 2.3, prefix and name} */
        public String dpv() {
            return dpv;
        }
    }
}
