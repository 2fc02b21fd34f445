package dev.cdm.matching.records;

import dev.cdm.core.internal.Checks;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of every role of one or two tables. */
final class RoleColumns {

    private RoleColumns() {}

    /** {@return the columns, in the place of those that are known, if any are} */
    static Map<Role, List<Column>> of(List<Table> tables, List<Map<String, Role>> roles, Map<String, Role> known) {
        Map<Role, List<Column>> columns = new EnumMap<>(Role.class);
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
                Column column = joined(tables, each, role, place);
                String name = names.contains(column.name()) ? role.label() + " " + (place + 1) : column.name();
                names.add(name);
                columns.computeIfAbsent(role, key -> new ArrayList<>()).add(column.renamed(name));
            }
        }
        return columns;
    }

    private static Map<Role, List<Column>> byRole(Table table, Map<String, Role> roles) {
        Map<Role, List<Column>> found = new EnumMap<>(Role.class);
        roles.keySet()
                .forEach(name -> Checks.require(
                        table.column(name).isPresent(), "roles", "must name columns of the table", name));
        for (Column column : table.columns()) {
            Role role = roles.getOrDefault(column.name(), Role.IGNORE);
            if (role != Role.IGNORE) {
                boolean open = !column.isRestricted() || role == Role.NATIONAL_ID;
                Checks.require(open, "roles", "must give a restricted column the role national-id", column.name());
                found.computeIfAbsent(role, key -> new ArrayList<>()).add(column);
            }
        }
        Checks.require(!found.isEmpty(), "roles", "must give a role to at least one column");
        return found;
    }

    private static Map<Role, List<Column>> byKnownRole(Table table, Map<String, Role> roles, Map<String, Role> known) {
        Map<String, Role> there = new LinkedHashMap<>();
        byRole(table, roles).forEach((role, columns) -> columns.forEach(column -> there.put(column.name(), role)));
        Map<String, String> named = inputs(known, there);
        Map<Role, List<Column>> found = new EnumMap<>(Role.class);
        known.forEach((name, role) -> found.computeIfAbsent(role, key -> new ArrayList<>())
                .add(table.column(named.getOrDefault(name, ""))
                        .map(column -> column.renamed(name))
                        .orElseGet(() -> Column.empty(name, table.rows()))));
        return found;
    }

    /**
     * {@return by the columns of a model, which columns of records stand for them; what is missing has none}
     *
     * @param known what the columns of the model mean, in their order
     * @param roles what the columns of the records mean; they meet by name if the model knows all of them, else by role and,
     *     several of one role, in their order
     * @throws IllegalArgumentException if the records have more columns of a role than the model
     */
    static Map<String, String> inputs(Map<String, Role> known, Map<String, Role> roles) {
        Map<Role, List<String>> there = new EnumMap<>(Role.class);
        roles.forEach((name, role) ->
                there.computeIfAbsent(role, key -> new ArrayList<>()).add(name));
        there.remove(Role.IGNORE);
        boolean byName =
                there.values().stream().flatMap(List::stream).allMatch(name -> roles.get(name) == known.get(name));
        Map<Role, Integer> used = new EnumMap<>(Role.class);
        Map<String, String> inputs = new LinkedHashMap<>();
        known.forEach((name, role) -> {
            List<String> own = there.getOrDefault(role, List.of());
            int place = used.merge(role, 1, Integer::sum) - 1;
            if (byName && own.contains(name)) {
                inputs.put(name, name);
            } else if (!byName && place < own.size()) {
                inputs.put(name, own.get(place));
            }
        });
        there.forEach((role, names) -> Checks.require(
                names.size() <= used.getOrDefault(role, 0),
                "roles",
                "must not have more columns of a role than the model",
                role.label()));
        return inputs;
    }

    private static Column joined(List<Table> tables, List<Map<Role, List<Column>>> each, Role role, int place) {
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
