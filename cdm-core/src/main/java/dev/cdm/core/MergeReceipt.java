package dev.cdm.core;

import dev.cdm.core.identity.LinkVerdict;
import dev.cdm.core.model.ProfileId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a steward's merge did; what is needed to take it back.
 *
 * @param verdict the must-link that was given, or stood already
 * @param profile the profile in which the first record is now
 * @param absorbed the profile that was merged into it and redirects to it now; {@code null} if nothing changed, because
 *     the records were together already, or a gate or an older verdict forbids it
 */
public record MergeReceipt(
        LinkVerdict verdict, ProfileId profile, @Nullable ProfileId absorbed) {

    /** {@return the profile that redirects now, if any} */
    public Optional<ProfileId> redirected() {
        return Optional.ofNullable(absorbed);
    }
}
