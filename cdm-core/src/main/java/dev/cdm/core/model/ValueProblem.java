package dev.cdm.core.model;

import dev.cdm.core.internal.Checks;

/**
 * What is wrong with a value or a record, with the text that came, so that nothing is lost.
 *
 * @param code the stable code, such as {@code email.malformed}
 * @param severity how bad it is
 * @param field the field as the source names it, or the attribute; empty for the record as a whole
 * @param message what is wrong, for people, without personal data
 * @param rawText the text that came, made storable; empty if there is none
 */
public record ValueProblem(String code, ProblemSeverity severity, String field, String message, String rawText) {

    /** Checks the code. */
    public ValueProblem {
        Checks.notBlank(code, "code");
    }

    @Override
    public String toString() {
        return severity + " " + code + " at `" + field + "`";
    }
}
