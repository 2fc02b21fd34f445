package dev.cdm.matching.mixture;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import dev.cdm.matching.person.FieldKind;
import dev.cdm.matching.person.FieldShape;
import dev.cdm.matching.person.PairPattern;
import java.util.List;

/**
 * A Fellegi-Sunter model with four kinds of pairs: one person, two members of a household, two neighbours, strangers.
 *
 * <p>Members of a household share family name, address, telephone and e-mail more often than strangers; now and then
 * they also share the date of birth (twins) or the given name (parent and child). Neighbours share an address, a
 * telephone or an e-mail, and nothing else: they live in one home, study in one hall or answer one switchboard. Where
 * no field shows who lives together, households begin as twins, of one family name and birth date: all that can be seen.
 * Everything is measured against strangers. Reading is safe for any thread; training changes the numbers in one thread.
 */
public final class MixtureModel {

    private static final double FIRST_SAME = 0.03;

    private final ImmutableList<FieldShape> fields;
    private final int given;
    private final int family;
    private final boolean households;
    private final boolean neighbourhoods;
    private final boolean homes;
    /** By field, then by group and level. */
    final double[][] person;

    final double[][] household;
    final double[][] neighbour;
    final double[][] stranger;
    double personShare;
    double householdShare;
    double neighbourShare;
    double sameGiven = FIRST_SAME;
    double sameBirth;

    /**
     * Starts a model that has learned nothing.
     *
     * @param fields what is compared
     */
    public MixtureModel(List<FieldShape> fields) {
        this.fields = ImmutableList.copyOf(fields);
        given = place(FieldKind.GIVEN);
        boolean organisations = place(FieldKind.ORGANISATION) >= 0;
        family = place(organisations ? FieldKind.ORGANISATION : FieldKind.FAMILY);
        neighbourhoods = fields.stream().anyMatch(FieldShape::sharedByNeighbours);
        homes = fields.stream().anyMatch(MixtureModel::tellsHomes);
        households = family >= 0 && (organisations || homes || place(FieldKind.BIRTH) >= 0);
        sameBirth = homes ? FIRST_SAME : 1;
        person = new double[fields.size()][];
        household = new double[fields.size()][];
        neighbour = new double[fields.size()][];
        stranger = new double[fields.size()][];
        for (int field = 0; field < fields.size(); field++) {
            FieldShape shape = fields.get(field);
            int cells = shape.levels() * shape.kind().groups();
            person[field] = new double[cells];
            household[field] = new double[cells];
            neighbour[field] = new double[cells];
            stranger[field] = new double[cells];
            for (int cell = 0; cell < cells; cell++) {
                expect(field, cell, shape);
            }
        }
    }

    private void expect(int field, int cell, FieldShape shape) {
        int level = cell % shape.levels();
        person[field][cell] = level == 0 ? 1 : shape.prior(level);
        household[field][cell] = level == 0 ? 1 : shape.householdPrior(level);
        neighbour[field][cell] = level == 0 ? 1 : shape.neighbourPrior(level);
    }

    /**
     * Takes up a model that was learned before.
     *
     * @param weights the probabilities of every field
     * @param shares the shares of persons and households
     */
    public MixtureModel(List<FieldWeights> weights, Shares shares) {
        this(weights.stream().map(FieldWeights::field).toList());
        personShare = shares.persons();
        householdShare = shares.households();
        neighbourShare = shares.neighbours();
        sameGiven = shares.sameGiven();
        sameBirth = shares.sameBirth();
        for (int field = 0; field < weights.size(); field++) {
            person[field] = Doubles.toArray(weights.get(field).person());
            stranger[field] = Doubles.toArray(weights.get(field).stranger());
            if (weights.get(field).field().sharedByHousehold()) {
                household[field] = Doubles.toArray(weights.get(field).household());
            }
            if (weights.get(field).field().sharedByNeighbours()) {
                neighbour[field] = Doubles.toArray(weights.get(field).neighbours());
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
                    shape.sharedByHousehold() ? Doubles.asList(household[field]) : List.of(),
                    shape.sharedByNeighbours() ? Doubles.asList(neighbour[field]) : List.of(),
                    Doubles.asList(stranger[field])));
        }
        return weights.build();
    }

    /** {@return the shares of persons and households as they are now} */
    public Shares shares() {
        return new Shares(
                personShare,
                households ? householdShare : 0,
                neighbourhoods ? neighbourShare : 0,
                sameGiven,
                sameBirth);
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

    /** {@return whether neighbours are told apart at all} */
    public boolean hasNeighbours() {
        return neighbourhoods;
    }

    /** {@return whether an address or a telephone shows who lives together; else twins alone may be told apart} */
    boolean hasHomes() {
        return homes;
    }

    /** {@return whether a pattern has more than names and an e-mail to judge by} */
    boolean isJudgedWithoutEmail(long pattern) {
        for (int field = 0; field < person.length; field++) {
            if (PairPattern.level(pattern, field) != 0
                    && fields.get(field).kind().identifies()) {
                return true;
            }
        }
        return false;
    }

    private static boolean tellsHomes(FieldShape shape) {
        return shape.sharedByHousehold() && shape.sharedByNeighbours() && shape.kind() != FieldKind.EMAIL;
    }

    /** {@return whether given and family names, or the names of organisations, are equal} */
    boolean isNamesake(long pattern) {
        boolean sameGiven = given >= 0
                ? PairPattern.level(pattern, given) == 1
                : family >= 0 && fields.get(family).kind() == FieldKind.ORGANISATION;
        return sameGiven && family >= 0 && PairPattern.level(pattern, family) == 1;
    }

    /** {@return which number of a field stands for the level that a pattern has there} */
    int cell(long pattern, int field) {
        FieldShape shape = fields.get(field);
        int level = PairPattern.level(pattern, field);
        if (shape.kind().groups() == 1) {
            return level;
        }
        return shape.kind().group(agree(pattern, given), agree(pattern, family)) * shape.levels() + level;
    }

    private boolean agree(long pattern, int name) {
        return name >= 0 && fields.get(name).kind().agrees(PairPattern.level(pattern, name));
    }

    /**
     * Tells how much each field of a pair speaks for one person, for one household and for neighbours, against strangers.
     *
     * @param pattern the levels of the pair
     * @param rarity one over the frequency of the shared value by field, 1 where there is none
     * @param forPerson receives the Bayes factor of every field, 0 for a missing value
     * @param forHousehold receives the same for a household
     * @param forNeighbours receives the same for neighbours
     */
    public void factors(
            long pattern, double[] rarity, double[] forPerson, double[] forHousehold, double[] forNeighbours) {
        for (int field = 0; field < person.length; field++) {
            int level = PairPattern.level(pattern, field);
            forPerson[field] = 0;
            forHousehold[field] = 0;
            forNeighbours[field] = 0;
            if (level != 0) {
                int cell = cell(pattern, field);
                double factor = against(field, level, cell, rarity[field]);
                forPerson[field] = person[field][cell] * factor;
                forHousehold[field] = forHousehold(field, cell, factor, forPerson[field]);
                forNeighbours[field] = fields.get(field).sharedByNeighbours() ? neighbour[field][cell] * factor : 1;
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
            default -> fields.get(field).sharedByHousehold() ? household[field][cell] * factor : 1;
        };
    }

    /**
     * {@return the natural logarithm of the odds that a pair is one person}
     *
     * @param logPerson the sum of the logarithms of the factors for one person
     * @param logHousehold the same for a household
     * @param logNeighbours the same for neighbours
     */
    public double logit(double logPerson, double logHousehold, double logNeighbours) {
        double others = 0;
        if (households && householdShare > 0) {
            others = logOfSum(others, Math.log(householdShare) + logHousehold);
        }
        if (neighbourhoods && neighbourShare > 0) {
            others = logOfSum(others, Math.log(neighbourShare) + logNeighbours);
        }
        return Math.log(personShare) + logPerson - others;
    }

    /**
     * {@return what {@link #logit} is at most, whatever speaks for a household or for neighbours}
     *
     * @param logPerson the sum of the logarithms of the factors for one person
     */
    public double most(double logPerson) {
        return Math.log(personShare) + logPerson;
    }

    private static double logOfSum(double logA, double logB) {
        return Math.max(logA, logB) + Math.log1p(Math.exp(-Math.abs(logA - logB)));
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
