/**
 * The front door: a service's customers over a storage, with every default in place.
 *
 * <p>{@link dev.cdm.core.Customers} receives records and events, finds and shows profiles, merges and separates them,
 * explains, exports and erases. What it is made of, the rooms below, a host replaces part by part in its builder.
 */
@NullMarked
package dev.cdm.core;

import org.jspecify.annotations.NullMarked;
