package dev.cdm.matching.mixture;

/** Pairs of records by number. */
public interface PairSource {

    /** {@return how many pairs there are} */
    int size();

    /**
     * {@return one record of a pair}
     *
     * @param pair the number of the pair
     */
    int left(int pair);

    /**
     * {@return the other record of a pair}
     *
     * @param pair the number of the pair
     */
    int right(int pair);

    /**
     * {@return the levels of a pair}
     *
     * @param pair the number of the pair
     */
    long pattern(int pair);
}
