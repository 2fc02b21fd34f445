package dev.cdm.core.storage;

import java.util.List;

/** The kinds of one module, found by {@link java.util.ServiceLoader} or handed over. */
public interface Kinds {

    /** {@return the kinds, always in the same order} */
    List<Kind<?>> all();
}
