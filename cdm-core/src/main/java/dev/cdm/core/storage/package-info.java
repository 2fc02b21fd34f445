/**
 * The storage interface: kinds of facts over two primitives, an append-only log and a versioned table.
 *
 * <p>A room declares a {@link dev.cdm.core.storage.LogKind} for what happened and a
 * {@link dev.cdm.core.storage.TableKind} for what can be rebuilt or must be found under one key. An adapter implements
 * {@link dev.cdm.core.storage.Storage}, {@link dev.cdm.core.storage.UnitOfWork}, {@link dev.cdm.core.storage.Log} and
 * {@link dev.cdm.core.storage.Table}: seventeen methods that never see a domain type, because
 * {@link dev.cdm.core.storage.Codecs} turns values into text. A new capability adds a constant, not a method, and
 * erasure, backup and tenant deletion reach every kind without knowing it.
 *
 * <p>The promises an adapter makes are written at each method and proved by the contract kit in
 * {@code dev.cdm.core.storage.tck}, which is published as a test-jar.
 */
@NullMarked
package dev.cdm.core.storage;

import org.jspecify.annotations.NullMarked;
