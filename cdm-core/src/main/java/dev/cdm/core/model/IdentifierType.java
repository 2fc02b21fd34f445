package dev.cdm.core.model;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;

/**
 * The name of a type of identifier, such as {@code email} or {@code loyalty_number}. What the type may do, the identifier limits say.
 *
 * @param name the name, in lower case with underscores
 */
public record IdentifierType(String name) {

    /** Checks the text. */
    public IdentifierType {
        Checks.notBlank(name, "name");
        Checks.require(
                name.length() <= 200 && CodePoints.storable(name),
                "name",
                "must be storable text of at most 200 characters");
    }

    /** An e-mail address in normal form. */
    public static final IdentifierType EMAIL = new IdentifierType("email");
    /** A telephone number in E.164 form. */
    public static final IdentifierType PHONE = new IdentifierType("phone");
    /** The host's own user id, as in the Segment spec's {@code userId}. */
    public static final IdentifierType USER_ID = new IdentifierType("user_id");
    /** A device's or browser's id, as in the Segment spec's {@code anonymousId}. */
    public static final IdentifierType ANONYMOUS_ID = new IdentifierType("anonymous_id");
    /** The number of a loyalty programme. */
    public static final IdentifierType LOYALTY_NUMBER = new IdentifierType("loyalty_number");
    /** An account in a social network, as {@code network:handle}. */
    public static final IdentifierType SOCIAL_ACCOUNT = new IdentifierType("social_account");

    @Override
    public String toString() {
        return name;
    }
}
