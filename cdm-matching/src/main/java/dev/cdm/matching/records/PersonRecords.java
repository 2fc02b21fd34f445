package dev.cdm.matching.records;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.clustering.JoinRules;
import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.joining.Answer.Opinion;
import dev.cdm.matching.joining.Constraints;
import dev.cdm.matching.joining.Joining;
import dev.cdm.matching.naming.Nicknames;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Records of one or two tables with the columns of every role, in an order that depends on their content only. Immutable
 * and safe for any thread.
 */
public final class PersonRecords {

    private final List<Table> tables;
    private final Map<Role, List<Column>> columns;
    private final int[] order;
    private final int[] rowsById;
    private final int rows;
    private Nicknames nicknames = Nicknames.usual();
    private Joining joining = Joining.USUAL;

    /**
     * Takes the records of one table.
     *
     * @param table the records
     * @param roles what the columns mean, by name; other columns are ignored
     * @throws IllegalArgumentException if a column with a role is missing, or if no column has one
     */
    public PersonRecords(Table table, Map<String, Role> roles) {
        this(List.of(table), List.of(roles));
    }

    /**
     * Takes the records of two tables to be linked. Columns meet by their role, several of one role in their order.
     *
     * @param left the left records
     * @param leftRoles what its columns mean
     * @param right the right records
     * @param rightRoles what its columns mean
     */
    public PersonRecords(Table left, Map<String, Role> leftRoles, Table right, Map<String, Role> rightRoles) {
        this(List.of(left, right), List.of(leftRoles, rightRoles));
    }

    /**
     * {@return records of one or two tables in the columns of other records}
     *
     * @param known what the columns of the other records mean, in their order
     * @param tables the records
     * @param roles what their columns mean, for each table; columns meet by their names if all of them are known, else by
     *     their role and, several of one role, in the order of the table. What a table lacks is missing
     * @throws IllegalArgumentException if a table has more columns of a role than are known
     */
    public static PersonRecords fitted(Map<String, Role> known, List<Table> tables, List<Map<String, Role>> roles) {
        return new PersonRecords(tables, roles, known);
    }

    private PersonRecords(List<Table> tables, List<Map<String, Role>> roles) {
        this(tables, roles, Map.of());
    }

    private PersonRecords(List<Table> tables, List<Map<String, Role>> roles, Map<String, Role> known) {
        this.tables = tables;
        rows = tables.stream().mapToInt(Table::rows).reduce(0, Math::addExact);
        columns = RoleColumns.of(tables, roles, known);
        rowsById = IdOrder.of(rows, this::idAt);
        refuseRepeatedIds();
        order = ContentOrder.of(columns, rowsById);
    }

    /**
     * {@return these records, in which some given names may stand for others}
     *
     * @param known which ones; {@link Nicknames#usual()} by default
     */
    public PersonRecords nicknames(Nicknames known) {
        nicknames = known;
        return this;
    }

    /**
     * {@return these records, to be joined in another way}
     *
     * @param other how; {@link Joining#USUAL} by default
     * @throws IllegalArgumentException if a column of the constraints is missing
     */
    public PersonRecords joining(Joining other) {
        joining = other;
        return this;
    }

    /** {@return how they are joined} */
    public Joining joining() {
        return joining;
    }

    /** {@return the constraints, by the numbers of the records} */
    public JoinRules rules() {
        Constraints bounds = joining.bounds();
        Map<String, Integer> numbers = bounds.isEmpty() ? Map.of() : numbers();
        return new JoinRules(
                bounds,
                rows,
                this::id,
                id -> numbers.getOrDefault(id, JoinRules.UNKNOWN),
                name -> {
                    Column column = named(name);
                    return row -> column.code(order[row]);
                },
                name -> named(name)::text);
    }

    private Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        IntStream.range(0, rows).forEach(row -> numbers.put(id(row), row));
        return numbers;
    }

    /** {@return what people said of pairs of these records, by {@link ScoredPairs#key}} */
    public Map<Long, Opinion> answers() {
        return joining.answers(joining.answers().isEmpty() ? Map.of() : numbers(), ScoredPairs::key);
    }

    private Column named(String name) {
        List<Column> parts = tables.stream()
                .map(table -> table.column(name).orElseGet(() -> Column.empty(name, table.rows())))
                .toList();
        boolean known = tables.stream().anyMatch(table -> table.column(name).isPresent());
        Checks.require(known, "constraints", "must name columns of the table", name);
        return parts.size() == 1 ? parts.get(0) : Column.concat(parts.get(0), parts.get(1));
    }

    /** {@return which given names may stand for others} */
    public Nicknames nicknames() {
        return nicknames;
    }

    /** {@return how many records there are} */
    public int rows() {
        return rows;
    }

    /**
     * {@return the id of a record}
     *
     * @param row the number of the record in the order of the content
     */
    public String id(int row) {
        return idAt(order[row]);
    }

    /** {@return the numbers of the records in the code-point order of their ids} */
    public int[] byId() {
        int[] numbers = new int[rows];
        for (int number = 0; number < rows; number++) {
            numbers[order[number]] = number;
        }
        return Arrays.stream(rowsById).map(row -> numbers[row]).toArray();
    }

    /**
     * {@return whether a record is of the second table}
     *
     * @param row the number of the record in the order of the content
     */
    public boolean isRight(int row) {
        return order[row] >= tables.get(0).rows();
    }

    /** {@return the rows of the tables in the order of the content} */
    public int[] order() {
        return order.clone();
    }

    /** {@return the columns of every role, their rows as the tables have them} */
    public Map<Role, List<Column>> columns() {
        return ImmutableMap.copyOf(columns);
    }

    private void refuseRepeatedIds() {
        long twice = IntStream.range(1, rows)
                .filter(i -> idAt(rowsById[i]).equals(idAt(rowsById[i - 1])))
                .count();
        Checks.require(twice == 0, "id", "must be different for every record, but repetitions were found", twice);
    }

    private String idAt(int row) {
        int left = tables.get(0).rows();
        return row < left ? tables.get(0).id(row) : tables.get(1).id(row - left);
    }

    /** {@return for every row of the tables, one after the other, its number in the order of the content} */
    public int[] places() {
        int[] places = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
        return places;
    }

    /**
     * {@return the value of a row of the tables in a column, if it has one}
     *
     * @param name the name of the column
     * @param row the row, those of the second table after those of the first
     */
    public Optional<String> value(String name, int row) {
        return columns.values().stream()
                .flatMap(List::stream)
                .filter(column -> column.name().equals(name))
                .findFirst()
                .flatMap(column -> column.value(row));
    }

    /**
     * {@return the values of a row of the tables in the columns of some roles, joined by blanks, if it has any}
     *
     * @param roles the roles
     * @param row the row, those of the second table after those of the first
     */
    public Optional<String> values(List<Role> roles, int row) {
        String joined = roles.stream()
                .flatMap(role -> columns.getOrDefault(role, List.of()).stream())
                .flatMap(column -> column.value(row).stream())
                .collect(Collectors.joining(" "));
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }

    /** {@return what the columns mean, by name, several of one role in their order} */
    public Map<String, Role> roles() {
        Map<String, Role> named = new LinkedHashMap<>();
        columns.forEach((role, all) -> all.forEach(column -> named.put(column.name(), role)));
        return named;
    }

    /**
     * {@return by the columns of a model, which columns of records stand for them; what is missing has none}
     *
     * @param known what the columns of the model mean, in their order
     * @param roles what the columns of the records mean; they meet by name if the model knows all of them, else by role and,
     *     several of one role, in their order
     * @throws IllegalArgumentException if the records have more columns of a role than the model
     */
    public static Map<String, String> inputs(Map<String, Role> known, Map<String, Role> roles) {
        return RoleColumns.inputs(known, roles);
    }
}
