package dev.cdm.core;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.identity.LinkEvent.RefusedEdge;
import dev.cdm.core.identity.LinkVerdict;
import dev.cdm.core.identity.Partition;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.permission.ImpactProbe;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    static StewardPreview of(LinkVerdict.Preview preview, Fittings fittings, UnitOfWork work) {
        return new StewardPreview(
                profiles(preview.before(), fittings, work),
                profiles(preview.after(), fittings, work),
                preview.given(),
                preview.lifted(),
                preview.refused(),
                impact(preview, fittings, work));
    }

    private static List<Profile> profiles(Map<ProfileId, Set<RecordId>> members, Fittings fittings, UnitOfWork work) {
        Partition partition = fittings.resolver.partition(work);
        List<Profile> profiles = new ArrayList<>();
        members.forEach((id, records) -> profiles.add(
                fittings.assembler.assemble(id, partition.current(records).values())));
        return profiles;
    }

    /* Each profile that would be is compared with each present one that gives it records. */
    private static List<String> impact(LinkVerdict.Preview preview, Fittings fittings, UnitOfWork work) {
        Set<String> lines = new LinkedHashSet<>();
        for (Set<RecordId> after : preview.after().values()) {
            for (Set<RecordId> before : preview.before().values()) {
                if (!before.equals(after) && !Collections.disjoint(before, after)) {
                    fittings.probes.forEach(probe -> lines.addAll(probe.impact(before, after, work)));
                }
            }
        }
        return ImmutableList.copyOf(lines);
    }

    @Override
    public String toString() {
        return "StewardPreview[" + before.stream().map(Profile::id).toList() + " become "
                + after.stream().map(Profile::id).toList() + "]";
    }
}
