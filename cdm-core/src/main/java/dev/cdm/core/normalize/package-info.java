/**
 * From text to values, at intake.
 *
 * <p>A {@link dev.cdm.core.normalize.Normalizer} reads a raw record by a
 * {@link dev.cdm.core.normalize.NormalizationPlan}: each field finds its attribute, its text gets the normal form of the
 * attribute's type, and what cannot be read is kept and told, never thrown away and never thrown. Normalising the
 * canonical text of a value gives the same value.
 *
 * <p>Spellings of countries, currencies, titles, networks and the like are tables beside the classes. Rules of one
 * writing or country are {@link dev.cdm.core.normalize.LocalRules}; those for Japanese stand in {@code normalize.ja}.
 * With libphonenumber at run time telephone numbers follow its rules; on the module path add it by {@code --add-modules
 * com.google.i18n.phonenumbers.libphonenumber}.
 */
@NullMarked
package dev.cdm.core.normalize;

import org.jspecify.annotations.NullMarked;
