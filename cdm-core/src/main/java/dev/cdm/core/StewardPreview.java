package dev.cdm.core;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.identity.LinkEvent.RefusedEdge;
import dev.cdm.core.identity.LinkVerdict;
import dev.cdm.core.permission.ImpactProbe;
import dev.cdm.core.profile.Profile;
import java.util.List;

/**
 * What an act of a steward would do; nothing is written. Immutable.
 *
 * @param before the profiles it touches, with their golden values as they are now
 * @param after the profiles there would be in their place, with the golden values they would have; an id that is missing
 *     here would redirect
 * @param given the verdicts it would give; empty if they stand already
 * @param lifted the verdicts it would lift
 * @param refused the links that would not be made, and why: such as by the gate
 * @param impact what else would change, as the {@linkplain ImpactProbe probes} of other modules tell: ids and codes
 */
public record StewardPreview(
        List<Profile> before,
        List<Profile> after,
        List<LinkVerdict> given,
        List<LinkVerdict> lifted,
        List<RefusedEdge> refused,
        List<String> impact) {

    /** Copies the parts. */
    public StewardPreview {
        before = ImmutableList.copyOf(before);
        after = ImmutableList.copyOf(after);
        given = ImmutableList.copyOf(given);
        lifted = ImmutableList.copyOf(lifted);
        refused = ImmutableList.copyOf(refused);
        impact = ImmutableList.copyOf(impact);
    }

    @Override
    public String toString() {
        return "StewardPreview[" + before.stream().map(Profile::id).toList() + " become "
                + after.stream().map(Profile::id).toList() + "]";
    }
}
