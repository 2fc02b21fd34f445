/**
 * The model that tells persons from households and strangers.
 *
 * <p>A {@link dev.cdm.matching.mixture.MixtureModel} holds, for every level of every field, how often records of one
 * person, of two members of a household and of two strangers show it, and how many pairs of each kind there are among
 * all pairs. {@link dev.cdm.matching.mixture.MixtureTraining} learns it without labels.
 */
@NullMarked
package dev.cdm.matching.mixture;

import org.jspecify.annotations.NullMarked;
