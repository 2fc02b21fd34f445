package dev.cdm.matching.clustering;

import dev.cdm.matching.joining.Constraints;
import dev.cdm.matching.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

/** Constraints bound to the records of a table by their numbers. Immutable and safe for any thread. */
public final class JoinRules {

    /** No record. */
    public static final int UNKNOWN = -1;

    private static final double CERTAIN = Double.POSITIVE_INFINITY;

    private final Constraints constraints;
    private final IntFunction<String> ids;
    private final Map<Integer, Set<Integer>> apart = new TreeMap<>();
    private final Set<Long> together = new HashSet<>();
    private final int[][] sources;
    private final int[][] limited;
    private final int[] limits;
    private final int unknown;

    /**
     * Finds the records of the constraints. Verdicts on records that are not there are left out and counted.
     *
     * @param constraints what holds
     * @param rows how many records there are
     * @param ids the ids of the records
     * @param numbers the number of the record with an id, or {@link #UNKNOWN}
     * @param columns the code of a record in a column by its name, {@link Column#MISSING} without a value
     * @param texts the text of a code in a column
     * @throws IllegalArgumentException if must-links join two records that a cannot-link keeps apart
     */
    public JoinRules(
            Constraints constraints,
            int rows,
            IntFunction<String> ids,
            ToIntFunction<String> numbers,
            Function<String, IntUnaryOperator> columns,
            Function<String, IntFunction<String>> texts) {
        this.constraints = constraints;
        this.ids = ids;
        unknown = heard(numbers);
        refuseContradictions(rows);
        sources = constraints.duplicateFree().entrySet().stream()
                .map(free -> sources(rows, free.getValue(), columns.apply(free.getKey()), texts.apply(free.getKey())))
                .toArray(int[][]::new);
        limits = constraints.limits().values().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        limited = constraints.limits().keySet().stream()
                .map(column -> codes(rows, columns.apply(column)))
                .toArray(int[][]::new);
    }

    /** Takes the verdicts; returns how many of them name a record that is not there. */
    private int heard(ToIntFunction<String> numbers) {
        int missed = 0;
        for (Constraints.Verdict verdict : constraints.cannotLinks()) {
            missed += keepApart(numbers.applyAsInt(verdict.first()), numbers.applyAsInt(verdict.second()));
        }
        for (Constraints.Verdict verdict : constraints.mustLinks()) {
            missed += putTogether(numbers.applyAsInt(verdict.first()), numbers.applyAsInt(verdict.second()));
        }
        return missed;
    }

    private static int[] sources(int rows, Set<String> names, IntUnaryOperator code, IntFunction<String> text) {
        return codes(rows, row -> {
            int own = code.applyAsInt(row);
            boolean free = own != Column.MISSING && (names.isEmpty() || names.contains(text.apply(own)));
            return free ? own : Column.MISSING;
        });
    }

    private static int[] codes(int rows, IntUnaryOperator code) {
        int[] codes = new int[rows];
        Arrays.setAll(codes, code);
        return codes;
    }

    private int keepApart(int a, int b) {
        if (a == UNKNOWN || b == UNKNOWN) {
            return 1;
        }
        apart.computeIfAbsent(a, row -> new HashSet<>()).add(b);
        apart.computeIfAbsent(b, row -> new HashSet<>()).add(a);
        return 0;
    }

    private int putTogether(int a, int b) {
        if (a == UNKNOWN || b == UNKNOWN) {
            return 1;
        }
        together.add(pair(a, b));
        return 0;
    }

    private void refuseContradictions(int rows) {
        DisjointRows joined = new DisjointRows(rows);
        together.forEach(pair -> joined.join((int) (pair >>> Integer.SIZE), pair.intValue()));
        for (Map.Entry<Integer, Set<Integer>> entry : apart.entrySet()) {
            int a = entry.getKey();
            for (int b : entry.getValue()) {
                if (joined.find(a) == joined.find(b)) {
                    throw new IllegalArgumentException("`constraints` must not contradict each other: cannot-link `"
                            + ids.apply(Math.min(a, b)) + "`, `" + ids.apply(Math.max(a, b)) + "`, but must-link "
                            + mustLinkOf(a) + " leads from one to the other");
                }
            }
        }
    }

    private String mustLinkOf(int row) {
        return together.stream()
                .filter(pair -> (int) (pair >>> Integer.SIZE) == row || pair.intValue() == row)
                .sorted()
                .findFirst()
                .map(pair -> "`" + ids.apply((int) (pair >>> Integer.SIZE)) + "`, `" + ids.apply(pair.intValue()) + "`")
                .orElse("");
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
    }

    /**
     * {@return warnings, and one more if verdicts name records that are not there}
     *
     * @param others the other warnings
     */
    public List<String> warnings(List<String> others) {
        List<String> all = new ArrayList<>(others);
        if (unknown > 0) {
            all.add(unknown + " of the must-links and cannot-links name a record that is not there");
        }
        return all;
    }

    /** {@return whether nothing is constrained} */
    public boolean isEmpty() {
        return constraints.isEmpty();
    }

    /**
     * {@return whether two records may be compared and joined}
     *
     * @param a one record
     * @param b another record
     */
    public boolean mayMeet(int a, int b) {
        return isEmpty() || (isPermitted(a, b) && (together.contains(pair(a, b)) || isWithinLimits(a, b)));
    }

    /** {@return whether neither the gate nor a cannot-link keeps two records apart} */
    private boolean isPermitted(int a, int b) {
        Set<Integer> others = apart.get(a);
        return (others == null || !others.contains(b))
                && (!constraints.hasGate() || constraints.gate().test(ids.apply(a), ids.apply(b)));
    }

    private boolean isWithinLimits(int a, int b) {
        for (int[] source : sources) {
            if (source[a] != Column.MISSING && source[a] == source[b]) {
                return false;
            }
        }
        for (int limit = 0; limit < limits.length; limit++) {
            int first = limited[limit][a];
            int second = limited[limit][b];
            if (limits[limit] == 1 && first != second && first != Column.MISSING && second != Column.MISSING) {
                return false;
            }
        }
        return true;
    }

    /** What a must-link has already brought together is not held against the rest. */
    private boolean isWithinLimits(int[] first, int[] second) {
        for (int[] source : sources) {
            if (!Collections.disjoint(values(source, first), values(source, second))) {
                return false;
            }
        }
        for (int limit = 0; limit < limits.length; limit++) {
            Set<Integer> own = values(limited[limit], first);
            Set<Integer> all = values(limited[limit], second);
            int before = Math.max(own.size(), all.size());
            all.addAll(own);
            if (all.size() > Math.max(limits[limit], before)) {
                return false;
            }
        }
        return true;
    }

    private static Set<Integer> values(int[] codes, int[] rows) {
        Set<Integer> values = new HashSet<>();
        for (int row : rows) {
            if (codes[row] != Column.MISSING) {
                values.add(codes[row]);
            }
        }
        return values;
    }

    /** {@return whether two clusters may be one; a must-link outranks limits} */
    boolean mayJoin(int[] first, int[] second, double logit) {
        if (isEmpty()) {
            return true;
        }
        for (int a : first) {
            for (int b : second) {
                if (!isPermitted(a, b)) {
                    return false;
                }
            }
        }
        return logit == CERTAIN || isWithinLimits(first, second);
    }

    /** {@return the pairs that must be joined and may, the smaller record first, in ascending order} */
    public int[][] mustLinks() {
        return together.stream()
                .sorted()
                .map(pair -> new int[] {(int) (pair >>> Integer.SIZE), pair.intValue()})
                .filter(pair -> isPermitted(pair[0], pair[1]))
                .toArray(int[][]::new);
    }

    /**
     * {@return the same pairs, certain where a must-link says so}
     *
     * @param pairs scored pairs, the must-links among them
     */
    public ScoredPairs certain(ScoredPairs pairs) {
        if (together.isEmpty()) {
            return pairs;
        }
        double[] logits = pairs.logits().clone();
        for (int pair = 0; pair < logits.length; pair++) {
            boolean must = together.contains(pair(pairs.left()[pair], pairs.right()[pair]));
            logits[pair] = must && isPermitted(pairs.left()[pair], pairs.right()[pair]) ? CERTAIN : logits[pair];
        }
        return new ScoredPairs(pairs.left(), pairs.right(), logits);
    }
}
