package dev.cdm.core.normalize.ja;

import dev.cdm.core.normalize.LocalRules;
import dev.cdm.core.normalize.Normalized;
import dev.cdm.core.value.DateValue;
import dev.cdm.core.value.PersonName;
import dev.cdm.core.value.PostalAddress;
import java.util.Map;
import java.util.Optional;

/** Names in kanji and kana, Japanese addresses and dates of the Japanese eras. Immutable, thread-safe. */
public final class JapaneseRules implements LocalRules {

    /** For {@link java.util.ServiceLoader}. */
    public JapaneseRules() {}

    @Override
    public Optional<Normalized<PersonName>> name(Map<String, String> parts) {
        return JapaneseNames.knows(parts) ? Optional.of(JapaneseNames.name(parts)) : Optional.empty();
    }

    @Override
    public Optional<Normalized<PostalAddress>> address(Map<String, String> parts, String country) {
        return JapaneseAddresses.knows(parts, country)
                ? Optional.of(Normalized.of(JapaneseAddresses.address(parts, country)))
                : Optional.empty();
    }

    @Override
    public Optional<Normalized<DateValue>> date(String text) {
        return EraDates.date(text);
    }
}
