/**
 * Makes the exports that the quickstart reads: invented people, as three systems know them, with the faults that real
 * exports have.
 *
 * <p>{@link dev.cdm.examples.quickstart.generator.Generate} writes all files. The same seed gives the same bytes on every
 * machine; a test compares them with the files in the resources.
 */
@NullMarked
package dev.cdm.examples.quickstart.generator;

import org.jspecify.annotations.NullMarked;
