package dev.cdm.matching.roles;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.clustering.JoinRules;
import dev.cdm.matching.joining.Answer.Opinion;
import dev.cdm.matching.joining.Constraints;
import dev.cdm.matching.joining.Joining;
import dev.cdm.matching.naming.Nicknames;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Records of one or two tables with the columns of every role, in an order that depends on their content only. Immutable
 * and safe for any thread.
 */
public final class PersonRecords {

    private static final List<Role> NEARNESS =
            List.of(Role.FAMILY_NAME, Role.FULL_NAME, Role.GIVEN_NAME, Role.ORGANISATION);

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final List<Table> tables;
    private final Map<Role, List<Column>> columns = new EnumMap<>(Role.class);
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
    static PersonRecords fitted(Map<String, Role> known, List<Table> tables, List<Map<String, Role>> roles) {
        return new PersonRecords(tables, roles, known);
    }

    private PersonRecords(List<Table> tables, List<Map<String, Role>> roles) {
        this(tables, roles, Map.of());
    }

    private PersonRecords(List<Table> tables, List<Map<String, Role>> roles, Map<String, Role> known) {
        this.tables = tables;
        rows = tables.stream().mapToInt(Table::rows).reduce(0, Math::addExact);
        List<Map<Role, List<Column>>> each = new ArrayList<>();
        for (int table = 0; table < tables.size(); table++) {
            each.add(
                    known.isEmpty()
                            ? byRole(tables.get(table), roles.get(table))
                            : byKnownRole(tables.get(table), roles.get(table), known));
        }
        Set<String> names = new HashSet<>();
        for (Role role : Role.values()) {
            int most = each.stream()
                    .mapToInt(map -> map.getOrDefault(role, List.of()).size())
                    .max()
                    .orElse(0);
            for (int place = 0; place < most; place++) {
                Column column = joined(each, role, place);
                String name = names.contains(column.name()) ? role.label() + " " + (place + 1) : column.name();
                names.add(name);
                columns.computeIfAbsent(role, key -> new ArrayList<>()).add(column.renamed(name));
            }
        }
        rowsById = IdOrder.of(rows, this::idAt);
        order = contentOrder();
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

    Joining joining() {
        return joining;
    }

    /** {@return the constraints, by the numbers of the records} */
    JoinRules rules() {
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

    /** {@return what people said of pairs of these records, by {@link PairScoring#key}} */
    Map<Long, Opinion> answers() {
        return joining.answers(joining.answers().isEmpty() ? Map.of() : numbers(), PairScoring::key);
    }

    private Column named(String name) {
        List<Column> parts = tables.stream()
                .map(table -> table.column(name).orElseGet(() -> Column.empty(name, table.rows())))
                .toList();
        boolean known = tables.stream().anyMatch(table -> table.column(name).isPresent());
        Checks.require(known, "constraints", "must name columns of the table", name);
        return parts.size() == 1 ? parts.get(0) : Column.concat(parts.get(0), parts.get(1));
    }

    Nicknames nicknames() {
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
    int[] order() {
        return order.clone();
    }

    Map<Role, List<Column>> columns() {
        return ImmutableMap.copyOf(columns);
    }

    private int[] contentOrder() {
        long[] hashes = new long[rows];
        columns.forEach((role, all) ->
                all.stream().filter(column -> role != Role.NATIONAL_ID).forEach(column -> add(hashes, role, column)));
        int[] byId = rowsById;
        long twice = IntStream.range(1, rows)
                .filter(i -> idAt(byId[i]).equals(idAt(byId[i - 1])))
                .count();
        Checks.require(twice == 0, "id", "must be different for every record, but repetitions were found", twice);
        nearBy(hashes);
        return RowOrder.by(hashes, byId);
    }

    /** Puts records of one family name, written alike, next to each other: they are compared often. */
    private void nearBy(long[] hashes) {
        Column names = NEARNESS.stream()
                .flatMap(role -> columns.getOrDefault(role, List.of()).stream())
                .findFirst()
                .orElse(null);
        if (names == null) {
            return;
        }
        int[] ranks = ranks(names);
        for (int row = 0; row < hashes.length; row++) {
            int code = names.code(row);
            long rank = code == Column.MISSING ? 0 : ranks[code];
            hashes[row] = rank << Integer.SIZE | hashes[row] >>> Integer.SIZE;
        }
    }

    private static int[] ranks(Column names) {
        long[] starts = new long[names.distinct()];
        for (int code = 0; code < starts.length; code++) {
            String text = names.text(code);
            for (int i = 0; i < 4; i++) {
                starts[code] = starts[code] << 16 | (i < text.length() ? Character.toLowerCase(text.charAt(i)) : 0);
            }
        }
        int[] order = RowOrder.by(starts);
        int[] ranks = new int[order.length];
        int rank = 0;
        for (int place = 0; place < order.length; place++) {
            rank += place == 0 || starts[order[place]] != starts[order[place - 1]] ? 1 : 0;
            ranks[order[place]] = rank;
        }
        return ranks;
    }

    private String idAt(int row) {
        int left = tables.get(0).rows();
        return row < left ? tables.get(0).id(row) : tables.get(1).id(row - left);
    }

    private static void add(long[] hashes, Role role, Column column) {
        long[] texts = new long[column.distinct()];
        for (int code = 0; code < texts.length; code++) {
            texts[code] = hash(role, column.text(code));
        }
        for (int row = 0; row < hashes.length; row++) {
            int code = column.code(row);
            hashes[row] = mixed(hashes[row], code == Column.MISSING ? 1 : texts[code]);
        }
    }

    /**
     * {@return the number by which a record has its place in the order of the content, without a sign; records of one number
     * are in the order of their ids}
     *
     * @param roles what its columns mean, in the order of the values
     * @param values its values, stripped, null where there is none
     */
    static long contentHash(Collection<Role> roles, @Nullable String[] values) {
        long hash = 0;
        for (Role role : Role.values()) {
            int place = 0;
            for (Role own : roles) {
                String value = values[place++];
                if (own == role && role != Role.NATIONAL_ID) {
                    hash = mixed(hash, value == null ? 1 : hash(role, value));
                }
            }
        }
        return hash;
    }

    private static long mixed(long hash, long text) {
        long mixed = (hash + text) * MIX;
        return mixed ^ mixed >>> 31;
    }

    private static long hash(Role role, String text) {
        return hash(text) ^ hash(role.label());
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return hash * MIX;
    }

    private static Map<Role, List<Column>> byRole(Table table, Map<String, Role> roles) {
        Map<Role, List<Column>> found = new EnumMap<>(Role.class);
        roles.keySet()
                .forEach(name -> Checks.require(
                        table.column(name).isPresent(), "roles", "must name columns of the table", name));
        for (Column column : table.columns()) {
            Role role = roles.getOrDefault(column.name(), Role.IGNORE);
            if (role != Role.IGNORE) {
                found.computeIfAbsent(role, key -> new ArrayList<>()).add(column);
            }
        }
        Checks.require(!found.isEmpty(), "roles", "must give a role to at least one column");
        return found;
    }

    private static Map<Role, List<Column>> byKnownRole(Table table, Map<String, Role> roles, Map<String, Role> known) {
        Map<Role, List<Column>> there = byRole(table, roles);
        boolean byName = roles.entrySet().stream()
                .filter(entry -> there.containsKey(entry.getValue()))
                .allMatch(known.entrySet()::contains);
        Map<Role, List<Column>> found = new EnumMap<>(Role.class);
        Map<Role, Integer> used = new EnumMap<>(Role.class);
        known.forEach((name, role) -> {
            List<Column> own = there.getOrDefault(role, List.of());
            int place = used.merge(role, 1, Integer::sum) - 1;
            Column column = Column.empty(name, table.rows());
            if (byName && roles.containsKey(name)) {
                column = table.column(name).orElse(column);
            } else if (!byName && place < own.size()) {
                column = own.get(place).renamed(name);
            }
            found.computeIfAbsent(role, key -> new ArrayList<>()).add(column);
        });
        there.forEach((role, columns) -> Checks.require(
                columns.size() <= used.getOrDefault(role, 0),
                "roles",
                "must not have more columns of a role than the model",
                role.label()));
        return found;
    }

    /** {@return for every row of the tables, one after the other, its number in the order of the content} */
    int[] places() {
        int[] places = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
        return places;
    }

    /** {@return the value of a row of the tables in a column} */
    Optional<String> value(String name, int row) {
        return columns.values().stream()
                .flatMap(List::stream)
                .filter(column -> column.name().equals(name))
                .findFirst()
                .flatMap(column -> column.value(row));
    }

    /** {@return the values of a row of the tables in the columns of some roles} */
    Optional<String> values(List<Role> roles, int row) {
        String joined = roles.stream()
                .flatMap(role -> columns.getOrDefault(role, List.of()).stream())
                .flatMap(column -> column.value(row).stream())
                .collect(Collectors.joining(" "));
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }

    /** {@return what the columns mean, by name, several of one role in their order} */
    Map<String, Role> roles() {
        Map<String, Role> named = new LinkedHashMap<>();
        columns.forEach((role, all) -> all.forEach(column -> named.put(column.name(), role)));
        return named;
    }

    private Column joined(List<Map<Role, List<Column>>> each, Role role, int place) {
        List<Column> parts = new ArrayList<>();
        for (int table = 0; table < tables.size(); table++) {
            List<Column> own = each.get(table).getOrDefault(role, List.of());
            parts.add(
                    place < own.size()
                            ? own.get(place)
                            : Column.empty(
                                    name(each, role, place), tables.get(table).rows()));
        }
        return parts.size() == 1 ? parts.get(0) : Column.concat(parts.get(0), parts.get(1));
    }

    private static String name(List<Map<Role, List<Column>>> each, Role role, int place) {
        return each.stream()
                .map(map -> map.getOrDefault(role, List.of()))
                .filter(own -> place < own.size())
                .map(own -> own.get(place).name())
                .findFirst()
                .orElse(role.label());
    }
}
