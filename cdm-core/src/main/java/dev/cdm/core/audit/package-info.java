/**
 * What is kept to prove what was done.
 *
 * <p>An {@link dev.cdm.core.audit.ErasureReceipt} proves an erasure without telling whose it was.
 */
@NullMarked
package dev.cdm.core.audit;

import org.jspecify.annotations.NullMarked;
