package dev.cdm.matching.learned;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import java.util.ArrayList;
import java.util.List;

/**
 * A map from the natural logarithm of the odds as the model sees them to the logarithm of the odds as they are: straight
 * between knots, parallel to the diagonal beyond the first and the last one. It never lowers the order of two scores.
 * Immutable.
 *
 * @param knots the knots by ascending score; without knots nothing is changed
 */
public record Calibration(List<Knot> knots) {

    /** Changes nothing. */
    public static final Calibration NONE = new Calibration(List.of());

    /**
     * One point of the map.
     *
     * @param score the logarithm of the odds of the model; finite
     * @param calibrated the logarithm of the odds that it stands for; finite
     */
    public record Knot(double score, double calibrated) {

        /** Checks that both are finite. */
        public Knot {
            Checks.require(Double.isFinite(score), "score", "must be finite", score);
            Checks.require(Double.isFinite(calibrated), "calibrated", "must be finite", calibrated);
        }
    }

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the scores do not ascend or the calibrated ones descend
     */
    public Calibration {
        knots = ImmutableList.copyOf(knots);
        for (int i = 1; i < knots.size(); i++) {
            boolean ordered = knots.get(i - 1).score < knots.get(i).score
                    && knots.get(i - 1).calibrated <= knots.get(i).calibrated;
            Checks.require(ordered, "knots", "must ascend", i);
        }
    }

    /**
     * {@return the map that multiplies and adds between two scores}
     *
     * @param slope what a score is multiplied by, above 0
     * @param shift what is added
     * @param from the lowest score of the straight part
     * @param to the highest score of the straight part
     */
    public static Calibration linear(double slope, double shift, double from, double to) {
        return new Calibration(List.of(new Knot(from, slope * from + shift), new Knot(to, slope * to + shift)));
    }

    /**
     * {@return the score that stands for calibrated odds}
     *
     * @param calibrated the logarithm of the odds
     */
    public double inverse(double calibrated) {
        List<Knot> turned = new ArrayList<>();
        for (Knot knot : knots) {
            if (turned.isEmpty() || turned.get(turned.size() - 1).score < knot.calibrated) {
                turned.add(new Knot(knot.calibrated, knot.score));
            }
        }
        return new Calibration(turned).apply(calibrated);
    }

    /** {@return whether nothing is changed} */
    public boolean isNone() {
        return knots.isEmpty();
    }

    /**
     * {@return the calibrated logarithm of the odds}
     *
     * @param score the logarithm of the odds of the model
     */
    public double apply(double score) {
        if (knots.isEmpty()) {
            return score;
        }
        int next = 0;
        while (next < knots.size() && knots.get(next).score < score) {
            next++;
        }
        if (next == 0 || next == knots.size()) {
            Knot end = knots.get(next == 0 ? 0 : next - 1);
            return end.calibrated + (score - end.score);
        }
        Knot before = knots.get(next - 1);
        Knot after = knots.get(next);
        double share = (score - before.score) / (after.score - before.score);
        return before.calibrated + share * (after.calibrated - before.calibrated);
    }
}
