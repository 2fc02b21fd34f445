/**
 * What would change a decision: the cheapest change that would permit, whether a person may be asked again, and the
 * situations that two packs decide differently.
 */
@NullMarked
package dev.cdm.consent.analysis;

import org.jspecify.annotations.NullMarked;
