package dev.cdm.matching.quality;

import dev.cdm.matching.clustering.FieldEvidence;
import dev.cdm.matching.clustering.JointEvidence;
import dev.cdm.matching.clustering.ScoredPairs;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Estimates how good a result is from the probabilities it was made with. Belongs to one thread.
 *
 * <p>Posterior probabilities of pairs add up to expected numbers of false and of missed pairs (Fellegi and Sunter, A Theory
 * for Record Linkage, Journal of the American Statistical Association 64, 1969; Enamorado, Fifield and Imai, Using a
 * Probabilistic Model to Assist Merging of Large-Scale Administrative Records, American Political Science Review 113,
 * 2019). Pairs of a cluster are not independent: within one, two records count as sure as the best path between them;
 * between two clusters all their records are heard together. Records that say too little are found by comparing each
 * with itself (as Splink's unlinkables are).
 */
public final class QualityEstimation {

    private final RecordNames names;
    private final ScoredPairs pairs;
    private final int[] labels;
    private final double cut;
    private final JointEvidence evidence;

    /**
     * Takes a result.
     *
     * @param ids the id of a record by its number
     * @param byId the numbers of all records in the code-point order of their ids
     * @param pairs the scored pairs with calibrated logarithms of their odds, positive infinity for one that must be joined
     * @param labels the cluster of every record, a number below that of all records
     * @param cut the calibrated logarithm of the odds from which records are joined
     * @param evidence compares any two records by calibrated odds
     */
    public QualityEstimation(
            IntFunction<String> ids, int[] byId, ScoredPairs pairs, int[] labels, double cut, FieldEvidence evidence) {
        names = new RecordNames(ids, byId);
        this.pairs = pairs;
        this.labels = labels;
        this.cut = cut;
        this.evidence = new JointEvidence(evidence);
    }

    /** {@return the quality of the clusters} */
    public QualityReport ofClusters() {
        Groups groups = new Groups(labels);
        Doubts doubts = new Doubts(evidence, names, groups.meanSize());
        WithinClusters within = new WithinClusters(pairs, groups, evidence, doubts);
        within.look();
        BitSet joined = new BitSet();
        for (int pair = 0; pair < pairs.size(); pair++) {
            joined.set(pair, labels[pairs.left()[pair]] == labels[pairs.right()[pair]]);
        }
        double missed = new BetweenClusters(pairs, groups, evidence)
                .missed(joined, (first, second) -> (long) first.length * second.length);
        return report(
                new ErrorCounts(within.joined(), within.doubtful(), missed, within.through(), within.unseen()),
                within.joined(),
                doubts);
    }

    /**
     * {@return the quality of links between two tables}
     *
     * @param links the numbers of the pairs that are links
     * @param isRight whether a record belongs to the second table
     */
    public QualityReport ofLinks(int[] links, boolean[] isRight) {
        Groups groups = new Groups(labels);
        Doubts doubts = new Doubts(evidence, names, groups.meanSize());
        WithinClusters within = new WithinClusters(pairs, groups, evidence, doubts);
        within.look();
        BitSet joined = new BitSet();
        double doubtful = 0;
        for (int link : links) {
            joined.set(link);
            doubtful += 1 / (1 + Math.exp(pairs.logits()[link]));
        }
        double missed = new BetweenClusters(pairs, groups, evidence).missed(joined, (first, second) -> {
            long right = count(first, isRight);
            long otherRight = count(second, isRight);
            return right * (second.length - otherRight) + (first.length - right) * otherRight;
        });
        return report(new ErrorCounts(links.length, doubtful, missed, 0, 0), links.length, doubts);
    }

    private static long count(int[] records, boolean[] isRight) {
        return IntStream.of(records).filter(record -> isRight[record]).count();
    }

    private static QualityReport report(ErrorCounts counts, long joined, Doubts doubts) {
        return new QualityReport(
                joined, counts.falsePairs(), counts.missedPairs(), doubts.weakBridges(), doubts.suspiciousClusters());
    }

    /**
     * {@return the ids of records which, compared with themselves, stay below the threshold, since they say too little to be
     * linked with anything; in code-point order}
     */
    public List<String> unlinkables() {
        return IntStream.range(0, names.size())
                .map(names::record)
                .filter(record -> !(evidence.logit(record, record) > cut))
                .mapToObj(names::id)
                .toList();
    }
}
