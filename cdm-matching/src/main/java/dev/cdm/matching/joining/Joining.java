package dev.cdm.matching.joining;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.joining.Answer.Opinion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How records are joined.
 *
 * @param method how pairs become clusters
 * @param constraints what holds whatever the scores say
 * @param threshold the calibrated probability above which records are joined, above 0 and below 1; null for the cut of the
 *     model: its threshold, or even odds as it sees them before they are calibrated where it is learned from the records
 * @param answers what people said of pairs: it holds like a constraint, and a model that is learned learns from it
 */
public record Joining(
        ClusteringMethod method,
        Constraints constraints,
        @Nullable Double threshold,
        List<Answer> answers) {

    /** The default: all records of two clusters are heard, nothing is constrained, and the model has its cut. */
    public static final Joining USUAL = new Joining(ClusteringMethod.FIELDWISE, Constraints.none(), null, List.of());

    /**
     * Checks the threshold and copies the answers.
     *
     * @throws IllegalArgumentException if it is not above 0 and below 1
     */
    public Joining {
        if (threshold != null) {
            Checks.require(threshold > 0 && threshold < 1, "threshold", "must be above 0 and below 1", threshold);
        }
        answers = ImmutableList.copyOf(answers);
    }

    /**
     * {@return the same with another way from pairs to clusters}
     *
     * @param other which
     */
    public Joining by(ClusteringMethod other) {
        return new Joining(other, constraints, threshold, answers);
    }

    /**
     * {@return the same with other constraints}
     *
     * @param others which
     */
    public Joining under(Constraints others) {
        return new Joining(method, others, threshold, answers);
    }

    /**
     * {@return the same with another threshold}
     *
     * @param probability the calibrated probability above which records are joined, above 0 and below 1
     */
    public Joining above(double probability) {
        return new Joining(method, constraints, probability, answers);
    }

    /**
     * {@return the same with other answers}
     *
     * @param others what people said of pairs
     */
    public Joining answered(List<Answer> others) {
        return new Joining(method, constraints, threshold, others);
    }

    /**
     * {@return what people said of pairs of known records, the last word on each}
     *
     * @param numbers the numbers of the records by their ids
     * @param keys the key of two numbers, in any order
     */
    public Map<Long, Opinion> answers(Map<String, Integer> numbers, ToLongBiFunction<Integer, Integer> keys) {
        Map<Long, Opinion> known = new TreeMap<>();
        for (Answer answer : answers) {
            Integer first = numbers.get(answer.first());
            Integer second = numbers.get(answer.second());
            if (first != null && second != null) {
                known.put(keys.applyAsLong(first, second), answer.opinion());
            }
        }
        return known;
    }

    /** {@return what holds: the constraints, a must-link for every match and a cannot-link for every other answer that is sure} */
    public Constraints bounds() {
        if (answers.isEmpty()) {
            return constraints;
        }
        Constraints.Builder all = constraints.toBuilder();
        for (Answer answer : answers) {
            if (answer.opinion() == Opinion.MATCH) {
                all.mustLink(answer.first(), answer.second());
            } else if (answer.opinion() == Opinion.NO_MATCH) {
                all.cannotLink(answer.first(), answer.second());
            }
        }
        return all.build();
    }
}
