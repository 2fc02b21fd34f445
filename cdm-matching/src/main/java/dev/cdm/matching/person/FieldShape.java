package dev.cdm.matching.person;

import org.jspecify.annotations.Nullable;

/**
 * One comparison of the model: its levels, how often a person is expected to show each, and how often two members of a
 * household do. Level 0 is a missing value. Immutable.
 */
public final class FieldShape {

    private final FieldKind kind;
    private final String name;

    /**
     * Describes a comparison.
     *
     * @param kind what is compared
     * @param name the name of the field, or of its column
     */
    public FieldShape(FieldKind kind, String name) {
        this.kind = kind;
        this.name = name;
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
    public boolean shared() {
        return kind.household() != null;
    }

    /**
     * {@return the probability of a level among members of a household before anything was learned}
     *
     * @param level the level, from 1
     */
    public double householdPrior(int level) {
        double @Nullable [] household = kind.household();
        return household == null ? prior(level) : household[level - 1];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldShape that && kind == that.kind && name.equals(that.name);
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
