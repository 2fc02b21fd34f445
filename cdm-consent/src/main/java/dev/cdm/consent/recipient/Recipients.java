package dev.cdm.consent.recipient;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.RecipientId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The register of recipients. Immutable, thread-safe. */
public final class Recipients {

    private final ImmutableMap<RecipientId, Recipient> byId;

    private Recipients(Map<RecipientId, Recipient> byId) {
        this.byId = ImmutableMap.copyOf(byId);
    }

    /**
     * {@return the register of some recipients}
     *
     * @param recipients the recipients
     * @throws IllegalArgumentException if an id comes twice
     */
    public static Recipients of(Collection<Recipient> recipients) {
        Map<RecipientId, Recipient> map = new LinkedHashMap<>();
        for (Recipient recipient : recipients) {
            Checks.require(
                    map.put(recipient.id(), recipient) == null,
                    "recipients",
                    "must differ",
                    "`" + recipient.id() + "`");
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
}
