/**
 * What happened, in the order in which it happened.
 *
 * <p>A {@link dev.cdm.core.timeline.Event} is an immutable fact about a record id: an order, a page view, a support
 * case, a survey answer. Its {@link dev.cdm.core.timeline.EventType} comes from
 * {@link dev.cdm.core.timeline.StandardEvents} or is the host's own. A {@link dev.cdm.core.timeline.Timeline} appends
 * events inside a unit of work and reads those of a set of record ids, which is what a profile is. Nothing is moved when
 * profiles are merged or separated.
 */
@NullMarked
package dev.cdm.core.timeline;

import org.jspecify.annotations.NullMarked;
