package dev.cdm.core.format;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.SourcePosition;
import dev.cdm.core.model.ValueProblem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file: what could be read, and what was wrong. Immutable, thread-safe if its value is.
 *
 * <p>A row without a value has a problem of severity {@link ProblemSeverity#FATAL}, whose raw text is the whole row, so
 * that it can be kept in quarantine, corrected and read again. A row with a value may have lesser problems.
 *
 * @param <T> what a usable row holds
 */
public final class Row<T> {

    private final SourcePosition position;
    private final @Nullable T value;
    private final ImmutableList<ValueProblem> problems;

    private Row(SourcePosition position, @Nullable T value, List<ValueProblem> problems) {
        this.position = position;
        this.value = value;
        this.problems = ImmutableList.copyOf(problems);
    }

    /**
     * {@return a row that can be used}
     *
     * @param position where it stands
     * @param value what it holds
     * @param problems what was wrong nevertheless; mostly empty
     * @param <T> what it holds
     */
    public static <T> Row<T> usable(SourcePosition position, T value, List<ValueProblem> problems) {
        return new Row<>(position, value, problems);
    }

    /**
     * {@return a row that cannot be used}
     *
     * @param position where it stands
     * @param problem why, of severity {@link ProblemSeverity#FATAL}, with the raw text of the row
     * @param <T> what it would hold
     * @throws IllegalArgumentException if the problem is less severe
     */
    public static <T> Row<T> refused(SourcePosition position, ValueProblem problem) {
        Checks.require(
                problem.severity() == ProblemSeverity.FATAL,
                "problem",
                "must be fatal for the row",
                problem.severity());
        return new Row<>(position, null, List.of(problem));
    }

    /** {@return the file and the row, counted as {@link RecordFormat} says} */
    public SourcePosition position() {
        return position;
    }

    /** {@return what the row holds; empty if it cannot be used} */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** {@return what is wrong: exactly one fatal problem if there is no value, else mostly none} */
    public List<ValueProblem> problems() {
        return problems;
    }

    @Override
    public String toString() {
        return "Row[" + position + (value == null ? " refused" : "") + " " + problems + "]";
    }
}
