/**
 * What a source system asserts about a person, and where each value came from.
 *
 * <p>A {@link dev.cdm.core.model.RawRecord} is a row as it arrived: field names and text. Normalised and typed it is a
 * {@link dev.cdm.core.model.SourceRecord}: values under {@link dev.cdm.core.model.AttributeKey}s, each with a
 * {@link dev.cdm.core.model.Provenance}, plus identifiers and the problems found. Both belong to a
 * {@link dev.cdm.core.model.RecordId}: the source system and that system's own key. Everything here is immutable.
 */
@NullMarked
package dev.cdm.core.model;

import org.jspecify.annotations.NullMarked;
