package dev.cdm.matching.resolve;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.matching.explain.Explanation;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.roles.LiveRecords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Resolves records one at a time: whatever came before and in whatever order, the clusters are those that
 * {@link dev.cdm.matching.Deduplicator#with(PersonModel)} finds for the records that are there. Records live in memory.
 * Thread-safe; one call works at a time.
 */
public final class PersonResolver {

    /** The probability from which a cluster that a record is not in is told as possible. */
    public static final double DEFAULT_REVIEW = 0.1;

    private final IndexedRecords indexed;
    private final LiveRecords records;
    private final LiveClusters clusters;
    private final double cut;
    private final double review;

    /**
     * Starts without records and with the threshold of the model.
     *
     * @param model how records are compared
     */
    public PersonResolver(PersonModel model) {
        this(model, model.threshold(), Math.min(model.threshold(), DEFAULT_REVIEW));
    }

    /**
     * Starts without records.
     *
     * @param model how records are compared
     * @param threshold the probability from which records are joined, above 0 and below 1
     * @param review the probability from which a cluster that a record is not in is told as possible, above 0 and not above
     *     the threshold
     */
    public PersonResolver(PersonModel model, double threshold, double review) {
        Checks.require(threshold > 0 && threshold < 1, "threshold", "must be above 0 and below 1", threshold);
        Checks.require(
                review > 0 && review <= threshold, "review", "must be above 0 and not above the threshold", review);
        cut = logit(threshold);
        this.review = logit(review);
        indexed = new IndexedRecords(model);
        records = indexed.records();
        clusters = new LiveClusters(records, indexed.index().pairs(), cut);
    }

    private static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }

    /**
     * {@return what became of a record that is new or may have changed}
     *
     * @param id the id of the record, not blank
     * @param fields its values by the columns of the model; blank is missing, other columns are ignored. The value of a
     *     restricted column must be a token already
     */
    public synchronized Resolved resolve(String id, Map<String, String> fields) {
        int known = indexed.slot(Checks.notBlank(id, "id"));
        if (known >= 0 && records.isSame(known, id, fields)) {
            return new Telling(known, Map.of()).told(Resolved.Outcome.UNCHANGED);
        }
        Regrouping regrouping = new Regrouping(clusters, records);
        if (known >= 0) {
            regrouping.leave(known);
            indexed.remove(known, regrouping);
        }
        int slot = indexed.add(id, fields, regrouping);
        regrouping.join(slot);
        Telling telling = new Telling(slot, regrouping.before());
        return telling.told(telling.outcome(known >= 0));
    }

    /**
     * {@return whether a record was there that is not any more}
     *
     * @param id the id of the record
     */
    public synchronized boolean remove(String id) {
        int slot = indexed.slot(id);
        if (slot < 0) {
            return false;
        }
        Regrouping regrouping = new Regrouping(clusters, records);
        regrouping.leave(slot);
        indexed.remove(slot, regrouping);
        regrouping.finish();
        return true;
    }

    /**
     * {@return who a record would be, the most probable cluster first; nothing is kept of it}
     *
     * @param fields its values by the columns of the model
     * @param most how many clusters at most, at least 1
     */
    public synchronized List<Candidate> search(Map<String, String> fields, int most) {
        Checks.require(most >= 1, "most", "must be at least 1", most);
        int slot = records.add("?", fields);
        Ranking ranking = new Ranking();
        try {
            for (int other : indexed.index().candidates(slot)) {
                double logit = records.score(slot, other);
                if (logit > LiveRecords.LEAST_LOGIT) {
                    ranking.add(other, logit);
                }
            }
        } finally {
            records.remove(slot);
        }
        return ranking.from(LiveRecords.LEAST_LOGIT).stream().limit(most).toList();
    }

    /**
     * {@return why two records get their score, if both are there}
     *
     * @param one the id of one record
     * @param other the id of another one
     */
    public synchronized Optional<Explanation> explain(String one, String other) {
        int first = indexed.slot(one);
        int second = indexed.slot(other);
        return first < 0 || second < 0 ? Optional.empty() : Optional.of(records.explain(first, second));
    }

    /**
     * {@return the id of the cluster of a record, the smallest id in it, if the record is there}
     *
     * @param id the id of the record
     */
    public synchronized Optional<String> clusterOf(String id) {
        int slot = indexed.slot(id);
        return slot < 0 ? Optional.empty() : Optional.of(clusterId(slot));
    }

    /** {@return all records with the ids of their clusters, in the code-point order of their ids} */
    public synchronized Map<String, String> partition() {
        TreeMap<String, String> sorted = new TreeMap<>(CodePoints::compare);
        for (int slot = 0; slot < records.slots(); slot++) {
            if (records.isThere(slot)) {
                String id = records.id(slot);
                if (!sorted.containsKey(id)) {
                    String first = clusterId(slot);
                    clusters.members(slot, member -> sorted.put(records.id(member), first));
                }
            }
        }
        return ImmutableMap.copyOf(sorted);
    }

    /** {@return how many records there are} */
    public synchronized int size() {
        return records.size();
    }

    /** {@return how many keys are carried by more records than the model allows, so that they find nobody} */
    public synchronized int disabledKeys() {
        return indexed.index().disabled();
    }

    private String clusterId(int slot) {
        return records.id(clusters.first(slot));
    }

    @Override
    public String toString() {
        return "PersonResolver of " + records;
    }

    /** The best member of every cluster. */
    private final class Ranking {

        private final Map<Integer, Integer> members = new TreeMap<>();
        private final Map<Integer, Double> logits = new TreeMap<>();

        void add(int slot, double logit) {
            int first = clusters.first(slot);
            Double best = logits.get(first);
            if (best == null
                    || logit > best
                    || (logit == best
                            && CodePoints.compare(
                                            records.id(slot), records.id(members.getOrDefault(first, slot)))
                                    < 0)) {
                members.put(first, slot);
                logits.put(first, logit);
            }
        }

        List<Candidate> from(double least) {
            List<Candidate> all = new ArrayList<>();
            members.forEach((first, slot) -> {
                double logit = logits.getOrDefault(first, least);
                if (logit >= least) {
                    all.add(Candidate.of(records.id(first), records.id(slot), logit));
                }
            });
            all.sort(Comparator.comparingDouble(Candidate::weight)
                    .reversed()
                    .thenComparing(Candidate::clusterId, CodePoints::compare));
            return ImmutableList.copyOf(all);
        }
    }

    /** Tells what became of a record. */
    private final class Telling {

        private final int slot;
        private final String own;
        private final Map<String, String> before;
        private final List<Candidate> possible;
        private final @Nullable Candidate link;

        Telling(int slot, Map<String, String> before) {
            this.slot = slot;
            this.before = before;
            own = clusterId(slot);
            Ranking others = new Ranking();
            Ranking mates = new Ranking();
            ScoredNeighbours pairs = indexed.index().pairs();
            int[] near = pairs.others(slot);
            for (int i = 0; i < near.length; i++) {
                (clusters.areOne(near[i], slot) ? mates : others).add(near[i], pairs.logits(slot)[i]);
            }
            possible = others.from(review);
            link = mates.from(LiveRecords.LEAST_LOGIT).stream().findFirst().orElse(null);
        }

        Resolved told(Resolved.Outcome outcome) {
            List<String> merged = outcome == Resolved.Outcome.MERGED
                    ? former().filter(id -> !id.equals(own)).toList()
                    : List.of();
            return new Resolved(records.id(slot), outcome, own, merged, possible, link);
        }

        /** The clusters, as they were, of those in the cluster of the record. */
        private java.util.stream.Stream<String> former() {
            List<String> ids = new ArrayList<>();
            clusters.members(slot, member -> {
                String cluster = before.get(records.id(member));
                if (cluster != null) {
                    ids.add(cluster);
                }
            });
            return ids.stream().distinct().sorted(CodePoints::compare);
        }

        Resolved.Outcome outcome(boolean known) {
            long together = former().count();
            if (together > 1) {
                return Resolved.Outcome.MERGED;
            }
            if (known) {
                return isSplit() ? Resolved.Outcome.SPLIT : Resolved.Outcome.CHANGED;
            }
            long fits = possible.stream()
                    .filter(candidate -> candidate.probability() > Candidate.probability(cut))
                    .count();
            if (fits + together > 1) {
                return Resolved.Outcome.AMBIGUOUS;
            }
            return together == 1
                    ? Resolved.Outcome.MATCHED
                    : possible.isEmpty() ? Resolved.Outcome.NEW : Resolved.Outcome.POSSIBLE;
        }

        private boolean isSplit() {
            String cluster = before.get(records.id(slot));
            return before.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(cluster))
                    .anyMatch(entry -> !clusters.areOne(indexed.slot(entry.getKey()), slot));
        }
    }
}
