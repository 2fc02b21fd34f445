package dev.cdm.consent.notice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The register of notices. Immutable, thread-safe. */
public final class Notices {

    private static final Notices NONE = new Notices(ImmutableList.of());

    private final ImmutableMap<String, Notice> byLabel;

    private Notices(Collection<Notice> notices) {
        Map<String, Notice> map = new LinkedHashMap<>();
        for (Notice notice : notices) {
            Checks.require(
                    map.put(notice.label(), notice) == null, "notices", "must differ", "`" + notice.label() + "`");
        }
        this.byLabel = ImmutableMap.copyOf(map);
    }

    /** {@return the register without notices: then no consent is asked for its notice} */
    public static Notices none() {
        return NONE;
    }

    /**
     * {@return the register of some notices}
     *
     * @param notices the notices in any order
     */
    public static Notices of(Collection<Notice> notices) {
        return new Notices(notices);
    }

    /** {@return the notices in the order given} */
    public Collection<Notice> all() {
        return byLabel.values();
    }

    /**
     * {@return the notice of a label}
     *
     * @param label name and version, as in {@code privacy@7}
     */
    public Optional<Notice> find(String label) {
        return Optional.ofNullable(byLabel.get(label));
    }

    /**
     * {@return whether a consent under a label is an informed one: the notice is registered, or none is}
     *
     * @param label name and version, or empty
     */
    public boolean informs(String label) {
        return byLabel.isEmpty() || byLabel.containsKey(label);
    }

    /**
     * {@return from when on a consent under a notice does not count any more, because a later version changed in
     * substance; {@link Instant#MAX} if never}
     *
     * @param label name and version
     */
    public Instant reconsentFrom(String label) {
        return find(label)
                .flatMap(own -> byLabel.values().stream()
                        .filter(later ->
                                later.name().equals(own.name()) && later.version() > own.version() && later.material())
                        .map(Notice::reconsentBy)
                        .min(Instant::compareTo))
                .orElse(Instant.MAX);
    }
}
