/**
 * From links between pairs to entities.
 *
 * <p>{@link dev.cdm.matching.clustering.FieldwiseClusters} joins clusters while all their records, field by field, speak
 * for it; {@link dev.cdm.matching.clustering.LinkAssignment} picks the links between two sources. Both depend on the set
 * of pairs only, not on its order.
 */
@NullMarked
package dev.cdm.matching.clustering;

import org.jspecify.annotations.NullMarked;
