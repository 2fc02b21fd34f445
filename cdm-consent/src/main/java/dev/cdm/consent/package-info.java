/**
 * The front door: {@link dev.cdm.consent.Consents} records what people permit and refuse, decides whether data may be
 * used, and shows profiles as far as a purpose may see them.
 */
@NullMarked
package dev.cdm.consent;

import org.jspecify.annotations.NullMarked;
