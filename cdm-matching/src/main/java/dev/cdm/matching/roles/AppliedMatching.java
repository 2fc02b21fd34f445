package dev.cdm.matching.roles;

import dev.cdm.matching.blocking.KeyedPairs;
import dev.cdm.matching.clustering.FieldwiseClusters;
import dev.cdm.matching.clustering.JoinRules;
import dev.cdm.matching.clustering.LinkAssignment;
import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.joining.Joining;
import dev.cdm.matching.learned.Blocking;
import dev.cdm.matching.mixture.Correction.Question;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.person.PersonTable;
import dev.cdm.matching.person.RecordKeys;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.quality.QualityEstimation;
import dev.cdm.matching.quality.QualityReport;
import dev.cdm.matching.records.PersonRecords;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds entities by a model that was learned before. Whether two records are compared, and with what score, depends on the
 * two and on the model alone, and the clusters on the scored pairs: records that come one by one, in any order, give the
 * same. Only a value that more records share than the model's blocking allows is left out as a whole, and counted.
 */
public final class AppliedMatching implements Matching {

    private final PersonModel model;
    private final PersonRecords records;
    private final JoinRules rules;
    private final KnownPeople people;
    private final boolean isLink;
    private final boolean[] isRight;
    private final double cut;
    private final ScoredPairs scored;
    private final int[] labels;
    private final int[] links;
    private final int disabledBlocks;
    private final List<String> warnings;

    private AppliedMatching(
            PersonModel model,
            PersonRecords records,
            @Nullable LinkAssignment assignment,
            LongPredicate disabled,
            Workers workers) {
        this.model = model;
        this.records = records;
        isLink = assignment != null;
        rules = records.rules();
        people = new KnownPeople(records, model, workers);
        RecordKeys keys = people.keys();
        isRight = new boolean[records.rows()];
        for (int row = 0; row < isRight.length; row++) {
            isRight[row] = records.isRight(row);
        }
        KeyedPairs candidates = KeyedPairs.of(
                records.rows(),
                keys.keys(),
                keys::of,
                model.blocking().cap(),
                key -> model.blocking().isHot(key) || disabled.test(key),
                (a, b) -> (assignment == null || isRight[a] != isRight[b]) && rules.mayMeet(a, b) ? 1 : 0,
                workers);
        disabledBlocks = candidates.disabled();
        warnings = rules.warnings(people.table.warnings(records.columns(), records.order()));
        ComparedPairs compared = ComparedPairs.of(people.table, candidates.left(), candidates.right(), workers);
        scored = PairScoring.above(PersonMatching.LEAST_LOGIT, compared, rules.mustLinks(), people::scoring, workers);
        Double asked = records.joining().threshold();
        double threshold = asked == null ? model.threshold() : asked;
        cut = Math.log(threshold / (1 - threshold));
        links = assignment == null ? new int[0] : assignment.links(scored, isRight, cut, rules);
        labels = assignment == null
                ? new FieldwiseClusters(scored, cut, people::scoring, rules, workers)
                        .labels(records.joining().method())
                : LinkAssignment.entities(scored, links, rules);
    }

    /**
     * {@return the entities among the records of a table}
     *
     * @param model the model
     * @param table the records
     * @param roles what its columns mean; see {@link #records}
     * @param joining how records are joined; without a threshold, as the model says
     * @param workers who does the work
     */
    public static AppliedMatching dedupe(
            PersonModel model, Table table, Map<String, Role> roles, Joining joining, Workers workers) {
        PersonRecords records = PersonRecords.fitted(model.roles(), List.of(table), List.of(roles))
                .joining(joining);
        return new AppliedMatching(model, records, null, key -> false, workers);
    }

    /**
     * {@return the links between the records of two tables}
     *
     * @param model the model
     * @param tables the left and the right records
     * @param roles what their columns mean; see {@link #records}
     * @param assignment how many links a record may have
     * @param joining how records are joined; without a threshold, as the model says
     * @param workers who does the work
     */
    public static AppliedMatching link(
            PersonModel model,
            List<Table> tables,
            List<Map<String, Role>> roles,
            LinkAssignment assignment,
            Joining joining,
            Workers workers) {
        PersonRecords records =
                PersonRecords.fitted(model.roles(), tables, roles).joining(joining);
        return new AppliedMatching(model, records, assignment, key -> false, workers);
    }

    /** {@return the entities among some records when more values of keys are left out} */
    static AppliedMatching of(PersonModel model, PersonRecords records, double threshold, LongPredicate disabled) {
        return new AppliedMatching(
                model, records.joining(Joining.USUAL.above(threshold)), null, disabled, Workers.caller());
    }

    /** {@return the keys for records like these, with the values that too many of them share} */
    static Blocking blocking(PersonTable people) {
        Blocking blocking = KeyChoice.blocking();
        RecordKeys keys = new RecordKeys(people, blocking.keys());
        return blocking.withHot(KeyedPairs.hot(people.rows(), keys.keys(), keys::of, blocking.cap(), Workers.caller()));
    }

    /**
     * {@return the records in the columns of the model: columns meet by their names if the model knows all of them, else by
     * their role and, several of one role, in the order of the table; what a table lacks is missing}
     */
    public PersonRecords records() {
        return records;
    }

    @Override
    public int[] labels() {
        return labels.clone();
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public ScoredPairs pairs() {
        return scored;
    }

    @Override
    public int[] links() {
        return links.clone();
    }

    @Override
    public QualityReport quality() {
        return isLink ? estimation().ofLinks(links, isRight) : estimation().ofClusters();
    }

    @Override
    public List<String> unlinkables() {
        return estimation().unlinkables();
    }

    private QualityEstimation estimation() {
        return new QualityEstimation(
                records::id, records.byId(), scored.certain(rules.mustLinks()), labels, cut, people.scoring());
    }

    @Override
    public List<Question> questions(int most) {
        double uncalibrated = model.calibration().inverse(cut);
        return people.scoring().questions(scored, records.answers().keySet(), rules, uncalibrated, most);
    }

    @Override
    public List<String> agreement(int pair) {
        return people.scoring().agreement(scored.left()[pair], scored.right()[pair]);
    }

    @Override
    public PersonModel model(int leastEntities) {
        return model;
    }

    @Override
    public int disabledBlocks() {
        return disabledBlocks;
    }
}
