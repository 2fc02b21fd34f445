/**
 * Who is a child and who speaks for one: bands of age, and the recorded relations of those who hold parental responsibility.
 */
@NullMarked
package dev.cdm.consent.guardian;

import org.jspecify.annotations.NullMarked;
