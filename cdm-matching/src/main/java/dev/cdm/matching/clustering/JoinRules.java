package dev.cdm.matching.clustering;

import dev.cdm.matching.joining.Constraints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

/** Constraints bound to the records of a table by their numbers. Immutable and safe for any thread. */
public final class JoinRules {

    /** No record. */
    public static final int UNKNOWN = -1;

    private final Constraints constraints;
    private final int rows;
    private final IntFunction<String> ids;
    private final Map<Integer, Set<Integer>> apart = new TreeMap<>();
    private final MustLinks together = new MustLinks();
    private final ValueLimits limits;
    private final int unknown;
    private final int refused;

    /**
     * Finds the records of the constraints. Verdicts on records that are not there are left out and counted; so are
     * must-links that the gate refuses, be it through other must-links. Those are heard in the order of their ids.
     *
     * @param constraints what holds
     * @param rows how many records there are
     * @param ids the ids of the records
     * @param numbers the number of the record with an id, or {@link #UNKNOWN}
     * @param columns the code of a record in a column by its name, {@link dev.cdm.matching.table.Column#MISSING} without a value
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
        this.rows = rows;
        this.ids = ids;
        unknown = heard(numbers);
        refuseContradictions();
        limits = new ValueLimits(constraints, rows, columns, texts);
        refused = together.join(ids, this::isPermitted);
    }

    /**
     * {@return rules that let all records be joined}
     *
     * @param rows how many records there are
     */
    public static JoinRules none(int rows) {
        return new JoinRules(
                Constraints.none(), rows, Integer::toString, id -> UNKNOWN, name -> row -> row, name -> Integer::toString);
    }

    /** Takes the verdicts; returns how many of them name a record that is not there. */
    private int heard(ToIntFunction<String> numbers) {
        int missed = 0;
        for (Constraints.Verdict verdict : constraints.cannotLinks()) {
            missed += hear(numbers.applyAsInt(verdict.first()), numbers.applyAsInt(verdict.second()), this::keepApart);
        }
        for (Constraints.Verdict verdict : constraints.mustLinks()) {
            missed += hear(numbers.applyAsInt(verdict.first()), numbers.applyAsInt(verdict.second()), together::add);
        }
        return missed;
    }

    private static int hear(int a, int b, BiConsumer<Integer, Integer> verdict) {
        if (a == UNKNOWN || b == UNKNOWN) {
            return 1;
        }
        verdict.accept(a, b);
        return 0;
    }

    private void keepApart(int a, int b) {
        apart.computeIfAbsent(a, row -> new HashSet<>()).add(b);
        apart.computeIfAbsent(b, row -> new HashSet<>()).add(a);
    }

    private void refuseContradictions() {
        DisjointRows joined = new DisjointRows(rows);
        together.all().forEach(pair -> joined.join(pair[0], pair[1]));
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
        return together.all()
                .filter(pair -> pair[0] == row || pair[1] == row)
                .findFirst()
                .map(pair -> "`" + ids.apply(pair[0]) + "`, `" + ids.apply(pair[1]) + "`")
                .orElse("");
    }

    /**
     * {@return warnings, and more if verdicts name records that are not there, or if the gate refuses must-links}
     *
     * @param others the other warnings
     */
    public List<String> warnings(List<String> others) {
        List<String> all = new ArrayList<>(others);
        if (unknown > 0) {
            all.add(unknown + " of the must-links and cannot-links name a record that is not there");
        }
        if (refused > 0) {
            all.add(refused + " of the must-links are not kept: the gate refuses them, or what they lead to");
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
        return isEmpty() || (isPermitted(a, b) && (together.areJoined(a, b) || limits.permit(a, b)));
    }

    /** {@return whether neither the gate nor a cannot-link keeps two records apart} */
    private boolean isPermitted(int a, int b) {
        Set<Integer> others = apart.get(a);
        return (others == null || !others.contains(b))
                && (!constraints.hasGate() || constraints.gate().test(ids.apply(a), ids.apply(b)));
    }

    private boolean isPermitted(int[] first, int[] second) {
        return (apart.isEmpty() && !constraints.hasGate())
                || Arrays.stream(first).allMatch(a -> Arrays.stream(second).allMatch(b -> isPermitted(a, b)));
    }

    /** {@return whether two sets of records may be one} */
    boolean mayJoin(int[] first, int[] second) {
        return isEmpty() || (isPermitted(first, second) && limits.permit(first, second));
    }

    /** {@return the records that must be one with a record, itself among them, in ascending order} */
    int[] bound(int row) {
        return together.group(row);
    }

    /** {@return whether a must-link says of two records that they are one, and may} */
    boolean isMustLink(int a, int b) {
        return together.hold(a, b);
    }

    /** {@return all records, those joined that must be one} */
    DisjointRows joined() {
        return together.joined(rows);
    }

    /** {@return the pairs that must be joined and may, the smaller record first, in ascending order} */
    public int[][] mustLinks() {
        return together.all()
                .filter(pair -> together.areJoined(pair[0], pair[1]))
                .toArray(int[][]::new);
    }
}
