/**
 * What is known about names before any data is seen: which names are short for others, and what of the name of a company,
 * clinic or club is only its legal form.
 *
 * <p>A legal form says how an organisation is liable and not which one it is, and people write it in a dozen ways or leave
 * it out: {@link dev.cdm.matching.naming.OrganisationName} takes a name apart into what identifies it.
 * {@link dev.cdm.matching.naming.Nicknames} tells which given names may stand for each other.
 */
@NullMarked
package dev.cdm.matching.naming;

import org.jspecify.annotations.NullMarked;
