/** Measurements; each main class says in its Javadoc how it is run and what it prints. */
@NullMarked
package dev.cdm.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
