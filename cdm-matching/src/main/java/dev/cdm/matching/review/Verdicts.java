package dev.cdm.matching.review;

import dev.cdm.core.model.RecordId;

/** Receives what stewards decided. Must do nothing if the same is said again, as it is after a crash. */
@FunctionalInterface
public interface Verdicts {

    /**
     * Takes a decision.
     *
     * @param first a record
     * @param second another one
     * @param same whether they are one entity
     * @param who the ids of those who decided, joined by {@code " and "}
     * @param why their reasons, joined by {@code "; "}
     * @throws dev.cdm.core.identity.LinkVerdict.ContradictionException if standing verdicts say the contrary
     */
    void give(RecordId first, RecordId second, boolean same, String who, String why);
}
