/**
 * Where people stand with each topic at each of their addresses: what a preference page shows. It is derived from the
 * ledger, so it is never out of step with what a decision says.
 */
@NullMarked
package dev.cdm.consent.subscription;

import org.jspecify.annotations.NullMarked;
