/**
 * A cache around any storage, for hosts whose store is far away or whose bodies are costly to decode.
 *
 * <p>{@link dev.cdm.core.storage.cache.CachedStorage} keeps what was read by id or key, and asks the store before each
 * use, inside the snapshot of the unit of work, whether the fact is still there and in which version. So it is right
 * whoever else writes: another thread, another process, or the host in a transaction of its own.
 */
@NullMarked
package dev.cdm.core.storage.cache;

import org.jspecify.annotations.NullMarked;
