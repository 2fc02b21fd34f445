package dev.cdm.matching.comparison;

import java.util.List;

/** A condition applied to rows of a table. One instance belongs to one thread. */
interface PairTest {

    int NO = 0;
    int YES = 1;
    int UNKNOWN = -1;

    /** {@return YES, NO or UNKNOWN} */
    int test(int left, int right);

    static int of(boolean holds) {
        return holds ? YES : NO;
    }

    static PairTest all(List<PairTest> parts) {
        return (left, right) -> {
            int result = YES;
            for (PairTest part : parts) {
                int one = part.test(left, right);
                if (one == NO) {
                    return NO;
                }
                result = one == UNKNOWN ? UNKNOWN : result;
            }
            return result;
        };
    }

    static PairTest any(List<PairTest> parts) {
        return (left, right) -> {
            int result = NO;
            for (PairTest part : parts) {
                int one = part.test(left, right);
                if (one == YES) {
                    return YES;
                }
                result = one == UNKNOWN ? UNKNOWN : result;
            }
            return result;
        };
    }

    static PairTest not(PairTest part) {
        return (left, right) -> {
            int one = part.test(left, right);
            return one == UNKNOWN ? UNKNOWN : 1 - one;
        };
    }
}
