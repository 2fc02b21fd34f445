package dev.cdm.matching.comparison;

import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The values, as codes, of the one column that each comparison reads, record by record. Immutable. */
final class ColumnCodes {

    private static final int MOST_CELLS = 1 << 30;
    private static final int MOST_DISTINCT = 1 << 28;

    private final List<Comparison> comparisons;
    private final int[] distinct;
    private final int[] codes;

    ColumnCodes(Table table, List<Comparison> comparisons) {
        this.comparisons = comparisons;
        distinct = new int[comparisons.size()];
        boolean fits = (long) table.rows() * comparisons.size() <= MOST_CELLS;
        codes = new int[fits ? table.rows() * comparisons.size() : 0];
        for (int i = 0; fits && i < distinct.length; i++) {
            Set<String> names = comparisons.get(i).columns();
            if (names.size() == 1) {
                read(table.column(names.iterator().next()).orElseThrow(), i);
            }
        }
    }

    private void read(Column column, int comparison) {
        distinct[comparison] = column.distinct() > MOST_DISTINCT ? 0 : column.distinct();
        for (int row = 0; row < column.rows(); row++) {
            codes[row * distinct.length + comparison] = column.code(row);
        }
    }

    /** {@return whether the comparison reads one column only, which has values} */
    boolean has(int comparison) {
        return distinct[comparison] > 0;
    }

    int of(int row, int comparison) {
        return codes[row * distinct.length + comparison];
    }

    LevelCache cache(int comparison, PairTest[] tests) {
        List<ComparisonLevel> levels = comparisons.get(comparison).levels();
        int[] open = IntStream.range(0, levels.size())
                .filter(level -> !needsOneText(levels.get(level).condition()))
                .toArray();
        return new LevelCache(tests, open, distinct[comparison]);
    }

    /* Never holds for two different texts of the column. */
    private static boolean needsOneText(Condition condition) {
        if (condition instanceof Condition.Missing missing) {
            return missing.field().steps().isEmpty();
        }
        return condition instanceof Condition.Equal equal
                && equal.left().equals(equal.right())
                && equal.left().steps().isEmpty();
    }
}
