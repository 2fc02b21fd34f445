package dev.cdm.matching.comparison;

import dev.cdm.matching.similarity.EditDistance;
import dev.cdm.matching.similarity.PreparedDistance;
import dev.cdm.matching.similarity.ValueDistance;
import dev.cdm.matching.table.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Binds conditions to the values of a table for one thread. */
final class TestBinder {

    private static final double SECONDS_PER_DAY = 86_400;

    private final ValueStore store;
    private final Map<List<Object>, KnownSimilarity> similarities = new HashMap<>();

    private final boolean byCode;

    /** The tests take records or, if all conditions read one column, its codes. */
    TestBinder(ValueStore store, boolean byCode) {
        this.store = store;
        this.byCode = byCode;
    }

    private Field.Values values(Field field) {
        return byCode ? store.values(field).byCode() : store.values(field);
    }

    PairTest bind(Condition condition) {
        if (condition instanceof Condition.Otherwise) {
            return (left, right) -> PairTest.YES;
        }
        if (condition instanceof Condition.Missing missing) {
            Field.Values values = values(missing.field());
            return (left, right) ->
                    PairTest.of(values.number(left) == Column.MISSING || values.number(right) == Column.MISSING);
        }
        if (condition instanceof Condition.All all) {
            return PairTest.all(bind(all.parts()));
        }
        if (condition instanceof Condition.Any any) {
            return PairTest.any(bind(any.parts()));
        }
        if (condition instanceof Condition.Not not) {
            return PairTest.not(bind(not.part()));
        }
        return condition instanceof Condition.Distance distance ? distance(distance) : byNumber(condition);
    }

    private List<PairTest> bind(List<Condition> parts) {
        List<PairTest> tests = new ArrayList<>();
        parts.forEach(part -> tests.add(bind(part)));
        return tests;
    }

    private PairTest byNumber(Condition condition) {
        if (condition instanceof Condition.Equal equal) {
            Field.Values one = values(equal.left());
            Field.Values other = values(equal.right());
            return present(one, other, (left, right) -> PairTest.of(left == right));
        }
        if (condition instanceof Condition.Similar similar) {
            Field.Values values = values(similar.field());
            KnownSimilarity known = similarities.computeIfAbsent(
                    List.of(similar.field(), similar.measure()), key -> new KnownSimilarity(store, similar.measure()));
            return present(values, values, (left, right) -> PairTest.of(known.atLeast(left, right, similar.atLeast())));
        }
        if (condition instanceof Condition.Edits edits) {
            return edits(edits);
        }
        if (condition instanceof Condition.Shared shared) {
            return shared(shared);
        }
        if (condition instanceof Condition.Custom custom) {
            Field.Values values = values(custom.field());
            return present(
                    values,
                    values,
                    (left, right) -> PairTest.of(custom.test().test(values.text(left), values.text(right))));
        }
        return byAmount(condition);
    }

    private PairTest byAmount(Condition condition) {
        if (condition instanceof Condition.Days days) {
            double seconds = days.days() * SECONDS_PER_DAY;
            return amounts(
                    days.field(),
                    store.days(days.field()),
                    (left, right) -> Math.abs(left - right) * SECONDS_PER_DAY <= seconds);
        }
        if (condition instanceof Condition.Difference difference) {
            return amounts(
                    difference.field(),
                    store.amounts(difference.field()),
                    (left, right) -> difference.relative()
                            ? ValueDistance.relative(left, right) <= difference.atMost()
                            : ValueDistance.absolute(left, right) <= difference.atMost());
        }
        throw new IllegalStateException(
                "unknown condition " + condition.getClass().getSimpleName());
    }

    private static PairTest present(Field.Values one, Field.Values other, PairTest test) {
        return (left, right) -> {
            int a = one.number(left);
            int b = other.number(right);
            return a == Column.MISSING || b == Column.MISSING ? PairTest.UNKNOWN : test.test(a, b);
        };
    }

    private PairTest edits(Condition.Edits edits) {
        Field.Values values = values(edits.field());
        return present(values, values, edits.atMost() == 1 ? oneEdit(edits.distance()) : fewEdits(edits));
    }

    private PairTest oneEdit(EditDistance distance) {
        int[] points = store.points();
        int[] starts = store.starts();
        boolean swaps = distance != EditDistance.LEVENSHTEIN;
        return (left, right) -> PairTest.of(
                OneEdit.apart(points, starts[left], starts[left + 1], starts[right], starts[right + 1], swaps));
    }

    private PairTest fewEdits(Condition.Edits edits) {
        PreparedDistance prepared = edits.distance().oneToMany();
        int[] points = store.points();
        int[] starts = store.starts();
        long[] letters = store.letters();
        int limit = edits.atMost();
        return (left, right) -> {
            int start = starts[left];
            int end = starts[left + 1];
            int from = starts[right];
            int to = starts[right + 1];
            if (left == right
                    || Math.abs(end - start - to + from) > limit
                    || Long.bitCount(letters[left] & ~letters[right]) > limit
                    || Long.bitCount(letters[right] & ~letters[left]) > limit) {
                return PairTest.of(left == right);
            }
            return PairTest.of(prepared.against(points, start, end).distance(points, from, to, limit) <= limit);
        };
    }

    private PairTest shared(Condition.Shared shared) {
        Field.Values values = values(shared.field());
        int[][] entries = store.entries(shared.field(), shared.separator());
        return present(values, values, (left, right) -> {
            int common = 0;
            for (int i = 0, j = 0; i < entries[left].length && j < entries[right].length; ) {
                int order = Integer.compare(entries[left][i], entries[right][j]);
                common += order == 0 ? 1 : 0;
                i += order <= 0 ? 1 : 0;
                j += order >= 0 ? 1 : 0;
            }
            return PairTest.of(common >= shared.atLeast());
        });
    }

    private PairTest distance(Condition.Distance distance) {
        Field.Values latitudes = values(distance.latitude());
        Field.Values longitudes = values(distance.longitude());
        double[] north = store.amounts(distance.latitude());
        double[] east = store.amounts(distance.longitude());
        IntPredicate there = row -> at(north, latitudes, row) >= -90
                && at(north, latitudes, row) <= 90
                && Math.abs(at(east, longitudes, row)) <= 180;
        return (left, right) -> !there.test(left) || !there.test(right)
                ? PairTest.UNKNOWN
                : PairTest.of(ValueDistance.kilometres(
                                at(north, latitudes, left),
                                at(east, longitudes, left),
                                at(north, latitudes, right),
                                at(east, longitudes, right))
                        <= distance.kilometres());
    }

    private static double at(double[] amounts, Field.Values values, int row) {
        int number = values.number(row);
        return number == Column.MISSING ? Double.NaN : amounts[number];
    }

    private interface AmountTest {
        boolean test(double left, double right);
    }

    private PairTest amounts(Field field, double[] amounts, AmountTest test) {
        Field.Values values = values(field);
        return present(values, values, (left, right) -> {
            double a = amounts[left];
            double b = amounts[right];
            return Double.isNaN(a) || Double.isNaN(b) ? PairTest.UNKNOWN : PairTest.of(test.test(a, b));
        });
    }
}
