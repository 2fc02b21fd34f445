package dev.cdm.core.storage;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Versioned documents of one kind, changed only under an expected version.
 *
 * <p>Keys, index values and bounds handed in must be storable text (see {@link StoredText}), limits at least 1, expected
 * versions in their range, index names declared by the kind; otherwise {@link IllegalArgumentException}, before anything
 * is written.
 *
 * @param <V> the type of the documents
 */
public interface Table<V> {

    /**
     * {@return the documents found, by key, in the order of the keys asked for}
     *
     * @param keys the keys; unknown ones are absent from the result
     */
    Map<String, Versioned<V>> get(Collection<String> keys);

    /**
     * {@return the versions of the documents found, by key, in the order of the keys asked for} A store may override
     * this to answer without reading bodies.
     *
     * @param keys the keys; unknown ones are absent from the result
     */
    default Map<String, Long> versions(Collection<String> keys) {
        Map<String, Long> versions = new LinkedHashMap<>();
        get(keys).forEach((key, found) -> versions.put(key, found.version()));
        return versions;
    }

    /**
     * Puts a document under its key if the version there is the expected one.
     *
     * @param document the document
     * @param expectedVersion the version read before; 0 if there must be none
     * @return the new version, greater than the expected one
     * @throws VersionConflictException now or at commit, if the version there is another
     */
    long put(V document, long expectedVersion);

    /**
     * Removes the document under a key if the version there is the expected one. A document put later starts at a
     * version that the removed one never had.
     *
     * @param key the key
     * @param expectedVersion the version read before, from 1
     * @throws VersionConflictException now or at commit, if the version there is another or there is none
     */
    void remove(String key, long expectedVersion);

    /**
     * Reads the documents with an index value between two bounds, both included, in code-point order of the value and
     * then of the key. A document with several values in the range is returned once for each.
     *
     * @param index the name of an index of the kind
     * @param from the lowest value
     * @param to the highest value
     * @param after {@link Cursor#START} or the cursor of the former page
     * @param limit the most documents to return, from 1
     * @return the page
     */
    Page<Versioned<V>> by(String index, String from, String to, Cursor after, int limit);

    /**
     * Reads all documents in code-point order of their keys. Each document that is there during the whole scan is
     * returned once; one put or removed meanwhile is returned or not.
     *
     * @param after {@link Cursor#START} or the cursor of the former page
     * @param limit the most documents to return, from 1
     * @return the page
     */
    Page<Versioned<V>> all(Cursor after, int limit);
}
