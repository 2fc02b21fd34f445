/**
 * The words of a rule: why a decision is what it is, and what whoever acts on it must do.
 */
@NullMarked
package dev.cdm.consent.pack;

import org.jspecify.annotations.NullMarked;
