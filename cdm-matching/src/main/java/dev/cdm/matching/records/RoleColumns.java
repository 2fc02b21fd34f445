package dev.cdm.matching.records;

import dev.cdm.core.internal.Checks;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
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
