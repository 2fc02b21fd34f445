package dev.cdm.core.validate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.Sourced;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.DateValue;
import dev.cdm.core.value.NumberValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule for records. A host writes its own as a lambda, or by {@link #each}:
 *
 * <pre>{@code
 * Constraint.each(EMAIL, "email.disposable", "is a throw-away address", email -> !DISPOSABLE.contains(email.domain()))
 * }</pre>
 *
 * <p>A rule must not throw, keep no state and name no personal data in its messages.
 */
@FunctionalInterface
public interface Constraint {

    /**
     * {@return what in a record breaks this rule, all of it; empty if nothing does}
     *
     * @param record the record
     */
    List<Violation> check(SourceRecord record);

    /**
     * {@return a rule that an attribute has a value; code {@code required}; asked of whole records only}
     *
     * @param key the attribute
     */
    static Constraint required(AttributeKey<?> key) {
        return whole(record -> record.values(key).isEmpty()
                ? List.of(Violation.error("required", key.name(), "has no value"))
                : List.of());
    }

    /**
     * {@return a rule that one of several attributes has a value, for instance that a person can be reached; asked of
     * whole records only}
     *
     * @param code the code, such as {@code contact.missing}
     * @param keys the attributes, at least one
     */
    static Constraint atLeastOne(String code, AttributeKey<?>... keys) {
        List<AttributeKey<?>> wanted = ImmutableList.copyOf(keys);
        Checks.require(!wanted.isEmpty(), "keys", "must not be empty");
        String message = "has a value of none of " + wanted;
        return whole(
                record -> wanted.stream().allMatch(key -> record.values(key).isEmpty())
                        ? List.of(Violation.error(code, "", message))
                        : List.of());
    }

    /**
     * {@return a rule for each value of an attribute}
     *
     * @param key the attribute
     * @param code the code of a violation
     * @param message what is wrong with a value that breaks the rule, without the value
     * @param rule what must hold
     * @param <V> the type of the values
     */
    static <V extends AttributeValue> Constraint each(
            AttributeKey<V> key, String code, String message, Predicate<? super V> rule) {
        return each(key, code, message, (value, record) -> rule.test(value));
    }

    private static <V extends AttributeValue> Constraint each(
            AttributeKey<V> key, String code, String message, BiPredicate<? super V, SourceRecord> rule) {
        return record -> {
            ImmutableList.Builder<Violation> broken = ImmutableList.builder();
            List<Sourced<V>> values = record.values(key);
            for (int i = 0; i < values.size(); i++) {
                if (!rule.test(values.get(i).value(), record)) {
                    String path = values.size() == 1 ? key.name() : key.name() + "[" + i + "]";
                    broken.add(Violation.error(code, path, message));
                }
            }
            return broken.build();
        };
    }

    /**
     * {@return a rule that the canonical text of each value is one of a list; code {@code one_of}}
     *
     * @param key the attribute
     * @param texts the texts allowed
     */
    static Constraint oneOf(AttributeKey<?> key, String... texts) {
        Set<String> allowed = ImmutableSet.copyOf(texts);
        return each(key, "one_of", "must be one of " + allowed, value -> allowed.contains(value.canonicalText()));
    }

    /**
     * {@return a rule that the whole canonical text of each value matches a pattern; code {@code pattern}}
     *
     * @param key the attribute
     * @param pattern the pattern; one that backtracks without bound is slow on long texts
     */
    static Constraint matches(AttributeKey<?> key, Pattern pattern) {
        String message = "must match " + pattern.pattern();
        return each(
                key,
                "pattern",
                message,
                value -> pattern.matcher(value.canonicalText()).matches());
    }

    /**
     * {@return a rule that each number lies between two bounds, both included; code {@code range}}
     *
     * @param key the attribute
     * @param low the lowest allowed value
     * @param high the highest allowed value
     */
    static Constraint range(AttributeKey<NumberValue> key, long low, long high) {
        BigDecimal least = BigDecimal.valueOf(low);
        BigDecimal most = BigDecimal.valueOf(high);
        String message = "must be between " + low + " and " + high;
        return each(
                key,
                "range",
                message,
                value -> value.number().compareTo(least) >= 0 && value.number().compareTo(most) <= 0);
    }

    /**
     * {@return a rule that each date lies not after the day on which the record was received, on the earth's earliest
     * clocks; code {@code future}}
     *
     * @param key the attribute
     */
    static Constraint notInFuture(AttributeKey<DateValue> key) {
        return each(key, "future", "lies after the day of receipt", (value, record) -> {
            LocalDate today = LocalDate.ofInstant(record.provenance().receivedAt(), ZoneOffset.MAX);
            return !value.date().isAfter(today);
        });
    }

    /**
     * {@return this rule, with violations of another severity}
     *
     * @param severity the severity
     */
    default Constraint severity(ProblemSeverity severity) {
        return record -> check(record).stream()
                .map(found -> new Violation(found.code(), severity, found.path(), found.message()))
                .toList();
    }

    /**
     * {@return this rule, asked only of some records}
     *
     * @param condition which records
     */
    default Constraint when(Predicate<? super SourceRecord> condition) {
        return record -> condition.test(record) ? check(record) : List.of();
    }

    /**
     * {@return both rules; the violations of this one come first}
     *
     * @param other the other rule
     */
    default Constraint and(Constraint other) {
        return record -> Stream.concat(check(record).stream(), other.check(record).stream())
                .toList();
    }

    /* In a patch absent does not mean missing, and a deletion asserts nothing. */
    private static Constraint whole(Constraint rule) {
        return rule.when(record -> record.kind() == ObservationKind.SNAPSHOT);
    }
}
