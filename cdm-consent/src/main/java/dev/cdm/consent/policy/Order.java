package dev.cdm.consent.policy;

import dev.cdm.consent.ledger.ConsentEvent;

/**
 * Which event lifts which. Never by arrival or id: only by times that cannot overlap, by the sequence of one source, or
 * by naming what is replaced.
 */
final class Order {

    private Order() {}

    /** Whether the first certainly comes after the second, or names it. */
    static boolean follows(ConsentEvent first, ConsentEvent second) {
        return first.time().certainlyAfter(second.time()) || first.supersedes().contains(second.id());
    }

    /**
     * Whether a grant lifts a denial: it follows, and its identity assurance is not lower. Against a denial of a purpose
     * above its own it must both be later and name it.
     */
    static boolean lifts(ConsentEvent grant, ConsentEvent denial, Scopes scopes) {
        if (grant.assurance().compareTo(denial.assurance()) < 0) {
            return false;
        }
        if (scopes.strictlyAbove(denial.scope().purpose(), grant.scope().purpose())) {
            return grant.time().certainlyAfter(denial.time())
                    && grant.supersedes().contains(denial.id());
        }
        return follows(grant, denial);
    }
}
