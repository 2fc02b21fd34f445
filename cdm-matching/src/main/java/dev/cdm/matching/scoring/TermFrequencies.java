package dev.cdm.matching.scoring;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Table;
import java.util.Collection;
import java.util.Map;

/** How frequent values are, by column: their share of the values that are not missing. Immutable. */
public final class TermFrequencies {

    private final ImmutableMap<String, ImmutableMap<String, Double>> columns;

    private TermFrequencies(ImmutableMap<String, ImmutableMap<String, Double>> columns) {
        this.columns = columns;
    }

    /**
     * {@return the frequencies in a table}
     *
     * @param table the records
     * @param columns the names of the columns to count
     * @throws IllegalArgumentException if the table has no such column
     */
    public static TermFrequencies counted(Table table, Collection<String> columns) {
        ImmutableMap.Builder<String, ImmutableMap<String, Double>> counted = ImmutableMap.builder();
        for (String name : columns.stream().distinct().toList()) {
            Checks.require(table.column(name).isPresent(), "columns", "must be of the table", name);
            counted.put(name, count(table.column(name).orElseThrow()));
        }
        return new TermFrequencies(counted.buildOrThrow());
    }

    /**
     * {@return the frequencies that a model needs, counted in a table}
     *
     * @param table the records
     * @param model the model
     */
    public static TermFrequencies counted(Table table, FellegiSunterModel model) {
        return counted(
                table,
                model.definitions().stream()
                        .flatMap(comparison -> comparison.levels().stream())
                        .flatMap(level -> level.frequency().stream())
                        .map(frequency -> frequency.column())
                        .toList());
    }

    /**
     * {@return frequencies from elsewhere, such as those of a whole population}
     *
     * @param shares the share of each value, by column and value; each above 0 and at most 1
     */
    public static TermFrequencies of(Map<String, ? extends Map<String, Double>> shares) {
        ImmutableMap.Builder<String, ImmutableMap<String, Double>> kept = ImmutableMap.builder();
        shares.forEach((column, values) -> {
            values.values()
                    .forEach(share -> Checks.require(share > 0 && share <= 1, "shares", "must be in (0, 1]", share));
            kept.put(column, ImmutableMap.copyOf(values));
        });
        return new TermFrequencies(kept.buildOrThrow());
    }

    /**
     * {@return how frequent a value is, or NaN if that is not known}
     *
     * @param column the column
     * @param value the value
     */
    public double of(String column, String value) {
        ImmutableMap<String, Double> values = columns.getOrDefault(column, ImmutableMap.of());
        return values.getOrDefault(value, Double.NaN);
    }

    private static ImmutableMap<String, Double> count(Column column) {
        int[] counts = new int[column.distinct()];
        int total = 0;
        for (int row = 0; row < column.rows(); row++) {
            if (column.code(row) != Column.MISSING) {
                counts[column.code(row)]++;
                total++;
            }
        }
        ImmutableMap.Builder<String, Double> shares = ImmutableMap.builderWithExpectedSize(counts.length);
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                shares.put(column.text(code), (double) counts[code] / total);
            }
        }
        return shares.buildOrThrow();
    }

    @Override
    public String toString() {
        return "term frequencies of " + columns.keySet();
    }
}
