package dev.cdm.examples.cli;

import java.util.ArrayList;
import java.util.List;

/** Some rows of a file, column by column. */
final class RowBatch {

    private static final int MOST = 8192;

    private final List<String> ids = new ArrayList<>(MOST);
    private final List<List<String>> columns = new ArrayList<>();

    RowBatch(int width) {
        for (int column = 0; column < width; column++) {
            columns.add(new ArrayList<>(MOST));
        }
    }

    void id(String id) {
        ids.add(id);
    }

    void add(int column, String value) {
        columns.get(column).add(value);
    }

    boolean isFull() {
        return ids.size() >= MOST;
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    List<String> ids() {
        return ids;
    }

    List<String> values(int column) {
        return columns.get(column);
    }
}
