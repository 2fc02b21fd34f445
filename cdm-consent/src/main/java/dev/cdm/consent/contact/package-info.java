/** The ways by which a person is reached. */
@NullMarked
package dev.cdm.consent.contact;

import org.jspecify.annotations.NullMarked;
