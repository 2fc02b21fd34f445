package dev.cdm.core.model;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;

/**
 * Whom a source system means: the system and that system's own key for the person, as in {@code crm/4711}.
 *
 * <p>Ordered by code point of the text.
 *
 * @param system the id of the source system, without a slash
 * @param key the system's own key, any storable text of at most 300 characters
 */
public record RecordId(String system, String key) implements Comparable<RecordId> {

    /** Checks the parts. */
    public RecordId {
        SourceSystem.checkId(system);
        Checks.notBlank(key, "key");
        Checks.require(
                key.length() <= 300 && CodePoints.storable(key),
                "key",
                "must be storable text of at most 300 characters");
    }

    /**
     * {@return the record id of a text}
     *
     * @param text a system, a slash and a key, as {@link #text} gives
     * @throws IllegalArgumentException if the text has no slash or a part is missing
     */
    public static RecordId parse(String text) {
        int slash = text.indexOf('/');
        Checks.require(slash > 0, "text", "must be a system, a slash and a key");
        return new RecordId(text.substring(0, slash), text.substring(slash + 1));
    }

    /** {@return system, slash and key} */
    public String text() {
        return system + "/" + key;
    }

    @Override
    public int compareTo(RecordId other) {
        return CodePoints.compare(text(), other.text());
    }

    @Override
    public String toString() {
        return text();
    }
}
