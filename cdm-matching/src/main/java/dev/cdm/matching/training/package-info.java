/**
 * Estimates the probabilities of a Fellegi-Sunter model from the records themselves.
 *
 * <p>{@link dev.cdm.matching.training.ModelTraining} takes the prior from rules of high precision, u from pairs taken at
 * random, and m by expectation maximisation within the blocks of a rule, or from labels.
 * {@link dev.cdm.matching.training.TrainingReport} tells how that went.
 */
@NullMarked
package dev.cdm.matching.training;

import org.jspecify.annotations.NullMarked;
