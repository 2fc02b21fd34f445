package dev.cdm.examples.quickstart;

import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.Interest;
import dev.cdm.core.value.PersonName;

/** Writes values for people. */
final class Values {

    private Values() {}

    static String shown(AttributeValue value) {
        if (value instanceof PersonName name) {
            return name.display();
        }
        if (value instanceof Interest interest) {
            return interest.topic();
        }
        return value.canonicalText().replaceAll(";+", " ").strip();
    }
}
