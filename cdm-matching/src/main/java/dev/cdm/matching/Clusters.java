package dev.cdm.matching;

import dev.cdm.core.internal.Checks;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.roles.Matching;
import dev.cdm.matching.roles.PersonRecords;
import java.util.List;

/**
 * Which records are one person: every record with its cluster, sorted by record id in code-point order. The id of a
 * cluster is the smallest id in it. Immutable and safe for any thread.
 */
public final class Clusters {

    private final PersonRecords records;
    private final Matching matching;
    private final int[] order;
    private final int[] firsts;

    Clusters(PersonRecords records, Matching matching) {
        this.records = records;
        this.matching = matching;
        order = records.byId();
        firsts = new int[order.length];
        int[] labels = matching.labels();
        int[] seen = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            int label = labels[order[i]];
            seen[label] = seen[label] == 0 ? i + 1 : seen[label];
            firsts[i] = seen[label] - 1;
        }
    }

    /** {@return how many records there are} */
    public int records() {
        return order.length;
    }

    /**
     * {@return the id of a record}
     *
     * @param index the place of the record in the order of the ids, from 0
     */
    public String recordId(int index) {
        return records.id(order[index]);
    }

    /**
     * {@return the id of the cluster of a record}
     *
     * @param index the place of the record in the order of the ids, from 0
     */
    public String clusterId(int index) {
        return records.id(order[firsts[index]]);
    }

    /**
     * {@return what was not understood or not used of the table: unreadable values by column, columns that tell nothing;
     * one sentence each, without any value}
     */
    public List<String> warnings() {
        return matching.warnings();
    }

    /** {@return the scored pairs, sorted by their ids} */
    public MatchPairs pairs() {
        return MatchPairs.of(records, matching);
    }

    /**
     * {@return the pairs that are most worth asking about, the best first: each answer is expected to set many other pairs
     * right, if it is given to {@link Deduplicator#answers}} Pairs that were answered before are left out.
     *
     * @param most how many at most, at least 0
     */
    public MatchPairs questions(int most) {
        Checks.require(most >= 0, "most", "must be at least 0", most);
        return MatchPairs.questions(records, matching, most);
    }

    /** {@return the model behind the clusters, with the values of at least five entities by name} */
    public PersonModel model() {
        return model(Matching.LEAST_ENTITIES);
    }

    /**
     * {@return the model behind the clusters, to be kept and applied to other records}
     *
     * @param leastEntities in how many entities a value must occur to be named in the model, at least 1. Fewer make it more
     *     exact and more personal: see {@link PersonModel}
     */
    public PersonModel model(int leastEntities) {
        Checks.require(leastEntities >= 1, "leastEntities", "must be at least 1", leastEntities);
        return matching.model(leastEntities);
    }

    /**
     * {@return how many values of keys were left out because more records share them than the model allows; always 0 where
     * the model was learned from the records}
     */
    public int disabledBlocks() {
        return matching.disabledBlocks();
    }
}
