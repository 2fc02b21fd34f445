/**
 * What people were told: versioned notices with the hash of the text in each language, and what follows when a notice
 * changes in substance. Policy documents of a company are kept the same way.
 */
@NullMarked
package dev.cdm.consent.notice;

import org.jspecify.annotations.NullMarked;
