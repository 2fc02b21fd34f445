/**
 * The questions that identity resolution and profile readers ask before they touch data, and who else is affected by a
 * change.
 *
 * <p>The interfaces live here so that the consent module can answer and the matching module can ask without either
 * knowing the other. Without a consent module linking is open and use is closed.
 */
@NullMarked
package dev.cdm.core.permission;

import org.jspecify.annotations.NullMarked;
