package dev.cdm.matching.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What may not, or must, be one entity, whatever the scores say. A gate outranks cannot-links, these outrank must-links,
 * these outrank limits, and limits outrank scores. Immutable; safe for any thread if the gate is.
 */
public final class Constraints {

    private static final Constraints NONE = new Constraints(new Builder());

    /**
     * A verdict on two records.
     *
     * @param first the id of a record
     * @param second the id of another one
     */
    public record Verdict(String first, String second) {

        /**
         * Checks that the records are two.
         *
         * @throws IllegalArgumentException if both ids are equal
         */
        public Verdict {
            Checks.require(!first.equals(second), "second", "must be another record than `first`");
        }
    }

    private final ImmutableList<Verdict> cannotLinks;
    private final ImmutableList<Verdict> mustLinks;
    private final ImmutableMap<String, ImmutableSet<String>> sources;
    private final ImmutableMap<String, Integer> limits;
    private final BiPredicate<? super String, ? super String> gate;
    private final boolean open;

    private Constraints(Builder builder) {
        cannotLinks = ImmutableList.copyOf(builder.cannotLinks);
        mustLinks = ImmutableList.copyOf(builder.mustLinks);
        sources = ImmutableMap.copyOf(builder.sources);
        limits = ImmutableMap.copyOf(builder.limits);
        gate = builder.gate;
        open = builder.open;
    }

    /** {@return no constraints} */
    public static Constraints none() {
        return NONE;
    }

    /** {@return a builder of constraints} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that starts with these constraints} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.cannotLinks.addAll(cannotLinks);
        builder.mustLinks.addAll(mustLinks);
        builder.sources.putAll(sources);
        builder.limits.putAll(limits);
        builder.gate = gate;
        builder.open = open;
        return builder;
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return open && cannotLinks.isEmpty() && mustLinks.isEmpty() && sources.isEmpty() && limits.isEmpty();
    }

    /** {@return pairs of records that are never in one cluster} */
    public List<Verdict> cannotLinks() {
        return cannotLinks;
    }

    /** {@return pairs of records that are always in one cluster} */
    public List<Verdict> mustLinks() {
        return mustLinks;
    }

    /** {@return by the name of a column, the sources in it that hold every entity once; an empty set stands for all} */
    public Map<String, ? extends Set<String>> duplicateFree() {
        return sources;
    }

    /** {@return by the name of a column, how many different values a cluster may have in it} */
    public Map<String, Integer> limits() {
        return limits;
    }

    /** {@return whether two records may be compared at all, by their ids} */
    public BiPredicate<? super String, ? super String> gate() {
        return gate;
    }

    /** {@return whether a gate was given} */
    public boolean hasGate() {
        return !open;
    }

    @Override
    public String toString() {
        return "Constraints of " + cannotLinks.size() + " cannot-links, " + mustLinks.size() + " must-links, columns "
                + sources.keySet() + " and " + limits.keySet() + (open ? "" : ", a gate");
    }

    /** Collects constraints. Belongs to one thread. */
    public static final class Builder {

        private final List<Verdict> cannotLinks = new ArrayList<>();
        private final List<Verdict> mustLinks = new ArrayList<>();
        private final Map<String, ImmutableSet<String>> sources = new LinkedHashMap<>();
        private final Map<String, Integer> limits = new LinkedHashMap<>();
        private BiPredicate<? super String, ? super String> gate = (first, second) -> true;
        private boolean open = true;

        private Builder() {}

        /**
         * Keeps two records apart.
         *
         * @param first the id of a record
         * @param second the id of another one
         * @return this builder
         */
        public Builder cannotLink(String first, String second) {
            cannotLinks.add(new Verdict(first, second));
            return this;
        }

        /**
         * Joins two records.
         *
         * @param first the id of a record
         * @param second the id of another one
         * @return this builder
         */
        public Builder mustLink(String first, String second) {
            mustLinks.add(new Verdict(first, second));
            return this;
        }

        /**
         * Declares that a source holds every entity once.
         *
         * @param column the column that names the source of a record
         * @param names which sources; all of them if empty
         * @return this builder
         * @throws IllegalArgumentException if the column was declared before
         */
        public Builder duplicateFree(String column, Collection<String> names) {
            Checks.require(!sources.containsKey(column), "column", "must be declared free of duplicates once", column);
            sources.put(column, ImmutableSet.copyOf(names));
            return this;
        }

        /**
         * Bounds the different values of a column in a cluster.
         *
         * @param column the column, such as one of a national id
         * @param values how many different values at most, at least 1; missing ones do not count
         * @return this builder
         * @throws IllegalArgumentException if the number is below 1, or the column has a bound already
         */
        public Builder atMost(String column, int values) {
            Checks.require(values >= 1, "values", "must be at least 1", values);
            Checks.require(!limits.containsKey(column), "column", "must have one limit only", column);
            limits.put(column, values);
            return this;
        }

        /**
         * Asks before two records are compared, and again before they come into one cluster. Of several gates all must
         * permit it.
         *
         * @param mayLink says by two record ids whether they may meet; symmetric, and safe for any thread
         * @return this builder
         */
        public Builder gate(BiPredicate<? super String, ? super String> mayLink) {
            BiPredicate<? super String, ? super String> before = gate;
            gate = open ? mayLink : (first, second) -> before.test(first, second) && mayLink.test(first, second);
            open = false;
            return this;
        }

        /** {@return the constraints} */
        public Constraints build() {
            return new Constraints(this);
        }
    }
}
