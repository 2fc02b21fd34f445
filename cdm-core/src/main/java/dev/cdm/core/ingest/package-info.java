/**
 * The main flow: a raw record is normalised, validated, judged by the policy, and then either stored and resolved, kept
 * in quarantine, or rejected.
 *
 * <p>{@link dev.cdm.core.ingest.Ingestor} takes lists inside the caller's unit of work, or whole files in batches of
 * units of its own. What became of each record is an {@link dev.cdm.core.ingest.IntakeResult}; an
 * {@link dev.cdm.core.ingest.IntakeReport} counts them and shows every problem of a record at once. Nothing that came is
 * lost: a raw text that could not be used stays with the record or in the {@link dev.cdm.core.ingest.Quarantine}.
 */
@NullMarked
package dev.cdm.core.ingest;

import org.jspecify.annotations.NullMarked;
