package dev.cdm.core.permission;

import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import dev.cdm.core.storage.UnitOfWork;
import java.util.Optional;

/**
 * Says whether an attribute of a profile may be used for a purpose and shown to a recipient. Thread-safe.
 */
@FunctionalInterface
public interface UseGate {

    /**
     * {@return whether the use is permitted, and if not why}
     *
     * @param use what is asked
     * @param work the unit of work in which the answer must hold
     */
    Permission mayUse(Use use, UnitOfWork work);

    /** {@return the gate that refuses every use: the default while no consent module answers} */
    static UseGate closed() {
        return (use, work) -> Permission.refuse("NO_CONSENT_MODULE");
    }

    /**
     * A use of data.
     *
     * @param profile whose data
     * @param attribute the name of the attribute
     * @param purpose what for
     * @param recipient to whom; empty text stands for the host itself
     */
    record Use(ProfileId profile, String attribute, PurposeId purpose, String recipient) {

        /**
         * {@return a use by the host itself}
         *
         * @param profile whose data
         * @param attribute the name of the attribute
         * @param purpose what for
         */
        public static Use byHost(ProfileId profile, String attribute, PurposeId purpose) {
            return new Use(profile, attribute, purpose, "");
        }

        /** {@return the recipient, if it is not the host itself} */
        public Optional<RecipientId> recipientId() {
            return recipient.isEmpty() ? Optional.empty() : Optional.of(new RecipientId(recipient));
        }
    }
}
