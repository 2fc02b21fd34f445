/** Measurements; each class says in its comment how it is run and what it prints. */
@NullMarked
package dev.cdm.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
