package dev.cdm.core.storage;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/**
 * A kind of fact: what it is called, how its entries are keyed, under which values they are found, and whom they tell
 * about.
 *
 * <p>A kind is an immutable constant of the room that owns the fact. Two kinds of one name in a storage are an error.
 *
 * @param <T> the type of the facts
 */
public sealed interface Kind<T> permits LogKind, TableKind {

    /** The index that every kind has: the record ids an entry tells about, as texts. Erasure walks it. */
    String SUBJECT = "subject";

    /** {@return the name, of lower-case letters, digits and underscores, at most 40 long; one physical table} */
    String name();

    /** {@return the version of the stored body, from 1; {@link Codecs} read older ones} */
    int version();

    /** {@return the type of the facts} */
    Class<T> type();

    /**
     * {@return the id of an entry or the key of a document: not blank, at most 500 characters, storable text}
     *
     * @param value a fact
     * @throws IllegalArgumentException if the fact has no such key
     */
    String key(T value);

    /**
     * {@return the indexes by name, {@link #SUBJECT} first, then in the order of declaration} Each function gives
     * distinct values in code-point order, and fails with {@link IllegalArgumentException} on a value that is longer
     * than 500 characters or not storable.
     */
    Map<String, Function<T, Collection<String>>> indexes();

    /** {@return the record ids a fact tells about, as texts; empty for facts about nobody} */
    Function<T, Collection<String>> subjects();

    /** {@return whether the facts can be rebuilt from the logs; {@code false} for the truth itself} */
    boolean rebuildable();
}
