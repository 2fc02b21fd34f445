package dev.cdm.core.linking;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import java.util.List;

/**
 * Which id a profile bears: always the birth id of one of its records, so that every id can be resolved for ever.
 *
 * @param order what counts first; what it leaves open, the older birth decides, and then the record id
 * @param systems the ids of source systems, the preferred first; empty unless they are asked for
 */
public record SurvivorRule(Order order, List<String> systems) {

    private static final SurvivorRule OLDEST = new SurvivorRule(Order.OLDEST, List.of());
    private static final SurvivorRule LARGEST = new SurvivorRule(Order.LARGEST, List.of());

    /** What decides between the ids that a profile could bear. */
    public enum Order {
        /** The record seen first. A function of the members alone. */
        OLDEST,
        /**
         * The id that most of the members bear already; where profiles part, the id that most members of a part bore
         * before. Records that were exactly one profile once bear its last id again, so taking back a merge gives back all
         * ids, unless records came to a part or left it in the meantime: then a part may bear another of its birth ids.
         * Which id that is depends on the ledger, and reading it makes changes of larger profiles slower.
         */
        LARGEST,
        /** A record of the preferred source system. A function of the members alone. */
        PREFERRED_SOURCE
    }

    /** Copies the systems and checks that there are some if they are asked for, and only then. */
    public SurvivorRule {
        systems = ImmutableList.copyOf(systems);
        Checks.require(
                systems.isEmpty() == (order != Order.PREFERRED_SOURCE),
                "systems",
                "must be given for a preferred source, and only then");
    }

    /** {@return the rule that the id seen first stays: the default} */
    public static SurvivorRule oldest() {
        return OLDEST;
    }

    /** {@return the rule that the id of the larger profile stays} */
    public static SurvivorRule largest() {
        return LARGEST;
    }

    /**
     * {@return the rule that an id born of a preferred source stays}
     *
     * @param systems the ids of source systems, the preferred first; the others come after them
     */
    public static SurvivorRule preferring(String... systems) {
        return new SurvivorRule(Order.PREFERRED_SOURCE, ImmutableList.copyOf(systems));
    }

    /**
     * {@return the place of a source system, from 0, the preferred first; one that is not named comes last}
     *
     * @param system the id of the system
     */
    public int place(String system) {
        int place = systems.indexOf(system);
        return place < 0 ? systems.size() : place;
    }
}
