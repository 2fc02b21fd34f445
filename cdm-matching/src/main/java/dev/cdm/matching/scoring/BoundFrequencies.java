package dev.cdm.matching.scoring;

import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.comparison.ComparisonLevel.TermFrequency;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Term frequencies by the codes of a table. */
final class BoundFrequencies {

    private final Column[][] columns;
    private final double[][][] shares;
    private final double[][][] adjustments;

    BoundFrequencies(Table table, FellegiSunterModel model, TermFrequencies frequencies) {
        Map<String, double[]> known = new HashMap<>();
        int size = model.comparisons().size();
        columns = new Column[size][];
        shares = new double[size][][];
        adjustments = new double[size][][];
        for (int i = 0; i < size; i++) {
            Comparison comparison = model.definitions().get(i);
            columns[i] = new Column[comparison.levels().size()];
            shares[i] = new double[columns[i].length][];
            adjustments[i] = new double[columns[i].length][];
            for (int level = 0; level < columns[i].length; level++) {
                Optional<TermFrequency> frequency =
                        comparison.levels().get(level).frequency();
                if (frequency.isPresent()) {
                    Column column = table.column(frequency.get().column()).orElseThrow();
                    columns[i][level] = column;
                    shares[i][level] = known.computeIfAbsent(column.name(), name -> shares(column, frequencies));
                    adjustments[i][level] = adjustments(model.comparisons().get(i), level, shares[i][level]);
                }
            }
        }
    }

    private static double[] shares(Column column, TermFrequencies frequencies) {
        double[] shares = new double[column.distinct()];
        Arrays.setAll(shares, code -> frequencies.of(column.name(), column.text(code)));
        return shares;
    }

    private static double[] adjustments(TrainedComparison trained, int level, double[] shares) {
        double[] made = new double[shares.length];
        Arrays.setAll(
                made,
                code -> Double.isNaN(shares[code])
                        ? Double.NaN
                        : trained.adjustment(level, shares[code], shares[code]));
        return made;
    }

    boolean has(int comparison, int level) {
        return shares[comparison][level] != null;
    }

    double share(int comparison, int level, int row) {
        int code = columns[comparison][level].code(row);
        return code == Column.MISSING ? Double.NaN : shares[comparison][level][code];
    }

    /** The more frequent value has the smaller correction. */
    double adjustment(int comparison, int level, int left, int right) {
        int leftCode = columns[comparison][level].code(left);
        int rightCode = columns[comparison][level].code(right);
        double[] known = adjustments[comparison][level];
        double one = leftCode == Column.MISSING ? Double.NaN : known[leftCode];
        double other = rightCode == leftCode ? one : rightCode == Column.MISSING ? Double.NaN : known[rightCode];
        double smaller = Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.min(one, other);
        return Double.isNaN(smaller) ? 0 : smaller;
    }
}
