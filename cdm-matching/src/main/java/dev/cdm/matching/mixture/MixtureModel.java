package dev.cdm.matching.mixture;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import dev.cdm.matching.person.FieldKind;
import dev.cdm.matching.person.FieldShape;
import dev.cdm.matching.person.PairPattern;
import java.util.List;

/**
 * A Fellegi-Sunter model with three kinds of pairs: one person, two members of a household, strangers.
 *
 * <p>Members of a household share family name, address, telephone and e-mail more often than strangers; now and then
 * they also share the date of birth (twins) or the given name (parent and child). Everything is measured against
 * strangers. Reading is safe for any thread; training changes the numbers in one thread.
 */
public final class MixtureModel {

    private final ImmutableList<FieldShape> fields;
    private final int given;
    private final int family;
    private final boolean households;
    /** By field, then by group and level. */
    final double[][] person;

    final double[][] household;
    final double[][] stranger;
    double personShare;
    double householdShare;
    double sameGiven = 0.03;
    double sameBirth = 0.03;

    /**
     * Starts a model that has learned nothing.
     *
     * @param fields what is compared
     * @param households whether the fields can tell households apart
     */
    public MixtureModel(List<FieldShape> fields, boolean households) {
        this.fields = ImmutableList.copyOf(fields);
        this.households = households;
        given = place(FieldKind.GIVEN);
        family = place(FieldKind.FAMILY);
        person = new double[fields.size()][];
        household = new double[fields.size()][];
        stranger = new double[fields.size()][];
        for (int field = 0; field < fields.size(); field++) {
            FieldShape shape = fields.get(field);
            int cells = shape.levels() * shape.kind().groups();
            person[field] = new double[cells];
            household[field] = new double[cells];
            stranger[field] = new double[cells];
            for (int cell = 0; cell < cells; cell++) {
                int level = cell % shape.levels();
                person[field][cell] = level == 0 ? 1 : shape.prior(level);
                household[field][cell] = level == 0 ? 1 : shape.householdPrior(level);
            }
        }
    }

    /**
     * Takes up a model that was learned before.
     *
     * @param weights the probabilities of every field
     * @param shares the shares of persons and households
     */
    public MixtureModel(List<FieldWeights> weights, Shares shares) {
        this(weights.stream().map(FieldWeights::field).toList(), shares.households() > 0);
        personShare = shares.persons();
        householdShare = shares.households();
        sameGiven = shares.sameGiven();
        sameBirth = shares.sameBirth();
        for (int field = 0; field < weights.size(); field++) {
            person[field] = Doubles.toArray(weights.get(field).person());
            stranger[field] = Doubles.toArray(weights.get(field).stranger());
            if (weights.get(field).field().shared()) {
                household[field] = Doubles.toArray(weights.get(field).household());
            }
        }
    }

    /** {@return the probabilities of every field as they are now} */
    public List<FieldWeights> weights() {
        ImmutableList.Builder<FieldWeights> weights = ImmutableList.builder();
        for (int field = 0; field < person.length; field++) {
            FieldShape shape = fields.get(field);
            weights.add(new FieldWeights(
                    shape,
                    Doubles.asList(person[field]),
                    shape.shared() ? Doubles.asList(household[field]) : List.of(),
                    Doubles.asList(stranger[field])));
        }
        return weights.build();
    }

    /** {@return the shares of persons and households as they are now} */
    public Shares shares() {
        return new Shares(personShare, households ? householdShare : 0, sameGiven, sameBirth);
    }

    /**
     * {@return the probability that records of one person show the level that a pattern has in a field}
     *
     * @param pattern the levels of a pair
     * @param field the place of the field
     */
    public double person(long pattern, int field) {
        return person[field][cell(pattern, field)];
    }

    /**
     * {@return the probability that strangers show the level that a pattern has in a field, whatever the value}
     *
     * @param pattern the levels of a pair
     * @param field the place of the field
     */
    public double stranger(long pattern, int field) {
        return stranger[field][cell(pattern, field)];
    }

    /** {@return what is compared} */
    public List<FieldShape> fields() {
        return fields;
    }

    /** {@return whether households are told apart at all} */
    public boolean hasHouseholds() {
        return households;
    }

    /** {@return whether given and family names are both equal} */
    boolean isNamesake(long pattern) {
        return given >= 0
                && family >= 0
                && PairPattern.level(pattern, given) == 1
                && PairPattern.level(pattern, family) == 1;
    }

    /** {@return which number of a field stands for the level that a pattern has there} */
    int cell(long pattern, int field) {
        FieldShape shape = fields.get(field);
        int level = PairPattern.level(pattern, field);
        if (shape.kind().groups() == 1) {
            return level;
        }
        int givenLevel = given < 0 ? 0 : PairPattern.level(pattern, given);
        int familyLevel = family < 0 ? 0 : PairPattern.level(pattern, family);
        return shape.kind().group(givenLevel, familyLevel) * shape.levels() + level;
    }

    /**
     * Tells how much each field of a pair speaks for one person and for one household, against strangers.
     *
     * @param pattern the levels of the pair
     * @param rarity one over the frequency of the shared value by field, 1 where there is none
     * @param forPerson receives the Bayes factor of every field, 0 for a missing value
     * @param forHousehold receives the same for a household
     */
    public void factors(long pattern, double[] rarity, double[] forPerson, double[] forHousehold) {
        for (int field = 0; field < person.length; field++) {
            int level = PairPattern.level(pattern, field);
            forPerson[field] = 0;
            forHousehold[field] = 0;
            if (level != 0) {
                int cell = cell(pattern, field);
                double factor = against(field, level, cell, rarity[field]);
                forPerson[field] = person[field][cell] * factor;
                forHousehold[field] = forHousehold(field, cell, factor, forPerson[field]);
            }
        }
    }

    /** {@return one over the probability that strangers show a level, given the value they share} */
    double against(int field, int level, int cell, double rarity) {
        FieldKind kind = fields.get(field).kind();
        double share = kind.rarity(level);
        double common = 1 / stranger[field][cell];
        if (share == 0 || rarity == 1) {
            return common;
        }
        if (share < 1) {
            return Math.sqrt(common * rarity);
        }
        boolean bounded = kind == FieldKind.EMAIL && cell / fields.get(field).levels() < 3;
        return bounded ? Math.min(common, rarity) : rarity;
    }

    private double forHousehold(int field, int cell, double factor, double forPerson) {
        return switch (fields.get(field).kind()) {
            case GIVEN -> 1 - sameGiven + sameGiven * forPerson;
            case BIRTH -> 1 - sameBirth + sameBirth * forPerson;
            default -> fields.get(field).shared() ? household[field][cell] * factor : 1;
        };
    }

    /**
     * {@return the natural logarithm of the odds that a pair is one person}
     *
     * @param logPerson the sum of the logarithms of the factors for one person
     * @param logHousehold the same for a household
     */
    public double logit(double logPerson, double logHousehold) {
        double persons = Math.log(personShare) + logPerson;
        if (!households || householdShare <= 0) {
            return persons;
        }
        double home = Math.log(householdShare) + logHousehold;
        return persons - (home > 0 ? home + Math.log1p(Math.exp(-home)) : Math.log1p(Math.exp(home)));
    }

    private int place(FieldKind kind) {
        for (int field = 0; field < fields.size(); field++) {
            if (fields.get(field).kind() == kind) {
                return field;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return "model of " + fields + ", share of persons " + personShare;
    }
}
