package dev.cdm.matching.person;

import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.LongCodes;
import java.util.Arrays;
import java.util.List;

/** The distinct combinations of the values of some columns, and which of them every record has. */
final class Tuples {

    private static final int PARTS_BITS = 32;

    private final List<Column> columns;
    private final LongCodes[] steps;
    private int[] codes;

    /** Reads the records in the given order; a record without any of the values has {@link Column#MISSING}. */
    Tuples(List<Column> columns, int[] order) {
        this.columns = columns;
        this.steps = new LongCodes[columns.size()];
        this.codes = new int[order.length];
        Arrays.fill(codes, Column.MISSING);
        for (int part = 0; part < steps.length; part++) {
            steps[part] = new LongCodes();
            add(columns.get(part), steps[part], order);
        }
    }

    private void add(Column column, LongCodes step, int[] order) {
        for (int row = 0; row < order.length; row++) {
            long value = column.code(order[row]) + 1L;
            long before = codes[row] + 1L;
            codes[row] = value + before == 0 ? Column.MISSING : step.add(before << PARTS_BITS | value);
        }
    }

    /** {@return what codes stand for} */
    static int[] through(int[] codes, int[] meanings) {
        int[] found = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            found[row] = codes[row] == Column.MISSING ? Column.MISSING : meanings[codes[row]];
        }
        return found;
    }

    int size() {
        return steps.length == 0 ? 0 : steps[steps.length - 1].size();
    }

    int[] codes() {
        return codes;
    }

    /** {@return the text that a combination has in a column, empty if missing} */
    String text(int code, int part) {
        int at = code;
        for (int step = steps.length - 1; step > part && at != Column.MISSING; step--) {
            at = (int) (steps[step].value(at) >>> PARTS_BITS) - 1;
        }
        if (at == Column.MISSING) {
            return "";
        }
        int value = (int) steps[part].value(at) - 1;
        return value == Column.MISSING ? "" : columns.get(part).text(value);
    }

    /** {@return the texts of a combination in some columns, joined by blanks} */
    String joined(int code, int from, int to) {
        String joined = "";
        for (int part = from; part < to; part++) {
            String text = text(code, part);
            joined = joined.isEmpty() ? text : text.isEmpty() ? joined : joined + " " + text;
        }
        return joined;
    }
}
