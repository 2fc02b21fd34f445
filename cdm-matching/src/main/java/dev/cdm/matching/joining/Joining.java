package dev.cdm.matching.joining;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * How records are joined.
 *
 * @param method how pairs become clusters
 * @param constraints what holds whatever the scores say
 * @param answers what people said of pairs: the model learns from it, and it holds like a constraint
 */
public record Joining(ClusteringMethod method, Constraints constraints, List<Answer> answers) {

    /** The default: all records of two clusters are heard, and nothing is constrained. */
    public static final Joining USUAL = new Joining(ClusteringMethod.FIELDWISE, Constraints.none());

    /** Copies the answers. */
    public Joining {
        answers = ImmutableList.copyOf(answers);
    }

    /**
     * Joins without answers.
     *
     * @param method how pairs become clusters
     * @param constraints what holds whatever the scores say
     */
    public Joining(ClusteringMethod method, Constraints constraints) {
        this(method, constraints, List.of());
    }

    /** {@return the constraints and the answers: a match must, and no match cannot be joined} */
    public Constraints all() {
        if (answers.isEmpty()) {
            return constraints;
        }
        Constraints.Builder all = constraints.toBuilder();
        for (Answer answer : answers) {
            if (answer.opinion() == Answer.Opinion.MATCH) {
                all.mustLink(answer.first(), answer.second());
            } else if (answer.opinion() == Answer.Opinion.NO_MATCH) {
                all.cannotLink(answer.first(), answer.second());
            }
        }
        return all.build();
    }
}
