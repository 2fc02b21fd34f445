package dev.cdm.examples.cli;

import java.util.Locale;

/** The languages in which the library explains. */
enum Language {
    EN(Locale.ENGLISH),
    JA(Locale.JAPANESE);

    final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }
}
