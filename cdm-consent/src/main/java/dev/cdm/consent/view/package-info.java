/**
 * What of a profile may be seen for a purpose. A {@link dev.cdm.consent.view.ProfileView} leaves out what may not be
 * used, as if it were not there, and tells what it left out and why.
 */
@NullMarked
package dev.cdm.consent.view;

import org.jspecify.annotations.NullMarked;
