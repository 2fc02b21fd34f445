/**
 * The values that attributes can have.
 *
 * <p>Each type is an immutable, well-formed value with one canonical text: two values are equal exactly if their types
 * and canonical texts are, and normalising the canonical text gives the same value again. The set is closed, because
 * storage, comparison and export must know every type; what does not fit is a
 * {@link dev.cdm.core.value.TextValue} or a {@link dev.cdm.core.value.CodeValue} of a custom attribute.
 *
 * <p>These types hold personal data, so {@code toString} prints the type and nothing else.
 */
@NullMarked
package dev.cdm.core.value;

import org.jspecify.annotations.NullMarked;
