/**
 * What was learned about values, kept by their texts so that it can be saved and used with other records: how often each
 * value occurs ({@link dev.cdm.matching.learned.Frequencies}), how dates and names are written
 * ({@link dev.cdm.matching.learned.Conventions}), under which keys records meet
 * ({@link dev.cdm.matching.learned.Blocking}), and how scores become probabilities
 * ({@link dev.cdm.matching.learned.Calibration}).
 */
@NullMarked
package dev.cdm.matching.learned;

import org.jspecify.annotations.NullMarked;
