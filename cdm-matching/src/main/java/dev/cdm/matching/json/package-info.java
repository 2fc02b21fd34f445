/**
 * Models and explanations as JSON; the only room that knows Jackson.
 *
 * <p>{@link dev.cdm.matching.json.ModelFormat} writes our own models, byte for byte the same for equal models, and reads them
 * back. {@link dev.cdm.matching.json.SplinkFormat} reads settings and trained models of Splink 4 and 5.
 */
@NullMarked
package dev.cdm.matching.json;

import org.jspecify.annotations.NullMarked;
