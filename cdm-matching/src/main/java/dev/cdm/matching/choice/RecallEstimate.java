package dev.cdm.matching.choice;

import dev.cdm.core.internal.Checks;

/**
 * An estimate, made without labels, of the share of all matches that rules find.
 *
 * @param recall the share, from 0 to 1
 * @param low what it would be if all matches that the model is thought to miss were missed by the rules, and all pairs it
 *     is thought to join wrongly were found by them; with a margin for chance of 1.645 standard deviations
 * @param high what it would be the other way round
 */
public record RecallEstimate(double recall, double low, double high) {

    /** 95 of 100 draws of a normal distribution are not further above the mean. */
    private static final double DEVIATIONS = 1.645;

    /** Checks the order. */
    public RecallEstimate {
        Checks.between(recall, 0, 1, "recall");
        Checks.between(low, 0, recall, "low");
        Checks.between(high, recall, 1, "high");
    }

    static RecallEstimate of(long found, LikelyMatches matches, double unseen) {
        double all = matches.size();
        if (all == 0) {
            return new RecallEstimate(0, 0, 1);
        }
        double wrong = margin(matches.doubted());
        double missed = margin(matches.missed() + unseen);
        double recall = found / all;
        double low = Math.max(0, found - wrong) / Math.max(1, all - wrong + missed);
        double high = (found + missed) / Math.max(1, all - Math.min(wrong, all - found) + missed);
        return new RecallEstimate(recall, Math.min(recall, low), Math.max(recall, Math.min(1, high)));
    }

    private static double margin(double expected) {
        return expected + DEVIATIONS * Math.sqrt(expected);
    }
}
