package dev.cdm.core.permission;

import dev.cdm.core.internal.Checks;

/**
 * An answer of a gate.
 *
 * @param granted whether it is permitted
 * @param reason a stable code, without personal data, such as {@code NO_LEGAL_GROUND}; empty if granted without more
 */
public record Permission(boolean granted, String reason) {

    private static final Permission GRANTED = new Permission(true, "");

    /** Checks that a refusal has a reason. */
    public Permission {
        Checks.require(granted || !reason.isBlank(), "reason", "must be given for a refusal");
    }

    /** {@return the plain yes} */
    public static Permission grant() {
        return GRANTED;
    }

    /**
     * {@return a no}
     *
     * @param reason the stable code of the reason
     */
    public static Permission refuse(String reason) {
        return new Permission(false, reason);
    }
}
