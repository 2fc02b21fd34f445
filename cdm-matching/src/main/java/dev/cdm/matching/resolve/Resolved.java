package dev.cdm.matching.resolve;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record. Immutable.
 *
 * @param recordId the record
 * @param outcome what happened
 * @param clusterId the id of its cluster now: the smallest id in it
 * @param merged the ids of the clusters that are part of this one since, in ascending order; none for other outcomes
 * @param possible other clusters that it may belong to, the most probable first
 * @param link the member of its cluster that is most like it, if it has company and a score with one
 */
public record Resolved(
        String recordId,
        Outcome outcome,
        String clusterId,
        List<String> merged,
        List<Candidate> possible,
        @Nullable Candidate link) {

    /** What a record did to the clusters. Later versions may add values. */
    public enum Outcome {
        /** A new record, alone. */
        NEW,
        /** A new record that joined a cluster. */
        MATCHED,
        /** Clusters that were separate are one since. */
        MERGED,
        /** A new record, alone, that may belong to another cluster: a case for review. */
        POSSIBLE,
        /** A new record that fits two clusters or more, which are not joined: a case for review. */
        AMBIGUOUS,
        /** A known record has other values; those in its cluster are the same. */
        CHANGED,
        /** Nothing changed. */
        UNCHANGED,
        /** A known record no longer holds its former cluster together. */
        SPLIT
    }

    /** Copies the lists. */
    public Resolved {
        merged = ImmutableList.copyOf(merged);
        possible = ImmutableList.copyOf(possible);
    }

    /** {@return the member of its cluster that is most like it, if there is one} */
    public Optional<Candidate> closest() {
        return Optional.ofNullable(link);
    }
}
