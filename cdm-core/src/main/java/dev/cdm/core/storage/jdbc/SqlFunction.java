package dev.cdm.core.storage.jdbc;

import java.sql.SQLException;

/** A function that talks to the database. */
@FunctionalInterface
interface SqlFunction<A, R> {

    R apply(A argument) throws SQLException;
}
