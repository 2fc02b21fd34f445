package dev.cdm.consent.recipient;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.RecipientId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The register of recipients: a directed graph without cycles, as a recipient may belong to groups. Together with what
 * each purpose names it is the matrix that is asked before anything leaves. Immutable, thread-safe.
 */
public final class Recipients {

    private static final Recipients NONE = of(ImmutableList.of());

    private final ImmutableMap<RecipientId, Recipient> byId;
    private final ImmutableMap<RecipientId, ImmutableSet<RecipientId>> upward;

    private Recipients(Map<RecipientId, Recipient> byId) {
        this.byId = ImmutableMap.copyOf(byId);
        this.upward = new Groups(this.byId).upward();
    }

    /** {@return the register without recipients: then those that a purpose names are the registered ones} */
    public static Recipients none() {
        return NONE;
    }

    /**
     * {@return the register of some recipients}
     *
     * @param recipients the recipients, groups in any place
     * @throws IllegalArgumentException if an id comes twice, a group is missing or the groups have a cycle
     */
    public static Recipients of(Collection<Recipient> recipients) {
        Map<RecipientId, Recipient> map = new LinkedHashMap<>();
        for (Recipient recipient : recipients) {
            boolean fresh = map.put(recipient.id(), recipient) == null;
            Checks.require(fresh, "recipients", "must differ", "`" + recipient.id() + "`");
        }
        return new Recipients(map);
    }

    /** {@return the recipients in the order they were registered} */
    public Collection<Recipient> all() {
        return byId.values();
    }

    /**
     * {@return the recipient of an id, if it is registered}
     *
     * @param id the id
     */
    public Optional<Recipient> find(RecipientId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /* The recipient and all groups it belongs to. */
    private Set<RecipientId> upward(RecipientId id) {
        return upward.getOrDefault(id, ImmutableSet.of(id));
    }

    /**
     * {@return whether data may go to a recipient for a purpose: the purpose names it or a group it belongs to}
     *
     * @param purpose the purpose
     * @param id the recipient
     */
    public boolean allowed(Purpose purpose, RecipientId id) {
        return !Collections.disjoint(upward(id), purpose.recipients());
    }
}
