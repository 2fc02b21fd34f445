/**
 * The decision: may data of this person be used for this purpose, at this time, and why.
 *
 * <p>{@link dev.cdm.consent.policy.PolicyEngine} answers a {@link dev.cdm.consent.policy.ConsentQuery} over the events of
 * one person with a {@link dev.cdm.consent.policy.Decision}. It is a pure and total function: it reads no clock and no
 * store, the order of the events does not matter, and whatever it cannot evaluate it denies and says so.
 */
@NullMarked
package dev.cdm.consent.policy;

import org.jspecify.annotations.NullMarked;
