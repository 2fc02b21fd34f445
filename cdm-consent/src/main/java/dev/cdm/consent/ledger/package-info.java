/**
 * What people permitted, refused and withdrew, and on which other grounds data are used: an append-only log of consent
 * events, each with its evidence.
 *
 * <p>A {@link dev.cdm.consent.ledger.ConsentEvent} belongs to one record id and is never changed; a correction is a new
 * event. {@link dev.cdm.consent.ledger.EventTime} knows what the clocks allow to be said about earlier and later.
 * {@link dev.cdm.consent.ledger.ConsentLedger} appends in the caller's unit of work and raises, in the same unit of
 * work, a versioned head for each record id, so that whoever keeps something compiled can see in its own snapshot
 * whether it is still true. {@link dev.cdm.consent.ledger.ConsentHistory} is what was read: the events of the record
 * ids of one person, with their places in the log.
 */
@NullMarked
package dev.cdm.consent.ledger;

import org.jspecify.annotations.NullMarked;
