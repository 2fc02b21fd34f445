package dev.cdm.core.identity;

import dev.cdm.core.identity.IdentityKinds.Membership;
import dev.cdm.core.identity.LinkEvent.Moved;
import dev.cdm.core.linking.SurvivorRule;
import dev.cdm.core.model.ProfileId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which id a profile bears: the birth id of one of its records. Of records seen at one time the first record id decides,
 * so that which id survives is no matter of chance.
 */
final class Survivors {

    private static final Comparator<Membership> OLDEST =
            Comparator.comparing(Membership::bornAt).thenComparing(Membership::record);

    private final Desk desk;
    private final SurvivorRule rule;

    Survivors(Desk desk, SurvivorRule rule) {
        this.desk = desk;
        this.rule = rule;
    }

    ProfileId of(List<Membership> members) {
        return switch (rule.order()) {
            case OLDEST -> first(members, OLDEST);
            case PREFERRED_SOURCE ->
                first(
                        members,
                        Comparator.<Membership>comparingInt(
                                        member -> rule.place(member.record().system()))
                                .thenComparing(OLDEST));
            case LARGEST -> largest(members);
        };
    }

    private static ProfileId first(Collection<Membership> members, Comparator<Membership> order) {
        return members.stream().min(order).orElseThrow().birth();
    }

    /* Where a part bears no id that was born in it, it takes the one that most of its members bore last. */
    private ProfileId largest(List<Membership> members) {
        Map<ProfileId, Membership> births = new LinkedHashMap<>();
        members.forEach(member -> births.put(member.birth(), member));
        Map<ProfileId, Integer> votes = new HashMap<>();
        for (Membership member : members) {
            if (births.containsKey(member.profile())) {
                votes.merge(member.profile(), 1, Integer::sum);
            }
        }
        if (votes.isEmpty()) {
            for (Membership member : members) {
                former(member, births).ifPresent(id -> votes.merge(id, 1, Integer::sum));
            }
        }
        Comparator<Membership> most = Comparator.comparing(member -> votes.getOrDefault(member.birth(), 0));
        return first(members, most.reversed().thenComparing(OLDEST));
    }

    private Optional<ProfileId> former(Membership member, Map<ProfileId, Membership> births) {
        return Desk.about(desk.work.log(IdentityKinds.LINK_EVENTS), member.record()).stream()
                .filter(Moved.class::isInstance)
                .map(Moved.class::cast)
                .filter(moved -> births.containsKey(moved.from()))
                .max(Comparator.comparingLong(Moved::revision))
                .map(Moved::from);
    }
}
