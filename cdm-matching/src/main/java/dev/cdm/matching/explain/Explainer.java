package dev.cdm.matching.explain;

/** Explains scores of pairs of records. */
@FunctionalInterface
public interface Explainer {

    /**
     * {@return the explanation of a pair}
     *
     * @param left one record, from 0
     * @param right the other record
     */
    Explanation explain(int left, int right);
}
