package dev.cdm.matching.joining;

import com.google.common.collect.ImmutableSet;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.permission.LinkGate;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.matching.blocking.RuleBlocking;
import dev.cdm.matching.table.Table;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A {@link LinkGate} made ready for the records of a table: which of them it may refuse at all is asked once, and the gate
 * itself only for pairs of two such records, so that all others cost the look at a bit. Safe for any thread; the gate is
 * asked by one thread at a time, and the mask must not be used after its unit of work.
 *
 * <p>It is handed to {@link RuleBlocking#gate} as it is, and to {@link Constraints.Builder#gate} by {@link #byId()}.
 */
public final class GateMask implements RuleBlocking.Gate {

    private static final int MOST_REMEMBERED = 1 << 20;

    private final LinkGate gate;
    private final UnitOfWork work;
    private final BitSet rows = new BitSet();
    private final Map<Integer, RecordId> records = new HashMap<>();
    private final Map<String, Integer> rowsById = new HashMap<>();
    private final Map<Long, Boolean> answers = new HashMap<>();
    private long asked;
    private long refused;

    private GateMask(LinkGate gate, Table table, Function<? super String, RecordId> recordIds, UnitOfWork work) {
        this.gate = gate;
        this.work = work;
        Map<RecordId, Integer> all = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            all.put(recordIds.apply(table.id(row)), row);
        }
        Set<RecordId> restricted = gate.restricted(ImmutableSet.copyOf(all.keySet()), work);
        for (int row = 0; row < table.rows() && !restricted.isEmpty(); row++) {
            RecordId id = recordIds.apply(table.id(row));
            if (restricted.contains(id)) {
                rows.set(row);
                records.put(row, id);
                rowsById.put(table.id(row), row);
            }
        }
    }

    /**
     * {@return the mask of a gate for the records of a table whose ids are written as {@link RecordId#text()} gives them}
     *
     * @param gate the gate
     * @param table the records; to link two tables, both one behind the other
     * @param work the unit of work in which the answers must hold
     * @throws IllegalArgumentException if an id is no record id
     */
    public static GateMask of(LinkGate gate, Table table, UnitOfWork work) {
        return new GateMask(gate, table, RecordId::parse, work);
    }

    /**
     * {@return the mask of a gate for the records of a table}
     *
     * @param gate the gate
     * @param table the records; to link two tables, both one behind the other
     * @param recordIds the record id that belongs to an id of the table
     * @param work the unit of work in which the answers must hold
     */
    public static GateMask of(
            LinkGate gate, Table table, Function<? super String, RecordId> recordIds, UnitOfWork work) {
        return new GateMask(gate, table, recordIds, work);
    }

    @Override
    public boolean mayCompare(int left, int right) {
        return !rows.get(left)
                || !rows.get(right)
                || left == right
                || answer(Math.min(left, right), Math.max(left, right));
    }

    private synchronized boolean answer(int smaller, int greater) {
        long key = (long) smaller << Integer.SIZE | greater;
        Boolean known = answers.get(key);
        if (known != null) {
            return known;
        }
        asked++;
        boolean granted = gate.mayLink(record(smaller), record(greater), work).granted();
        refused += granted ? 0 : 1;
        if (answers.size() < MOST_REMEMBERED) {
            answers.put(key, granted);
        }
        return granted;
    }

    private RecordId record(int row) {
        return Objects.requireNonNull(records.get(row), "a restricted row");
    }

    /** {@return the same by the ids of the table; a record that the table does not hold counts as permitted} */
    public BiPredicate<String, String> byId() {
        return (first, second) -> {
            Integer one = rowsById.get(first);
            Integer other = rowsById.get(second);
            return one == null || other == null || mayCompare(one, other);
        };
    }

    /** {@return how many records the gate may refuse in a pair} */
    public int restrictedRecords() {
        return rows.cardinality();
    }

    /** {@return how often the gate was asked so far; the first million pairs are asked for once each} */
    public synchronized long asked() {
        return asked;
    }

    /** {@return how many of these questions it answered with no} */
    public synchronized long refused() {
        return refused;
    }

    @Override
    public String toString() {
        return "GateMask of " + restrictedRecords() + " restricted records";
    }
}
