/**
 * What is known about the fields of a person without having seen any data.
 *
 * <p>A {@link dev.cdm.matching.person.Role} says what a column means. A {@link dev.cdm.matching.person.PersonTable} folds
 * and parses the columns of every role; {@link dev.cdm.matching.person.PairLevels} compares two of its rows field by
 * field, and the levels of all fields make one number, read by {@link dev.cdm.matching.person.PairPattern}. Japanese names
 * are compared as written and as read, whatever script a record uses.
 *
 * <p>{@link dev.cdm.matching.person.Rarity} tells how rare the values are that two records share, and
 * {@link dev.cdm.matching.person.PersonKeys} which records are worth comparing at all.
 */
@NullMarked
package dev.cdm.matching.person;

import org.jspecify.annotations.NullMarked;
