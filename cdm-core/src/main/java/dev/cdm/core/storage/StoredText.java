package dev.cdm.core.storage;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

/**
 * What every store can hold as an id, a key or an index value, and in which order. The kinds check their own keys and
 * index values with it; an adapter checks the texts that callers hand in.
 */
public final class StoredText {

    /** The most characters (UTF-16 units) of an id, a key or an index value. */
    public static final int LONGEST = 500;

    /** Code-point order, which is the order of the UTF-8 bytes: the order of every page, in every store. */
    public static final Comparator<String> ORDER = CodePoints.ORDER;

    private StoredText() {}

    /**
     * {@return the text itself, which holds no U+0000 and no lone surrogate}
     *
     * @param text a text that a caller looks for; of any length
     * @param parameter the name of the parameter
     * @throws IllegalArgumentException if the text cannot be stored
     */
    public static String require(String text, String parameter) {
        Checks.require(
                CodePoints.storable(text), parameter, "must be storable text: no U+0000 and no unpaired surrogate");
        return text;
    }

    static String key(String key) {
        Checks.notBlank(key, "key");
        Checks.require(key.length() <= LONGEST, "key", "must have at most " + LONGEST + " characters", key.length());
        return require(key, "key");
    }

    static Collection<String> values(Collection<String> values) {
        TreeSet<String> sorted = new TreeSet<>(ORDER);
        for (String value : values) {
            int length = value.length();
            Checks.require(length <= LONGEST, "index value", "must have at most " + LONGEST + " characters", length);
            sorted.add(require(value, "index value"));
        }
        return sorted;
    }
}
