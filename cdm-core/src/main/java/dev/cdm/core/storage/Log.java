package dev.cdm.core.storage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Append-only facts of one kind, idempotent by id.
 *
 * <p>Ids and index values handed in must be storable text (see {@link StoredText}), limits at least 1, index names
 * declared by the kind; otherwise {@link IllegalArgumentException}, before anything is written.
 *
 * @param <E> the type of the entries
 */
public interface Log<E> {

    /**
     * Appends the entries whose ids are not there yet. The same id again, in this call, a former one or another
     * process, changes nothing; an erased id stays refused. Of several units of work that append one id at once, one is
     * told that it is new; the others are told that it is not, or fail with {@link VersionConflictException}.
     *
     * @param entries the entries; an empty list is allowed
     * @return the ids that were new, in the order of the entries
     * @throws VersionConflictException now or at commit, if another unit of work appended or erased one of the ids
     */
    Set<String> append(List<E> entries);

    /**
     * {@return the entries found, by id, in the order of the ids asked for}
     *
     * @param ids the ids; unknown and erased ones are absent from the result
     */
    Map<String, E> get(Collection<String> ids);

    /**
     * {@return those of the ids that have an entry, in the order asked for} A store may override this to answer without
     * reading bodies.
     *
     * @param ids the ids
     */
    default Set<String> present(Collection<String> ids) {
        return get(ids).keySet();
    }

    /**
     * Reads the entries under one index value, in code-point order of their ids.
     *
     * <p>Each entry that was there when the first page was read and is not erased is returned once; one appended
     * meanwhile is returned or not.
     *
     * @param index the name of an index of the kind
     * @param value the value, matched exactly
     * @param after {@link Cursor#START} or the cursor of the former page
     * @param limit the most entries to return, from 1
     * @return the page
     */
    Page<E> by(String index, String value, Cursor after, int limit);

    /**
     * Reads all entries in an order that never changes and never skips: an entry that commits later is always after
     * every cursor handed out before. It may lag behind writers that are still open, and behind this unit of work's own
     * appends.
     *
     * @param after {@link Cursor#START} or the cursor of a former page; cursors stay valid for ever
     * @param limit the most entries to return, from 1
     * @return the page; an empty page still has a cursor to continue from
     */
    Page<E> feed(Cursor after, int limit);

    /**
     * Erases entries: body and index values are gone, and a hash of the id under the host's {@link TombstoneKey} stays,
     * so that the id remains refused.
     *
     * @param ids the ids; unknown ones become refused as well
     * @return how many entries there were
     */
    int erase(Collection<String> ids);
}
