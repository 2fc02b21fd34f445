/** Tests of the generator of people. */
@NullMarked
package dev.cdm.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
