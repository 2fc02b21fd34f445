package dev.cdm.core.normalize;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.value.AttributeValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a text: a value, maybe with warnings, or an error. Immutable.
 *
 * <p>The problems name neither the field nor the text; the {@link Normalizer} adds both.
 *
 * @param <V> the type of the value
 */
public final class Normalized<V extends AttributeValue> {

    private final @Nullable V value;
    private final ImmutableList<ValueProblem> problems;

    private Normalized(@Nullable V value, ImmutableList<ValueProblem> problems) {
        this.value = value;
        this.problems = problems;
    }

    /**
     * {@return a value without problems}
     *
     * @param value the value
     * @param <V> the type of the value
     */
    public static <V extends AttributeValue> Normalized<V> of(V value) {
        return new Normalized<>(value, ImmutableList.of());
    }

    /**
     * {@return no value, because of an error}
     *
     * @param code the stable code, such as {@code email.malformed}
     * @param message what is wrong, for people, without personal data
     * @param <V> the type the value would have
     */
    public static <V extends AttributeValue> Normalized<V> failed(String code, String message) {
        return new Normalized<>(null, ImmutableList.of(problem(code, ProblemSeverity.ERROR, message)));
    }

    /**
     * {@return the same, with a warning more}
     *
     * @param code the stable code, such as {@code date.ambiguous}
     * @param message what is worth a look, for people, without personal data
     */
    public Normalized<V> warning(String code, String message) {
        return new Normalized<>(
                value,
                ImmutableList.<ValueProblem>builder()
                        .addAll(problems)
                        .add(problem(code, ProblemSeverity.WARNING, message))
                        .build());
    }

    /* The same problems with another value. */
    Normalized<V> with(V other) {
        return new Normalized<>(other, problems);
    }

    /**
     * {@return the same with a warning more if something holds, else the same}
     *
     * @param holds whether there is something to warn of
     * @param code the stable code
     * @param message what is worth a look, for people, without personal data
     */
    Normalized<V> warningIf(boolean holds, String code, String message) {
        return holds ? warning(code, message) : this;
    }

    /** {@return the value, if there is one} */
    public Optional<V> value() {
        return Optional.ofNullable(value);
    }

    /** {@return the warnings, or the error, in the order they were found} */
    public List<ValueProblem> problems() {
        return problems;
    }

    private static ValueProblem problem(String code, ProblemSeverity severity, String message) {
        return new ValueProblem(code, severity, "", message, "");
    }

    @Override
    public String toString() {
        return "Normalized[" + problems + "]";
    }
}
