package dev.cdm.matching.training;

import dev.cdm.matching.comparison.ComparedTable;
import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.comparison.ComparisonLevel;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.scoring.TrainedComparison;
import java.util.List;
import java.util.Set;

/** The comparisons of what a person keeps for life, in which the records of one person differ by mistakes only. */
final class SteadyFields {

    /** The share of matches that differ in a steady field; mistakes and nicknames explain no more. */
    static final double MOST_MISTAKES = 0.1;

    private static final double SUSPICIOUS = 0.35;
    private static final double MOSTLY = 0.5;

    private final boolean[] steady;

    /** From this share on a session has found something else than persons; a guess needs more than what was told. */
    private final double limit;

    private SteadyFields(boolean[] steady, double limit) {
        this.steady = steady;
        this.limit = limit;
    }

    /** Those named, or without names the one with the rarest agreement. */
    static SteadyFields of(FellegiSunterModel model, Set<String> names, boolean[] takesPart) {
        boolean[] steady = new boolean[takesPart.length];
        int rarest = -1;
        double least = 1;
        for (int c = 0; c < steady.length; c++) {
            TrainedComparison one = model.comparisons().get(c);
            Comparison comparison = one.comparison();
            double u = one.u(comparison.levels().get(0).isMissing() ? 1 : 0);
            steady[c] = takesPart[c] && names.contains(comparison.name());
            if (takesPart[c] && u < least) {
                least = u;
                rarest = c;
            }
        }
        if (names.isEmpty() && rarest >= 0) {
            steady[rarest] = true;
        }
        return new SteadyFields(steady, names.isEmpty() ? MOSTLY : SUSPICIOUS);
    }

    boolean has(int comparison) {
        return steady[comparison];
    }

    /** {@return the first steady field in which too many matches of a session differ, or -1} */
    int suspicious(List<Comparison> comparisons, EmSession session) {
        for (int c = 0; c < steady.length; c++) {
            int other = comparisons.get(c).levels().size() - 1;
            if (steady[c] && session.estimate(c, other).orElse(0) > limit) {
                return c;
            }
        }
        return -1;
    }

    /** {@return whether a pair differs in all steady fields that both records have, and in at least one} */
    boolean differ(ComparedTable compared, long pattern) {
        boolean any = false;
        for (int c = 0; c < steady.length; c++) {
            List<ComparisonLevel> levels = compared.comparisons().get(c).levels();
            int level = compared.level(pattern, c);
            if (steady[c] && !levels.get(level).isMissing()) {
                if (level != levels.size() - 1) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /** Lowers the share of the last level to what mistakes explain and raises the others in proportion. */
    static void cap(double[] m) {
        int other = m.length - 1;
        double excess = m[other] - MOST_MISTAKES;
        if (excess > 0 && m[other] < 1) {
            double factor = (1 - MOST_MISTAKES) / (1 - m[other]);
            for (int level = 0; level < other; level++) {
                m[level] *= factor;
            }
            m[other] = MOST_MISTAKES;
        }
    }
}
