package dev.cdm.matching.training;

import com.google.common.collect.ImmutableList;
import dev.cdm.matching.blocking.BlockingRule;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the training of a model went.
 *
 * @param estimates every single estimate, in the order in which they were made
 * @param sessions the sessions of expectation maximisation
 * @param warnings what to look at before the model is trusted
 */
public record TrainingReport(List<Estimate> estimates, List<Session> sessions, List<String> warnings) {

    /** Keeps the lists. */
    public TrainingReport {
        estimates = ImmutableList.copyOf(estimates);
        sessions = ImmutableList.copyOf(sessions);
        warnings = ImmutableList.copyOf(warnings);
    }

    /**
     * One estimate of one probability.
     *
     * @param comparison the name of the comparison
     * @param level the place of the level, from 0
     * @param isM whether it is an m; else a u
     * @param source where it comes from
     * @param value the estimate; empty if the level was not observed
     */
    public record Estimate(String comparison, int level, boolean isM, String source, OptionalDouble value) {}

    /**
     * One session.
     *
     * @param rule the rule whose pairs were used
     * @param pairs how many pairs that were
     * @param priors the share of matches among the pairs: at the start and after every iteration
     * @param converged whether the last iteration changed next to nothing
     * @param used whether its estimates went into the model
     */
    public record Session(BlockingRule rule, int pairs, List<Double> priors, boolean converged, boolean used) {

        /** Keeps the list. */
        public Session {
            priors = ImmutableList.copyOf(priors);
        }

        /** {@return how many iterations there were} */
        public int iterations() {
            return priors.size() - 1;
        }
    }
}
