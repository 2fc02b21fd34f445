package dev.cdm.matching.blocking;

import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Dictionary;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** The order of rows by their texts, which does not depend on where they are in the table, as long as they differ. */
final class SortedRows {

    private final Table table;

    SortedRows(Table table) {
        this.table = table;
    }

    /** {@return the place of every row in the order for a rule} */
    int[] ranks(BlockingRule rule) {
        Set<String> used = Condition.columns(rule.condition());
        List<Column> columns = table.columns().stream()
                .sorted(Comparator.comparing((Column column) -> used.contains(column.name())))
                .toList();
        int[] order = RowOrder.identity(table.rows());
        for (int i = columns.size() - 1; i >= 0; i--) {
            Column column = columns.get(i);
            Dictionary texts = new Dictionary();
            for (int code = 0; code < column.distinct(); code++) {
                texts.add(column.text(code));
            }
            order = sorted(column::code, texts, order);
        }
        if (rule.spread().isPresent() && rule.spread().get() instanceof BlockingRule.Sorted sorted) {
            Dictionary texts = new Dictionary();
            order = sorted(new Field.Values(table, sorted.field(), texts)::number, texts, order);
        }
        int[] ranks = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            ranks[order[place]] = place;
        }
        return ranks;
    }

    private static int[] sorted(IntUnaryOperator number, Dictionary texts, int[] order) {
        Integer[] byText = new Integer[texts.size()];
        Arrays.setAll(byText, i -> i);
        Arrays.sort(byText, Comparator.comparing(texts::text));
        int[] rankOf = new int[byText.length];
        for (int rank = 0; rank < byText.length; rank++) {
            rankOf[byText[rank]] = rank + 1;
        }
        int[] keys = new int[order.length];
        Arrays.setAll(keys, row -> {
            int code = number.applyAsInt(row);
            return code == Column.MISSING ? 0 : rankOf[code];
        });
        return RowOrder.by(keys, order);
    }
}
