/**
 * Which pairs of records are worth comparing.
 *
 * <p>A {@link dev.cdm.matching.blocking.Neighbourhood} sorts the records by a key or by an order and says who is near whom
 * in it; {@link dev.cdm.matching.blocking.CandidatePairs} collects the neighbours of every record over all of them, each
 * pair once.
 */
@NullMarked
package dev.cdm.matching.blocking;

import org.jspecify.annotations.NullMarked;
