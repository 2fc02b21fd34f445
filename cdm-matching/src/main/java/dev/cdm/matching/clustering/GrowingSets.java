package dev.cdm.matching.clustering;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Sets of records that grow as far as rules let them; what must be one is so from the start. Belongs to one thread. */
final class GrowingSets {

    private final JoinRules rules;
    private final DisjointRows joined;
    private final Map<Integer, int[]> members = new HashMap<>();

    GrowingSets(JoinRules rules, DisjointRows joined) {
        this.rules = rules;
        this.joined = joined;
    }

    boolean areOne(int a, int b) {
        return joined.find(a) == joined.find(b);
    }

    /** {@return the records in the set of a record, in ascending order} */
    int[] of(int row) {
        int first = joined.find(row);
        int[] known = members.get(first);
        return known == null ? rules.bound(first) : known;
    }

    /** Joins the sets of two records if they may be one; tells whether they are one now. */
    boolean join(int a, int b) {
        if (rules.isEmpty()) {
            joined.join(a, b);
            return true;
        }
        return areOne(a, b) || join(of(a), of(b));
    }

    /** Joins two different sets if they may be one; tells whether they are one now. */
    boolean join(int[] first, int[] second) {
        if (!rules.mayJoin(first, second)) {
            return false;
        }
        joined.join(first[0], second[0]);
        int[] all = merged(first, second);
        members.remove(Math.max(first[0], second[0]));
        members.put(all[0], all);
        return true;
    }

    /** Forgets the members of all sets: the records to come are in none of them. */
    void forget() {
        members.clear();
    }

    static int[] merged(int[] first, int[] second) {
        int[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        Arrays.sort(all);
        return all;
    }
}
