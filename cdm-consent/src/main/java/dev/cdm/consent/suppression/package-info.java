/**
 * Contact points that must not be used whatever else is permitted. The list keeps keyed hashes and nothing else, so it
 * outlives an erasure: who asked to be forgotten is not written to again.
 */
@NullMarked
package dev.cdm.consent.suppression;

import org.jspecify.annotations.NullMarked;
