/**
 * Which attributes a profile can have: their types, categories, sensitivities, and the field names under which sources
 * deliver them.
 *
 * <p>{@link dev.cdm.core.schema.StandardSchema} has the attributes most hosts need;
 * {@link dev.cdm.core.schema.ProfileSchema#toBuilder} adds custom ones and further aliases. Aliases are compared folded
 * ({@link dev.cdm.core.schema.FieldNames}), so {@code Line of Business}, {@code line_of_business} and 業種 land in one
 * attribute.
 */
@NullMarked
package dev.cdm.core.schema;

import org.jspecify.annotations.NullMarked;
