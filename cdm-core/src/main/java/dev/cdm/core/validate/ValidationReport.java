package dev.cdm.core.validate;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.model.RecordId;
import java.util.List;

/** All problems of one record at once, and what becomes of it. Immutable; holds no personal data but the record id. */
public final class ValidationReport {

    private final RecordId recordId;
    private final Outcome outcome;
    private final ImmutableList<Violation> violations;

    ValidationReport(RecordId recordId, Outcome outcome, List<Violation> violations) {
        this.recordId = recordId;
        this.outcome = outcome;
        this.violations = ImmutableList.copyOf(violations);
    }

    /** {@return the record} */
    public RecordId recordId() {
        return recordId;
    }

    /** {@return what becomes of the record} */
    public Outcome outcome() {
        return outcome;
    }

    /** {@return whether the record is used, with or without warnings} */
    public boolean accepted() {
        return outcome.compareTo(Outcome.ACCEPT_WITH_WARNING) <= 0;
    }

    /** {@return the problems: first those of the normaliser, then those of the constraints, each in the order found} */
    public List<Violation> violations() {
        return violations;
    }

    /** {@return the report for people: a line with the outcome, then one line for each problem} */
    public String text() {
        StringBuilder text = new StringBuilder(recordId.text()).append(": ").append(outcome);
        violations.forEach(violation -> text.append("\n  ").append(violation.text()));
        return text.toString();
    }

    @Override
    public String toString() {
        return "ValidationReport[" + recordId + " " + outcome + " " + violations.size() + " problems]";
    }
}
