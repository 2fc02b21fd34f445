package dev.cdm.matching.person;

import org.jspecify.annotations.Nullable;

/**
 * One comparison of the model: its levels, how often a person is expected to show each, and how often two members of a
 * household or two neighbours do. Level 0 is a missing value. Immutable.
 */
public final class FieldShape {

    private final FieldKind kind;
    private final String name;
    private final double @Nullable [] household;
    private final double @Nullable [] neighbours;

    private FieldShape(FieldKind kind, String name, double @Nullable [] household, double @Nullable [] neighbours) {
        this.kind = kind;
        this.name = name;
        this.household = household;
        this.neighbours = neighbours;
    }

    /** A field of people: what a household shares, neighbours share too, except for a city alone. */
    static FieldShape ofPeople(FieldKind kind, String name, boolean isPlace) {
        return new FieldShape(kind, name, kind.household(), isPlace ? kind.neighbours() : null);
    }

    /** A field of organisations: in place of a household there are branches, of one name and at different addresses. */
    static FieldShape ofOrganisations(FieldKind kind, String name, boolean isPlace) {
        return new FieldShape(kind, name, kind.branches(), isPlace ? kind.neighbours() : null);
    }

    /**
     * {@return a field of a model that was learned before}
     *
     * @param kind what is compared
     * @param name the name of the field, or of its column
     * @param byHousehold whether members of a household, or branches, tend to agree
     * @param byNeighbours whether neighbours tend to agree
     */
    public static FieldShape known(FieldKind kind, String name, boolean byHousehold, boolean byNeighbours) {
        double @Nullable [] household = kind.household() == null ? kind.branches() : kind.household();
        return new FieldShape(
                kind,
                name,
                byHousehold ? (household == null ? kind.person() : household) : null,
                byNeighbours ? (kind.neighbours() == null ? kind.person() : kind.neighbours()) : null);
    }

    /** {@return what is compared} */
    public FieldKind kind() {
        return kind;
    }

    /** {@return the name of the field, or of its column} */
    public String name() {
        return name;
    }

    /** {@return the number of levels, the missing one included} */
    public int levels() {
        return kind.person().length + 1;
    }

    /**
     * {@return the probability of a level among records of one person before anything was learned}
     *
     * @param level the level, from 1
     */
    public double prior(int level) {
        return kind.person()[level - 1];
    }

    /** {@return whether members of a household tend to agree} */
    public boolean sharedByHousehold() {
        return household != null;
    }

    /** {@return whether people at one place tend to agree, of whatever name} */
    public boolean sharedByNeighbours() {
        return neighbours != null;
    }

    /**
     * {@return the probability of a level among members of a household before anything was learned}
     *
     * @param level the level, from 1
     */
    public double householdPrior(int level) {
        return household == null ? prior(level) : household[level - 1];
    }

    /**
     * {@return the probability of a level among neighbours before anything was learned}
     *
     * @param level the level, from 1
     */
    public double neighbourPrior(int level) {
        return neighbours == null ? prior(level) : neighbours[level - 1];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldShape that
                && kind == that.kind
                && name.equals(that.name)
                && sharedByHousehold() == that.sharedByHousehold()
                && sharedByNeighbours() == that.sharedByNeighbours();
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
