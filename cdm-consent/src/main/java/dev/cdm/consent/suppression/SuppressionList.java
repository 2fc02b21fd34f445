package dev.cdm.consent.suppression;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The suppression list, inside one unit of work; for its thread. */
public final class SuppressionList {

    /** The entries. */
    public static final TableKind<Entry> ENTRIES =
            TableKind.named("suppression", Entry.class).keyedBy(Entry::hash);

    private static final String SCOPE = "suppression";

    private final TombstoneKey key;
    private final Table<Entry> table;

    private SuppressionList(TombstoneKey key, Table<Entry> table) {
        this.key = key;
        this.table = table;
    }

    /**
     * {@return the list in a unit of work}
     *
     * @param work the unit of work
     * @param key the host's secret; with another secret the list is another one
     */
    public static SuppressionList in(UnitOfWork work, TombstoneKey key) {
        return new SuppressionList(key, work.table(ENTRIES));
    }

    /**
     * Puts a contact point on the list; one that is there stays with its first time and reason.
     *
     * @param contactPoint the canonical text of an address or number
     * @param reason a code of the host, without personal data
     * @param at when
     * @return whether it was new
     */
    public boolean add(String contactPoint, String reason, Instant at) {
        String hash = hash(contactPoint);
        if (table.get(List.of(hash)).containsKey(hash)) {
            return false;
        }
        table.put(new Entry(hash, reason, at), 0);
        return true;
    }

    /**
     * Takes a contact point off the list, as when the person asks for messages again.
     *
     * @param contactPoint the canonical text of an address or number
     * @return whether it was there
     */
    public boolean remove(String contactPoint) {
        String hash = hash(contactPoint);
        @Nullable Versioned<Entry> found = table.get(List.of(hash)).get(hash);
        if (found == null) {
            return false;
        }
        table.remove(hash, found.version());
        return true;
    }

    /**
     * {@return whether a contact point is on the list}
     *
     * @param contactPoint the canonical text of an address or number
     */
    public boolean contains(String contactPoint) {
        String hash = hash(contactPoint);
        return table.versions(List.of(hash)).containsKey(hash);
    }

    private String hash(String contactPoint) {
        return key.tombstone(SCOPE, Checks.notBlank(contactPoint, "contactPoint"));
    }

    /**
     * An entry of the list; it says nothing about whose it is.
     *
     * @param hash the keyed hash of a contact point
     * @param reason a code of the host
     * @param at since when
     */
    public record Entry(String hash, String reason, Instant at) {}
}
