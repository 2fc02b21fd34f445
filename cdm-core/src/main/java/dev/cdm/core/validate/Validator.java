package dev.cdm.core.validate;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.schema.StandardSchema;
import java.util.ArrayList;
import java.util.List;

/** Checks records against constraints, decides by a policy and reports. Immutable, thread-safe if its constraints are. */
public final class Validator {

    private final ImmutableList<Constraint> constraints;
    private final IntakePolicy policy;

    /**
     * Creates a validator.
     *
     * @param constraints the constraints, in the order in which their violations are reported
     * @param policy what becomes of records with problems
     */
    public Validator(List<? extends Constraint> constraints, IntakePolicy policy) {
        this.constraints = ImmutableList.copyOf(constraints);
        this.policy = policy;
    }

    /**
     * {@return a validator of what holds for every person, under the standard policy: a record says something (else
     * {@code record.empty}, fatal), nobody is born in the future, is older than 150 or answers beyond 0 to 10}
     */
    public static Validator standard() {
        Constraint says = record -> record.values().isEmpty() && record.kind() != ObservationKind.DELETION
                ? List.of(Violation.error("record.empty", "", "has no value that can be used"))
                : List.of();
        return new Validator(
                List.of(
                        says.severity(ProblemSeverity.FATAL),
                        Constraint.notInFuture(StandardSchema.BIRTH_DATE),
                        Constraint.range(StandardSchema.AGE, 0, 150),
                        Constraint.range(StandardSchema.NPS_SCORE, 0, 10)),
                IntakePolicy.standard());
    }

    /**
     * {@return this validator, with one more constraint}
     *
     * @param constraint the constraint
     */
    public Validator with(Constraint constraint) {
        return new Validator(
                ImmutableList.<Constraint>builder()
                        .addAll(constraints)
                        .add(constraint)
                        .build(),
                policy);
    }

    /**
     * {@return this validator, under another policy}
     *
     * @param other the policy
     */
    public Validator with(IntakePolicy other) {
        return new Validator(constraints, other);
    }

    /**
     * {@return all problems of a record: those its normaliser found, then those of the constraints}
     *
     * @param record the record
     */
    public ValidationReport validate(SourceRecord record) {
        return validate(record, List.of());
    }

    /**
     * {@return all problems of a record: those found before, those its normaliser found, then those of the constraints}
     *
     * @param record the record
     * @param found what was found before, for instance by the reader of a file
     */
    public ValidationReport validate(SourceRecord record, List<ValueProblem> found) {
        List<Violation> violations = new ArrayList<>();
        found.forEach(problem -> violations.add(Violation.of(problem)));
        record.problems().forEach(problem -> violations.add(Violation.of(problem)));
        constraints.forEach(constraint -> violations.addAll(constraint.check(record)));
        return new ValidationReport(record.recordId(), policy.decide(violations), violations);
    }

    @Override
    public String toString() {
        return "Validator[" + constraints.size() + " constraints, " + policy + "]";
    }
}
