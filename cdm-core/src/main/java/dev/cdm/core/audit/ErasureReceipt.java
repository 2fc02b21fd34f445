package dev.cdm.core.audit;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Kinds;
import dev.cdm.core.storage.LogKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an erasure did: the proof that a host keeps. It holds no record id and no personal data, and is stored as well.
 *
 * @param person the id of the profile, which says nothing about anybody any more; empty if records without a profile
 *     were erased
 * @param records how many record ids were erased
 * @param erased how many entries and documents of each kind were erased, by the name of the kind, in the order of the
 *     kinds; kinds with none are there with 0
 * @param remaining how many entries and documents that tell about one of the record ids a second walk over all kinds
 *     found: always 0, or the erasure fails and is rolled back
 * @param actor the id of who asked for it
 * @param reason why; without personal data, or empty
 * @param at when
 */
public record ErasureReceipt(
        String person,
        int records,
        Map<String, Integer> erased,
        int remaining,
        String actor,
        String reason,
        Instant at) {

    /** The receipts of all erasures, by the hash of person and time. */
    public static final LogKind<ErasureReceipt> ERASURES =
            LogKind.named("erasure", ErasureReceipt.class).keyedBy(ErasureReceipt::id);

    /** The kind of this room, for preparation. */
    public static final class Stored implements Kinds {

        /** Created by the service loader, or by a host that hands kinds over. */
        public Stored() {}

        @Override
        public List<Kind<?>> all() {
            return List.of(ERASURES);
        }
    }

    /** Copies the counts. */
    public ErasureReceipt {
        erased = ImmutableMap.copyOf(erased);
    }

    /** {@return the id: a hash of the content} */
    public String id() {
        ContentHash hash = new ContentHash().add(person).add(records).add(at.toString());
        return hash.add(actor).add(erased.toString()).finish();
    }

    /** {@return how many entries and documents were erased in all} */
    public int total() {
        return erased.values().stream().mapToInt(Integer::intValue).sum();
    }
}
