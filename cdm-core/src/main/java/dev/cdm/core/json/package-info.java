/**
 * Facts as JSON text, for durable storage and for people.
 *
 * <p>{@link dev.cdm.core.json.JsonCodecs} turns the facts of every kind into one deterministic text and back. Each kind
 * has a {@link dev.cdm.core.json.JsonCodec}; those of core are built in, and a {@link dev.cdm.core.json.JsonModule}
 * brings those of other modules, written against {@link dev.cdm.core.json.JsonObject}. A body written under an older
 * version of its kind passes the codec's upcasters first. {@link dev.cdm.core.json.PersonExport} writes all that is known
 * of a person in a form that people and programs can read.
 *
 * <p>The JSON library is used here and in {@code format}, and appears in no signature.
 */
@NullMarked
package dev.cdm.core.json;

import org.jspecify.annotations.NullMarked;
