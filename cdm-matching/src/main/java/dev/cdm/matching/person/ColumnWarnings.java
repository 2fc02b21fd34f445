package dev.cdm.matching.person;

import dev.cdm.matching.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Tells which columns say less than their owner may think. No value is ever named. */
final class ColumnWarnings {

    private final Map<Role, List<Column>> columns;
    private final int[] order;
    private final List<String> warnings = new ArrayList<>();

    ColumnWarnings(Map<Role, List<Column>> columns, int[] order) {
        this.columns = columns;
        this.order = order;
        columns.forEach((role, all) -> all.forEach(column -> filling(column, role)));
    }

    List<String> all() {
        return List.copyOf(warnings);
    }

    /** Counts the values of a role that nothing was read from. */
    void unread(Role role, IntPredicate isMissing) {
        List<Column> all = columns.getOrDefault(role, List.of());
        long count = 0;
        for (int row = 0; row < order.length && !all.isEmpty(); row++) {
            if (isMissing.test(row) && isThere(all, order[row])) {
                count++;
            }
        }
        if (count > 0) {
            warnings.add(count + (count == 1 ? " value of " : " values of ") + names(all) + " cannot be read as `"
                    + role.label() + "` and " + (count == 1 ? "counts" : "count") + " as missing");
        }
    }

    private static boolean isThere(List<Column> all, int row) {
        for (Column column : all) {
            if (column.code(row) != Column.MISSING) {
                return true;
            }
        }
        return false;
    }

    /** Tells that the columns of a role are not used. */
    void unused(Role role, String reason) {
        List<Column> all = columns.getOrDefault(role, List.of());
        if (!all.isEmpty()) {
            warnings.add(names(all) + " with the role `" + role.label() + "` has no effect: " + reason);
        }
    }

    private void filling(Column column, Role role) {
        int first = Column.MISSING;
        boolean differs = false;
        for (int row = 0; row < order.length && !differs; row++) {
            int code = column.code(order[row]);
            differs = first != Column.MISSING && code != Column.MISSING && code != first;
            first = first == Column.MISSING ? code : first;
        }
        if (first == Column.MISSING && order.length > 0) {
            warnings.add(names(List.of(column)) + " with the role `" + role.label() + "` is empty and has no effect");
        } else if (!differs && order.length > 1) {
            warnings.add(names(List.of(column)) + " with the role `" + role.label()
                    + "` has one value only and tells nothing");
        }
    }

    private static String names(List<Column> all) {
        return all.stream().map(column -> "`" + column.name() + "`").collect(Collectors.joining(", "));
    }
}
