package dev.cdm.core.profile;

import dev.cdm.core.value.Affiliation;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.PersonName;
import dev.cdm.core.value.PostalAddress;

/** How much a value says. */
final class Completeness {

    private Completeness() {}

    static int length(Candidate<?> candidate) {
        String text = candidate.value().canonicalText();
        return text.codePointCount(0, text.length());
    }

    static int parts(Candidate<?> candidate) {
        AttributeValue value = candidate.value();
        if (value instanceof PersonName name) {
            return filled(name.family(), name.given(), name.middle(), name.prefix(), name.suffix())
                    + filled(name.familyKana(), name.givenKana(), name.familyLatin(), name.givenLatin(), name.whole());
        }
        if (value instanceof PostalAddress address) {
            return filled(address.street(), address.city(), address.region(), address.postcode())
                    + filled(address.country(), address.extra());
        }
        if (value instanceof Affiliation role) {
            return filled(role.organization(), role.title(), role.department())
                    + (role.from().isPresent() ? 1 : 0)
                    + (role.to().isPresent() ? 1 : 0);
        }
        return 1;
    }

    private static int filled(String... parts) {
        int filled = 0;
        for (String part : parts) {
            if (!part.isBlank()) {
                filled++;
            }
        }
        return filled;
    }
}
