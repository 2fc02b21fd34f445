package dev.cdm.matching.blocking;

import com.google.common.collect.ImmutableList;
import dev.cdm.matching.blocking.BlockingRule.QGrams;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Dictionary;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The several values of a key, as numbers in ascending order, and the order in which rows are neighbours. */
final class SpreadKeys {

    private static final int[] NONE = {};
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long MIX = 0xBF58476D1CE4E5B9L;

    private final Dictionary parts = new Dictionary();

    /** {@return the numbers by row; none for a missing value} */
    int[][] of(Table table, BlockingRule.Spread spread) {
        Field.refuseRestricted(table, spread.field(), spread.getClass().getSimpleName());
        Field.Values values = new Field.Values(table, spread.field(), new Dictionary());
        int[][] byRow = new int[table.rows()][];
        int[][] known = new int[table.rows()][];
        Function<String, IntStream> cut = cut(spread);
        for (int row = 0; row < byRow.length; row++) {
            int number = values.number(row);
            if (number == Column.MISSING) {
                byRow[row] = NONE;
                continue;
            }
            if (known[number] == null) {
                known[number] =
                        cut.apply(values.text(number)).sorted().distinct().toArray();
            }
            byRow[row] = known[number];
        }
        return byRow;
    }

    private Function<String, IntStream> cut(BlockingRule.Spread spread) {
        if (spread instanceof BlockingRule.Tokens tokens) {
            Pattern separator = Pattern.compile(tokens.separator());
            return text -> separator
                    .splitAsStream(text)
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .mapToInt(parts::add);
        }
        if (spread instanceof BlockingRule.MinHash hash) {
            return text -> IntStream.range(0, hash.bands()).map(band -> parts.add(band(text, hash, band)));
        }
        if (spread instanceof BlockingRule.QGrams grams) {
            RareGrams rare = new RareGrams(grams);
            return text -> rare.of(text).stream().mapToInt(parts::add);
        }
        return text -> IntStream.of(0);
    }

    private static String band(String text, BlockingRule.MinHash hash, int band) {
        int[] points = text.codePoints().toArray();
        StringBuilder signature = new StringBuilder().append(band);
        for (int row = 0; row < hash.rows(); row++) {
            long seed = ((long) band * hash.rows() + row + 1) * SPREAD;
            long least = Long.MAX_VALUE;
            for (int i = 0; i <= Math.max(0, points.length - hash.q()); i++) {
                int end = Math.min(points.length, i + hash.q());
                least = Math.min(least, mixed(seed, Arrays.hashCode(Arrays.copyOfRange(points, i, end))));
            }
            signature.append(' ').append(least);
        }
        return signature.toString();
    }

    private static long mixed(long seed, int gram) {
        long hash = seed ^ gram * MIX;
        hash = (hash ^ (hash >>> 30)) * MIX;
        hash = (hash ^ (hash >>> 27)) * SPREAD;
        return hash ^ (hash >>> 31);
    }

    /**
     * {@return the place of every row in the order of their texts, those of columns that the rule does not read
     * first; restricted ones do not count}
     */
    static int[] ranks(Table table, BlockingRule rule) {
        Set<String> used = Condition.columns(rule.condition());
        List<Column> columns = table.columns().stream()
                .filter(column -> !column.isRestricted())
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

    /** The rarest q-grams of texts, by an order in which the frequent ones come last. */
    static final class RareGrams {

        private final QGrams rule;
        private final Map<String, Integer> places = new HashMap<>();

        RareGrams(QGrams rule) {
            this.rule = rule;
            rule.common().forEach(gram -> places.putIfAbsent(gram, places.size()));
        }

        /** {@return the keys of a text} */
        List<String> of(String text) {
            Set<String> grams = grams(text, rule.q());
            int keys = grams.size() - (int) Math.ceil(rule.similarity() * grams.size() - 1e-9) + 1;
            return grams.stream()
                    .sorted(Comparator.comparingLong(this::rank).thenComparing(Comparator.naturalOrder()))
                    .limit(Math.min(keys, QGrams.MOST_KEYS))
                    .toList();
        }

        /** A rare one by its hash; the more frequent a common one, the later. */
        private long rank(String gram) {
            Integer place = places.get(gram);
            return place == null ? (gram.hashCode() * SPREAD) >>> 1 : Long.MAX_VALUE - place;
        }

        private static Set<String> grams(String text, int q) {
            int[] points = text.codePoints().toArray();
            Set<String> grams = new LinkedHashSet<>();
            for (int i = 0; i <= Math.max(0, points.length - q); i++) {
                grams.add(new String(points, i, Math.min(q, points.length - i)));
            }
            return grams;
        }

        /** {@return the q-grams that most records of a table have, the most frequent first; those of one record do not count} */
        static List<String> common(Table table, Field field, int q, int most) {
            Field.refuseRestricted(table, field, QGrams.class.getSimpleName());
            Field.Values values = new Field.Values(table, field, new Dictionary());
            Map<Integer, Integer> rows = new HashMap<>();
            for (int row = 0; row < table.rows(); row++) {
                if (values.number(row) != Column.MISSING) {
                    rows.merge(values.number(row), 1, Integer::sum);
                }
            }
            Map<String, Integer> counts = new HashMap<>();
            rows.forEach((number, count) ->
                    grams(values.text(number), q).forEach(gram -> counts.merge(gram, count, Integer::sum)));
            return counts.entrySet().stream()
                    .filter(entry -> entry.getValue() > 1)
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(most)
                    .map(Map.Entry::getKey)
                    .collect(ImmutableList.toImmutableList());
        }
    }
}
