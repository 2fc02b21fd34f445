package dev.cdm.matching.roles;

import com.google.common.collect.ImmutableListMultimap;
import dev.cdm.matching.explain.Explainer;
import dev.cdm.matching.explain.Explanation;
import dev.cdm.matching.explain.Explanation.Kind;
import dev.cdm.matching.explain.Explanation.Term;
import dev.cdm.matching.mixture.LevelWords;
import dev.cdm.matching.mixture.MixtureModel;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.person.FieldKind;
import dev.cdm.matching.person.FieldShape;
import dev.cdm.matching.person.PairLevels;
import dev.cdm.matching.person.PairPattern;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.records.PersonRecords;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Explains the scores of a model of people: what every field says for one person against strangers, how rare the shared
 * value is, and what is taken off because the records may be two members of a household, or neighbours. Values of restricted columns are
 * never shown. Safe for any thread.
 */
public final class PersonExplainer implements Explainer {

    private static final double BIT = Math.log(2);
    private static final String MISSING = "missing";
    private static final String HOUSEHOLD = "household";
    private static final String NEIGHBOURS = "neighbours";
    private static final ImmutableListMultimap<FieldKind, Role> ROLES = ImmutableListMultimap.<FieldKind, Role>builder()
            .putAll(FieldKind.GIVEN, Role.GIVEN_NAME, Role.GIVEN_NAME_KANA, Role.FULL_NAME)
            .putAll(FieldKind.FAMILY, Role.FAMILY_NAME, Role.FAMILY_NAME_KANA, Role.FULL_NAME)
            .putAll(FieldKind.BIRTH, Role.BIRTH_DATE, Role.BIRTH_YEAR)
            .put(FieldKind.SEX, Role.SEX)
            .putAll(FieldKind.ADDRESS, Role.STREET, Role.ADDRESS, Role.CITY, Role.POSTCODE, Role.REGION)
            .put(FieldKind.PHONE, Role.PHONE)
            .put(FieldKind.EMAIL, Role.EMAIL)
            .build();

    private final PersonModel model;
    private final PersonRecords records;
    private final int[] places;
    private final KnownPeople people;

    /**
     * Explains pairs of records of a table.
     *
     * @param model the model
     * @param table the records
     * @param roles what its columns mean; see {@link AppliedMatching#records}
     * @param workers who reads the records
     */
    public PersonExplainer(PersonModel model, Table table, Map<String, Role> roles, Workers workers) {
        this(model, PersonRecords.fitted(model.roles(), List.of(table), List.of(roles)), workers);
    }

    PersonExplainer(PersonModel model, PersonRecords records, Workers workers) {
        this.model = model;
        this.records = records;
        places = records.places();
        people = new KnownPeople(records, model, workers);
    }

    @Override
    public Explanation explain(int left, int right) {
        return explain(left, right, records.id(places[left]), records.id(places[right]));
    }

    Explanation explain(int left, int right, String leftId, String rightId) {
        int first = Math.min(places[left], places[right]);
        int second = Math.max(places[left], places[right]);
        long pattern = new PairLevels(people.table).compare(first, second);
        Evidence evidence = new Evidence(pattern, first, second);
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of(Kind.PRIOR, "prior", Math.log(model.shares().persons()) / BIT));
        for (int field = 0; field < model.fields().size(); field++) {
            evidence.add(terms, field, left, right);
        }
        double persons = Math.log(model.shares().persons()) + evidence.logPerson;
        double atHome = people.mixture().logit(evidence.logPerson, evidence.logHousehold, Double.NEGATIVE_INFINITY);
        double raw = people.mixture().logit(evidence.logPerson, evidence.logHousehold, evidence.logNeighbours);
        if (model.shares().households() > 0) {
            terms.add(Term.of(Kind.DEPENDENCE, HOUSEHOLD, (atHome - persons) / BIT));
        }
        if (model.shares().neighbours() > 0) {
            terms.add(Term.of(Kind.DEPENDENCE, NEIGHBOURS, (raw - atHome) / BIT));
        }
        double logit = people.scoring().logit(first, second);
        double corrected = raw + model.correction().of(pattern, raw);
        if (!model.correction().isNone()) {
            terms.add(Term.of(Kind.CALIBRATION, "answers", (corrected - raw) / BIT));
        }
        if (!model.calibration().isNone()) {
            double calibrated = model.calibration().apply(corrected);
            terms.add(Term.of(Kind.CALIBRATION, "calibration", (calibrated - corrected) / BIT));
        }
        return new Explanation(leftId, rightId, terms, logit / BIT, 1 / (1 + Math.exp(-logit)));
    }

    /** What the fields of one pair say. */
    private final class Evidence {
        private final long pattern;
        private final double[] rarity = new double[model.fields().size()];
        private final double[] person = new double[rarity.length];
        private final double[] household = new double[rarity.length];
        private final double[] neighbours = new double[rarity.length];
        private double logPerson;
        private double logHousehold;
        private double logNeighbours;

        Evidence(long pattern, int first, int second) {
            this.pattern = pattern;
            people.rarity().of(first, second, pattern, rarity);
            people.mixture().factors(pattern, rarity, person, household, neighbours);
        }

        void add(List<Term> terms, int field, int left, int right) {
            FieldShape shape = model.fields().get(field).field();
            int level = PairPattern.level(pattern, field);
            String words = level == 0 ? MISSING : LevelWords.of(shape.kind()).get(level - 1);
            Optional<String> leftValue = value(shape, left);
            Optional<String> rightValue = value(shape, right);
            if (level == 0) {
                OptionalDouble none = OptionalDouble.empty();
                terms.add(new Term(Kind.COMPARISON, shape.name(), words, 0, none, none, leftValue, rightValue));
                return;
            }
            MixtureModel mixture = people.mixture();
            double m = mixture.person(pattern, field);
            double u = mixture.stranger(pattern, field);
            logPerson += Math.log(person[field]);
            logHousehold += household[field] > 0 ? Math.log(household[field]) : 0;
            logNeighbours += neighbours[field] > 0 ? Math.log(neighbours[field]) : 0;
            terms.add(new Term(
                    Kind.COMPARISON,
                    shape.name(),
                    words,
                    Math.log(m / u) / BIT,
                    OptionalDouble.of(m),
                    OptionalDouble.of(u),
                    leftValue,
                    rightValue));
            if (shape.kind().rarity(level) > 0 && rarity[field] != 1) {
                terms.add(rare(shape.name(), words, m, u, person[field]));
            }
        }

        private static Term rare(String name, String words, double m, double u, double factor) {
            return new Term(
                    Kind.TERM_FREQUENCY,
                    name,
                    words,
                    (Math.log(factor) - Math.log(m / u)) / BIT,
                    OptionalDouble.empty(),
                    OptionalDouble.of(m / factor),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private Optional<String> value(FieldShape shape, int row) {
        return switch (shape.kind()) {
            case TOKEN -> Optional.empty();
            case CODE, TEXT, WORD, ORGANISATION, EMPLOYER -> records.value(shape.name(), row);
            default -> records.values(ROLES.get(shape.kind()), row);
        };
    }
}
