/** The rules of the house, applied to this module. */
@NullMarked
package dev.cdm.consent.architecture;

import org.jspecify.annotations.NullMarked;
