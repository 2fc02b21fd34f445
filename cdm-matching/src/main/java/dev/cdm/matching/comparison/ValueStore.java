package dev.cdm.matching.comparison;

import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Dictionary;
import dev.cdm.matching.table.Table;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** The values of the fields of some conditions, read once for all threads; they share one numbering. */
final class ValueStore {

    private final Table table;
    private final Dictionary texts = new Dictionary();
    private final Map<Field, Field.Values> values = new LinkedHashMap<>();
    private final Map<Field, double[]> days = new HashMap<>();
    private final Map<Field, double[]> amounts = new HashMap<>();
    private final Map<List<Object>, int[][]> entries = new HashMap<>();

    private int[] points = new int[64];
    private int[] starts = new int[1];
    private long[] letters = {};

    ValueStore(Table table) {
        this.table = table;
    }

    /** Reads everything that a condition needs; not to be called once threads share the store. */
    void read(Condition condition) {
        refuseRestricted(condition);
        new TestBinder(this, false).bind(condition);
    }

    private void refuseRestricted(Condition condition) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(this::refuseRestricted);
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(this::refuseRestricted);
        } else if (condition instanceof Condition.Not not) {
            refuseRestricted(not.part());
        } else if (!(condition instanceof Condition.Equal equal)) {
            String use = condition.getClass().getSimpleName();
            if (!(condition instanceof Condition.Missing)) {
                Condition.columns(condition).forEach(column -> Field.refuseRestricted(table, Field.of(column), use));
            }
        } else if (isRestricted(equal.left()) != isRestricted(equal.right())) {
            String use = "equality with a column that is not";
            Field.refuseRestricted(table, isRestricted(equal.left()) ? equal.left() : equal.right(), use);
        }
    }

    private boolean isRestricted(Field field) {
        return table.column(field.column()).filter(Column::isRestricted).isPresent();
    }

    /** Decodes all texts; to be called when all is read. */
    void complete() {
        starts = new int[texts.size() + 1];
        letters = new long[texts.size()];
        for (int number = 0; number < texts.size(); number++) {
            int[] decoded = texts.text(number).codePoints().toArray();
            int end = Math.addExact(starts[number], decoded.length);
            if (end > points.length) {
                points = Arrays.copyOf(points, Math.max(end, points.length + (points.length >> 1)));
            }
            System.arraycopy(decoded, 0, points, starts[number], decoded.length);
            starts[number + 1] = end;
            letters[number] =
                    Arrays.stream(decoded).mapToLong(point -> 1L << point).reduce(0, (a, b) -> a | b);
        }
    }

    /** {@return a bit for each code point that occurs in a text, several of which share a bit} */
    long[] letters() {
        return letters;
    }

    /** {@return the code points of all texts, one text after the other} */
    int[] points() {
        return points;
    }

    /** {@return where the texts start, and after the last where it ends} */
    int[] starts() {
        return starts;
    }

    Field.Values values(Field field) {
        return cached(values, field, () -> new Field.Values(table, field, texts));
    }

    double[] days(Field field) {
        return cached(days, field, () -> numbers(field, ValueStore::day));
    }

    double[] amounts(Field field) {
        return cached(amounts, field, () -> numbers(field, ValueStore::amount));
    }

    int[][] entries(Field field, String separator) {
        return cached(entries, List.of(field, separator), () -> split(field, Pattern.compile(separator)));
    }

    /** No write once all is read, so that threads may share the store. */
    private static <K, V> V cached(Map<K, V> map, K key, Supplier<V> maker) {
        V found = map.get(key);
        if (found == null) {
            found = maker.get();
            map.put(key, found);
        }
        return found;
    }

    /** By number of the value; numbers that other fields use are not filled. */
    private double[] numbers(Field field, ToDoubleFunction<String> reader) {
        Field.Values read = values(field);
        double[] made = new double[texts.size()];
        read.used().forEach(number -> made[number] = reader.applyAsDouble(read.text(number)));
        return made;
    }

    private int[][] split(Field field, Pattern separator) {
        Field.Values read = values(field);
        Dictionary parts = new Dictionary();
        int[][] lists = new int[texts.size()][];
        read.used()
                .forEach(number -> lists[number] = separator
                        .splitAsStream(read.text(number))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .mapToInt(parts::add)
                        .sorted()
                        .distinct()
                        .toArray());
        return lists;
    }

    private static double day(String text) {
        try {
            return LocalDate.parse(text).toEpochDay();
        } catch (DateTimeParseException e) {
            return Double.NaN;
        }
    }

    private static double amount(String text) {
        try {
            double amount = Double.parseDouble(text);
            return Double.isFinite(amount) ? amount : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
