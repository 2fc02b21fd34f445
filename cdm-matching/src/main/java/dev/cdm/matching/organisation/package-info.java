/**
 * Names of companies, clinics, clubs and other organisations.
 *
 * <p>A legal form says how an organisation is liable and not which one it is, and people write it in a dozen ways or leave
 * it out: {@link dev.cdm.matching.organisation.OrganisationName} takes a name apart into what identifies it.
 */
@NullMarked
package dev.cdm.matching.organisation;

import org.jspecify.annotations.NullMarked;
