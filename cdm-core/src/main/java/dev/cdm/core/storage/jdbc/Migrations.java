package dev.cdm.core.storage.jdbc;

import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.SchemaMismatchException;
import dev.cdm.core.storage.SchemaMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbered steps that make the tables of some kinds, each recorded under its name with a checksum of its
 * statements. A step that was published is never edited: what changes becomes a further number.
 */
final class Migrations {

    private static final int ATTEMPTS = 10;

    private final Dialect dialect;
    private final Map<String, List<String>> steps = new LinkedHashMap<>();
    private final Set<String> tables = new LinkedHashSet<>();

    Migrations(Dialect dialect, Collection<? extends Kind<?>> kinds) {
        this.dialect = dialect;
        steps.put("system_001", dialect.createSystem());
        tables.add(dialect.system("tombstone"));
        for (Kind<?> kind : kinds) {
            steps.put((kind instanceof LogKind<?> ? "log_" : "doc_") + kind.name() + "_001", dialect.create(kind));
            tables.add(dialect.facts(kind));
            tables.add(dialect.index(kind));
        }
    }

    /** The steps as scripts by name, for a tool of the host; the records included. */
    Map<String, String> scripts() {
        Map<String, String> scripts = new LinkedHashMap<>();
        steps.forEach((name, statements) -> {
            StringBuilder script = new StringBuilder();
            script.append("-- ").append(name).append(", checksum ").append(checksum(statements));
            script.append('\n').append(createRecords()).append(";\n");
            statements.forEach(statement -> script.append(statement).append(";\n"));
            script.append(record("'" + name + "', '" + checksum(statements) + "'"))
                    .append(";\n");
            scripts.put(name, script.toString());
        });
        return scripts;
    }

    private static String checksum(List<String> statements) {
        ContentHash hash = new ContentHash();
        statements.forEach(hash::add);
        return hash.finish();
    }

    private String createRecords() {
        return "create table if not exists " + dialect.system("migration")
                + " (name varchar(100) primary key, checksum varchar(100) not null,"
                + " applied_at timestamp with time zone default current_timestamp not null)";
    }

    private String record(String values) {
        return "insert into " + dialect.system("migration") + " (name, checksum) values (" + values + ")";
    }

    /** Brings the tables to where they must be, or fails. */
    void run(Connection connection, SchemaMode mode) throws SQLException {
        dialect.check(connection);
        for (int attempt = 1; !isComplete(connection, mode); attempt++) {
            try {
                create(connection);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.onSpinWait(); // another starter was at it: look again
            }
        }
        connection.rollback();
    }

    private boolean isComplete(Connection connection, SchemaMode mode) throws SQLException {
        Map<String, String> recorded = recorded(connection);
        List<String> missing = new ArrayList<>();
        steps.forEach((name, statements) -> {
            String checksum = recorded.get(name);
            if (checksum == null) {
                missing.add("migration `" + name + "`");
            } else if (!checksum.equals(checksum(statements))) {
                throw new SchemaMismatchException("migration `" + name
                        + "` was applied with another checksum: the tables belong to another version of this library");
            }
        });
        if (missing.isEmpty()) {
            missing.addAll(missingTables(connection));
            if (!missing.isEmpty()) {
                throw new SchemaMismatchException("recorded as created, but missing: " + String.join(", ", missing));
            }
        }
        if (!missing.isEmpty() && mode == SchemaMode.VALIDATE) {
            throw new SchemaMismatchException("not applied to the database: " + String.join(", ", missing));
        }
        return missing.isEmpty();
    }

    private List<String> missingTables(Connection connection) throws SQLException {
        List<String> missing = new ArrayList<>();
        for (String table : tables) {
            if (!exists(connection, table)) {
                missing.add("table `" + table + "`");
            }
        }
        return missing;
    }

    private boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(dialect.countTables())) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getInt(1) > 0;
            }
        }
    }

    private Map<String, String> recorded(Connection connection) throws SQLException {
        Map<String, String> recorded = new LinkedHashMap<>();
        if (exists(connection, dialect.system("migration"))) {
            try (Statement query = connection.createStatement();
                    ResultSet rows = query.executeQuery("select name, checksum from " + dialect.system("migration"))) {
                while (rows.next()) {
                    recorded.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return recorded;
    }

    private void create(Connection connection) throws SQLException {
        dialect.lockMigrations(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(createRecords());
            Map<String, String> recorded = recorded(connection);
            for (Map.Entry<String, List<String>> step : steps.entrySet()) {
                if (!recorded.containsKey(step.getKey())) {
                    for (String sql : step.getValue()) {
                        statement.execute(sql);
                    }
                    record(connection, step.getKey(), checksum(step.getValue()));
                }
            }
        }
    }

    private void record(Connection connection, String name, String checksum) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(record("?, ?"))) {
            insert.setString(1, name);
            insert.setString(2, checksum);
            insert.executeUpdate();
        }
    }
}
