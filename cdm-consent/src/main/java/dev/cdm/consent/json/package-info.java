/**
 * Consent facts as JSON, for durable storage: {@link dev.cdm.consent.json.ConsentBodies} is handed to the codecs of the
 * core.
 */
@NullMarked
package dev.cdm.consent.json;

import org.jspecify.annotations.NullMarked;
