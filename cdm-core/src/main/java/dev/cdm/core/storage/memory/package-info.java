/**
 * A storage in memory: for tests, for first steps, and for data that may go with the process.
 *
 * <p>{@link dev.cdm.core.storage.memory.MemoryStorage} keeps facts as the immutable objects they are, in sorted maps whose
 * items say from which commit to which commit they are seen. A unit of work reads the commit it began with, gathers its
 * writes aside, and has them checked and published when its function ends: it blocks nobody while it is open.
 * {@link dev.cdm.core.storage.memory.MemoryDatabase} holds the data of several tenants.
 */
@NullMarked
package dev.cdm.core.storage.memory;

import org.jspecify.annotations.NullMarked;
