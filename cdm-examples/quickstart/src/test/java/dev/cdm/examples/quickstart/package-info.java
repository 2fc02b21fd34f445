/** Tests of the quickstart, and of the library modules as a host sees them. */
@NullMarked
package dev.cdm.examples.quickstart;

import org.jspecify.annotations.NullMarked;
