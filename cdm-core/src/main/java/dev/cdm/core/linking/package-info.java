/**
 * The rules by which records are linked, as data.
 *
 * <p>{@link dev.cdm.core.linking.IdentifierLimits} holds an {@link dev.cdm.core.linking.IdentifierRule} for every type of
 * identifier: how it behaves, whether a shared value links, how many values one profile may have in a
 * {@link dev.cdm.core.linking.LimitWindow}, which values mean nobody and when a value is generic. A
 * {@link dev.cdm.core.linking.SurvivorRule} says which id a profile bears. Nothing here reads or writes; the room
 * {@code identity} applies the rules.
 */
@NullMarked
package dev.cdm.core.linking;

import org.jspecify.annotations.NullMarked;
