package dev.cdm.core.validate;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.ValueProblem;

/**
 * A problem of a record: a constraint that does not hold, or a text the normaliser could not read.
 *
 * @param code the stable code, such as {@code required}
 * @param severity how bad it is
 * @param path the attribute, with an index from 0 if it has several values, as in {@code email[1]}; or the field as the
 *     source names it; empty for the record as a whole
 * @param message what is wrong, for people, without personal data
 */
public record Violation(String code, ProblemSeverity severity, String path, String message) {

    /** Checks the code. */
    public Violation {
        Checks.notBlank(code, "code");
    }

    /**
     * {@return a violation of severity ERROR}
     *
     * @param code the stable code
     * @param path the attribute, or empty for the record as a whole
     * @param message what is wrong, for people, without personal data
     */
    public static Violation error(String code, String path, String message) {
        return new Violation(code, ProblemSeverity.ERROR, path, message);
    }

    /**
     * {@return a problem without the text that came}
     *
     * @param problem the problem
     */
    public static Violation of(ValueProblem problem) {
        return new Violation(problem.code(), problem.severity(), problem.field(), problem.message());
    }

    /** {@return one line for people} */
    public String text() {
        String place = path.isEmpty() ? "" : " at `" + path + "`";
        return severity + " " + code + place + ": " + message;
    }
}
