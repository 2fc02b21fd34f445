/**
 * Which records are one person: profiles as sets of record ids, and the ledger of how they came about.
 *
 * <p>A source record is received by the {@link dev.cdm.core.identity.IdentityResolver}. It keeps the observation, folds
 * all observations of a record id into its current state, and gives a record id seen for the first time a birth: a
 * profile id of its own. Records that share a strong identifier ({@link dev.cdm.core.linking.IdentifierLimits}) or that
 * a steward linked ({@link dev.cdm.core.identity.LinkVerdict}) form a profile, which bears the oldest birth id among its
 * members. So the partition is a function of what the records say now and of the standing verdicts; arrival order and
 * repeats do not count, and taking back what linked two records gives back exactly what was there before.
 *
 * <p>Every change is appended to a ledger of {@link dev.cdm.core.identity.LinkEvent}s. The
 * {@link dev.cdm.core.identity.Partition} reads: whose profile, which members, what became of an old id, what holds a
 * profile together. All of it works inside the caller's unit of work; a
 * {@link dev.cdm.core.storage.VersionConflictException} means that another one changed the same neighbourhood, and the
 * caller runs the whole unit again.
 */
@NullMarked
package dev.cdm.core.identity;

import org.jspecify.annotations.NullMarked;
