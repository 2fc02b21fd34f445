package dev.cdm.core.validate;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.model.ProblemSeverity;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of records with problems: by severity, and for single codes otherwise. Immutable.
 *
 * <p>By default warnings and errors accept the record with a warning, because a bad value does not spoil the others and is
 * kept beside them; a fatal problem sets it aside.
 */
public final class IntakePolicy {

    private final ImmutableMap<ProblemSeverity, Outcome> bySeverity;
    private final ImmutableMap<String, Outcome> byCode;

    private IntakePolicy(Map<ProblemSeverity, Outcome> bySeverity, Map<String, Outcome> byCode) {
        this.bySeverity = ImmutableMap.copyOf(bySeverity);
        this.byCode = ImmutableMap.copyOf(byCode);
    }

    /** {@return the default policy} */
    public static IntakePolicy standard() {
        Map<ProblemSeverity, Outcome> outcomes = new EnumMap<>(ProblemSeverity.class);
        outcomes.put(ProblemSeverity.WARNING, Outcome.ACCEPT_WITH_WARNING);
        outcomes.put(ProblemSeverity.ERROR, Outcome.ACCEPT_WITH_WARNING);
        outcomes.put(ProblemSeverity.FATAL, Outcome.QUARANTINE);
        return new IntakePolicy(outcomes, Map.of());
    }

    /**
     * {@return this policy, with another outcome for a severity}
     *
     * @param severity the severity
     * @param outcome what becomes of records with such a problem
     */
    public IntakePolicy on(ProblemSeverity severity, Outcome outcome) {
        Map<ProblemSeverity, Outcome> outcomes = new EnumMap<>(bySeverity);
        outcomes.put(severity, outcome);
        return new IntakePolicy(outcomes, byCode);
    }

    /**
     * {@return this policy, with another outcome for one code, whatever its severity}
     *
     * @param code the code, such as {@code field.unknown}
     * @param outcome what becomes of records with such a problem
     */
    public IntakePolicy on(String code, Outcome outcome) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>(byCode);
        outcomes.put(code, outcome);
        return new IntakePolicy(bySeverity, outcomes);
    }

    /**
     * {@return what becomes of a record: the worst outcome of its problems}
     *
     * @param violations the problems
     */
    public Outcome decide(List<Violation> violations) {
        Outcome worst = Outcome.ACCEPT;
        for (Violation violation : violations) {
            Outcome outcome = outcome(violation);
            worst = outcome.compareTo(worst) > 0 ? outcome : worst;
        }
        return worst;
    }

    private Outcome outcome(Violation violation) {
        Outcome own = byCode.get(violation.code());
        return own == null ? bySeverity.getOrDefault(violation.severity(), Outcome.QUARANTINE) : own;
    }

    @Override
    public String toString() {
        return "IntakePolicy[" + bySeverity + " " + byCode + "]";
    }
}
