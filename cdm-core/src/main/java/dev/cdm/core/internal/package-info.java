/**
 * What every room needs and no user should see: argument checks, content hashes and code-point order.
 *
 * <p>Exported to the sibling modules only. Nothing here knows a domain type.
 */
@NullMarked
package dev.cdm.core.internal;

import org.jspecify.annotations.NullMarked;
