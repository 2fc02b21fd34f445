/**
 * Rules of law as data. A {@link dev.cdm.consent.pack.Pack} holds the rules of one jurisdiction, each with its article,
 * its time in force and whether its text was checked; a {@link dev.cdm.consent.pack.Rule} says when it applies and what
 * it needs, in {@link dev.cdm.consent.pack.Condition}s of a closed set. There is no expression language: what a rule can
 * say can be enumerated, compared and checked.
 *
 * <p>{@link dev.cdm.consent.pack.Reason} and {@link dev.cdm.consent.pack.Obligation} are the words in which decisions
 * speak.
 */
@NullMarked
package dev.cdm.consent.pack;

import org.jspecify.annotations.NullMarked;
