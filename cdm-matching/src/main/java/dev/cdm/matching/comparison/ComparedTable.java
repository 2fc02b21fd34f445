package dev.cdm.matching.comparison;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.table.Table;
import java.util.Arrays;
import java.util.List;

/**
 * A table made ready for some comparisons. The levels of a pair are packed into one number, its agreement pattern.
 * Immutable and safe for any thread; what it hands out belongs to one thread.
 */
public final class ComparedTable {

    private final Table table;
    private final ImmutableList<Comparison> comparisons;
    private final ValueStore store;
    private final ColumnCodes codes;
    private final int[] shifts;
    private final long[] masks;

    /**
     * Reads the fields.
     *
     * @param table the records
     * @param comparisons the comparisons; their levels together take at most 63 bits
     * @throws IllegalArgumentException if a column is missing
     */
    public ComparedTable(Table table, List<Comparison> comparisons) {
        this.table = table;
        this.comparisons = ImmutableList.copyOf(comparisons);
        store = new ValueStore(table);
        shifts = new int[comparisons.size()];
        masks = new long[comparisons.size()];
        int used = 0;
        for (int i = 0; i < shifts.length; i++) {
            Comparison comparison = comparisons.get(i);
            comparison.levels().forEach(level -> store.read(level.condition()));
            int bits = Integer.SIZE
                    - Integer.numberOfLeadingZeros(comparison.levels().size() - 1);
            shifts[i] = used;
            masks[i] = (1L << bits) - 1;
            used += bits;
        }
        store.complete();
        codes = new ColumnCodes(table, this.comparisons);
        Checks.require(used < Long.SIZE, "comparisons", "must have levels for at most 63 bits", used);
    }

    /** {@return the records} */
    public Table table() {
        return table;
    }

    /** {@return the comparisons} */
    public List<Comparison> comparisons() {
        return comparisons;
    }

    /**
     * {@return the level of a comparison, from 0 in the order of its levels}
     *
     * @param pattern an agreement pattern
     * @param comparison the place of the comparison, from 0
     */
    public int level(long pattern, int comparison) {
        return (int) (pattern >>> shifts[comparison] & masks[comparison]);
    }

    /** {@return what compares pairs of records, for one thread} */
    public Comparer comparer() {
        return new Comparer();
    }

    /** Compares pairs of records; fastest when many pairs with one left record follow each other. Not thread-safe. */
    public final class Comparer {

        private final PairTest[][] byRow = new PairTest[comparisons.size()][];
        private final LevelCache[] byCode = new LevelCache[byRow.length];

        private Comparer() {
            TestBinder rows = new TestBinder(store, false);
            TestBinder values = new TestBinder(store, true);
            Arrays.setAll(byRow, i -> tests(rows, comparisons.get(i)));
            Arrays.setAll(byCode, i -> codes.cache(i, tests(values, comparisons.get(i))));
        }

        private static PairTest[] tests(TestBinder binder, Comparison comparison) {
            return comparison.levels().stream()
                    .map(level -> binder.bind(level.condition()))
                    .toArray(PairTest[]::new);
        }

        /**
         * {@return the agreement pattern of two records}
         *
         * @param left one record, from 0
         * @param right the other record, from 0
         */
        public long compare(int left, int right) {
            long pattern = 0;
            for (int i = 0; i < byRow.length; i++) {
                pattern |= (long) level(i, left, right) << shifts[i];
            }
            return pattern;
        }

        /**
         * {@return the level of two records in one comparison}
         *
         * @param comparison the place of the comparison, from 0
         * @param left one record, from 0
         * @param right the other record, from 0
         */
        public int level(int comparison, int left, int right) {
            return codes.has(comparison)
                    ? byCode[comparison].level(codes.of(left, comparison), codes.of(right, comparison))
                    : LevelCache.first(byRow[comparison], left, right);
        }
    }
}
