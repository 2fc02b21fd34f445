/**
 * Which records are used, set aside or refused, and why.
 *
 * <p>A {@link dev.cdm.core.validate.Constraint} is a rule with a code; a {@link dev.cdm.core.validate.Validator} gathers
 * what the normaliser and all rules found into one {@link dev.cdm.core.validate.ValidationReport}, and an
 * {@link dev.cdm.core.validate.IntakePolicy} decides what becomes of the record.
 */
@NullMarked
package dev.cdm.core.validate;

import org.jspecify.annotations.NullMarked;
