/**
 * To whom data go: the register of recipients, and the log of what was disclosed to them.
 */
@NullMarked
package dev.cdm.consent.recipient;

import org.jspecify.annotations.NullMarked;
