package dev.cdm.core.json;

import java.util.List;

/** The codecs that another module, or the host, brings for its own kinds. */
@FunctionalInterface
public interface JsonModule {

    /** {@return the codecs, one for each kind} */
    List<JsonCodec<?>> codecs();
}
