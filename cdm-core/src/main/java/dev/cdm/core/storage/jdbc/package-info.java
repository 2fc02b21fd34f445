/**
 * Storage in the host's own relational database: H2 (embedded, file or memory) and PostgreSQL 13 or later.
 *
 * <p>{@link dev.cdm.core.storage.jdbc.JdbcStorage} is built over a {@link javax.sql.DataSource}, finds out which
 * database is behind it, creates or checks its tables by numbered, checksummed
 * migrations, and opens its own transactions or joins one of the
 * host's. Each kind has one table of facts and one table of index rows, with the tenant in every key. Bodies are text
 * in the version of their kind.
 *
 * <p>What the two databases do differently is in the two dialects: how keys are kept in code-point order, how a first
 * insert survives a race, and up to where a feed may be read while writers are open.
 */
@NullMarked
package dev.cdm.core.storage.jdbc;

import org.jspecify.annotations.NullMarked;
