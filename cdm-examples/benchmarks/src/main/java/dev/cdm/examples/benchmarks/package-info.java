/** Measurements with JMH, and invented people in any number to measure with. */
@NullMarked
package dev.cdm.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
