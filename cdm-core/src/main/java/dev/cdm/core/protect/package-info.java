/**
 * Restricted values are kept sealed.
 *
 * <p>{@link dev.cdm.core.protect.FieldCipher} turns a text, such as a passport number, into a
 * {@link dev.cdm.core.value.SealedText} that can be matched by equality and opened only with the host's key. The host
 * hands {@code cipher::seal} to its normalisation plan.
 */
@NullMarked
package dev.cdm.core.protect;

import org.jspecify.annotations.NullMarked;
