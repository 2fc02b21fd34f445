package dev.cdm.consent.recipient;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.RecipientId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Finds all groups that recipients belong to, checked to be known and without cycle. */
final class Groups {

    private final Map<RecipientId, Recipient> byId;
    private final Map<RecipientId, ImmutableSet<RecipientId>> reached = new LinkedHashMap<>();

    Groups(Map<RecipientId, Recipient> byId) {
        this.byId = byId;
    }

    /** Each recipient with itself and its groups. */
    ImmutableMap<RecipientId, ImmutableSet<RecipientId>> upward() {
        byId.keySet().forEach(id -> climb(id, new LinkedHashSet<>()));
        return ImmutableMap.copyOf(reached);
    }

    private ImmutableSet<RecipientId> climb(RecipientId id, Set<RecipientId> path) {
        ImmutableSet<RecipientId> known = reached.get(id);
        if (known != null) {
            return known;
        }
        Recipient recipient = byId.get(id);
        if (recipient == null) {
            throw new IllegalArgumentException("`group` must be registered, was `" + id + "`");
        }
        Checks.require(path.add(id), "group", "must not lead back to its member", "`" + id + "`");
        ImmutableSet.Builder<RecipientId> above =
                ImmutableSet.<RecipientId>builder().add(id);
        recipient.groups().forEach(group -> above.addAll(climb(group, path)));
        path.remove(id);
        ImmutableSet<RecipientId> all = above.build();
        reached.put(id, all);
        return all;
    }
}
