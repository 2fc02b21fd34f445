/**
 * The main job on the exports of three systems, in one command: read, normalise, resolve, assemble, decide, view.
 *
 * <p>Start with {@link dev.cdm.examples.quickstart.Quickstart}.
 */
@NullMarked
package dev.cdm.examples.quickstart;

import org.jspecify.annotations.NullMarked;
