/**
 * Chooses blocking rules where nobody wants to write them.
 *
 * <p>{@link dev.cdm.matching.choice.RuleChoice} makes rules of the columns, knows how many pairs each costs before any is
 * scored, takes those that find most likely matches within a budget of pairs, and estimates without labels what share of
 * all matches they find.
 */
@NullMarked
package dev.cdm.matching.choice;

import org.jspecify.annotations.NullMarked;
