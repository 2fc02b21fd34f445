package dev.cdm.matching.training;

import dev.cdm.matching.table.RowOrder;
import java.util.stream.IntStream;

/** The pairs of records with one label. */
final class LabelledPairs {

    private final int[] left;
    private final int[] right;

    private LabelledPairs(int[] left, int[] right) {
        this.left = left;
        this.right = right;
    }

    int[] left() {
        return left;
    }

    int[] right() {
        return right;
    }

    static LabelledPairs matches(int[] labels, int leftRows) {
        int[] known = IntStream.range(0, labels.length)
                .filter(row -> labels[row] >= 0)
                .toArray();
        int[] order = RowOrder.by(labels, known);
        IntStream.Builder left = IntStream.builder();
        IntStream.Builder right = IntStream.builder();
        for (int i = 0; i < order.length; i++) {
            for (int j = i + 1; j < order.length && labels[order[j]] == labels[order[i]]; j++) {
                if (leftRows == 0 || (order[i] < leftRows && order[j] >= leftRows)) {
                    left.add(order[i]);
                    right.add(order[j]);
                }
            }
        }
        return new LabelledPairs(left.build().toArray(), right.build().toArray());
    }
}
