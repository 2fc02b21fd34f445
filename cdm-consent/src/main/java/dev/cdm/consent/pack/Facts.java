package dev.cdm.consent.pack;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.pack.Condition.Line;
import dev.cdm.consent.pack.Condition.Relation;
import dev.cdm.core.internal.Checks;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a situation beside consent. Immutable. Everything may be left out; a rule that needs what is left out
 * denies.
 */
public final class Facts {

    private static final Facts NONE = new Facts(new Builder());

    private final ImmutableMap<Fact, Boolean> flags;
    private final ImmutableMap<Relation, LocalDate> relations;
    private final ImmutableSet<Obligation> unmet;
    private final @Nullable Line line;
    private final @Nullable LocalDate registerAsked;
    private final @Nullable LocalTime localTime;
    private final boolean capReached;

    private Facts(Builder builder) {
        this.flags = ImmutableMap.copyOf(builder.flags);
        this.relations = ImmutableMap.copyOf(builder.relations);
        this.unmet = ImmutableSet.copyOf(builder.unmet);
        this.line = builder.line;
        this.registerAsked = builder.registerAsked;
        this.localTime = builder.localTime;
        this.capReached = builder.capReached;
    }

    /** {@return nothing} */
    public static Facts none() {
        return NONE;
    }

    /** {@return a builder without facts} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the circumstances that were affirmed or denied} */
    public Map<Fact, Boolean> flags() {
        return flags;
    }

    /** {@return the relations to the controller, each with its last date} */
    public Map<Relation, LocalDate> relations() {
        return relations;
    }

    /** {@return the obligations that whoever asks cannot meet} */
    public Set<Obligation> unmet() {
        return unmet;
    }

    /** {@return the type of the telephone line, if given} */
    public Optional<Line> line() {
        return Optional.ofNullable(line);
    }

    /** {@return when a do-not-contact register was asked last, if it was} */
    public Optional<LocalDate> registerAsked() {
        return Optional.ofNullable(registerAsked);
    }

    /** {@return the time of day where the person is, if given} */
    public Optional<LocalTime> localTime() {
        return Optional.ofNullable(localTime);
    }

    /** {@return whether the cap of contacts is reached; the default is {@code false}} */
    public boolean capReached() {
        return capReached;
    }

    /** {@return a builder with these facts} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.flags.putAll(flags);
        builder.relations.putAll(relations);
        builder.unmet.addAll(unmet);
        builder.line = line;
        builder.registerAsked = registerAsked;
        builder.localTime = localTime;
        builder.capReached = capReached;
        return builder;
    }

    @Override
    public String toString() {
        return "Facts" + flags;
    }

    /** Collects facts; not thread-safe. */
    public static final class Builder {

        private final Map<Fact, Boolean> flags = new EnumMap<>(Fact.class);
        private final Map<Relation, LocalDate> relations = new EnumMap<>(Relation.class);
        private final Set<Obligation> unmet = EnumSet.noneOf(Obligation.class);
        private @Nullable Line line;
        private @Nullable LocalDate registerAsked;
        private @Nullable LocalTime localTime;
        private boolean capReached;

        private Builder() {}

        /**
         * {@return this builder, with a circumstance}
         *
         * @param fact the circumstance
         * @param stated whether it is so
         */
        public Builder flag(Fact fact, boolean stated) {
            flags.put(fact, stated);
            return this;
        }

        /**
         * {@return this builder, with a relation}
         *
         * @param relation the relation
         * @param last the last day of it: of the purchase, the inquiry, the end of the contract
         */
        public Builder relation(Relation relation, LocalDate last) {
            relations.merge(relation, inRange(last, "last"), (one, other) -> one.isAfter(other) ? one : other);
            return this;
        }

        /**
         * {@return this builder, with an obligation that cannot be met}
         *
         * @param obligation the obligation
         */
        public Builder unmet(Obligation obligation) {
            unmet.add(obligation);
            return this;
        }

        /**
         * {@return this builder, with the type of the telephone line}
         *
         * @param type the type
         */
        public Builder line(Line type) {
            this.line = type;
            return this;
        }

        /**
         * {@return this builder, with the answer of a do-not-contact register}
         *
         * @param asked when it was asked
         * @param listed whether the person is on it
         */
        public Builder register(LocalDate asked, boolean listed) {
            this.registerAsked = inRange(asked, "asked");
            return flag(Fact.ON_REGISTER, listed);
        }

        /**
         * {@return this builder, with the time of day where the person is}
         *
         * @param time the time
         */
        public Builder localTime(LocalTime time) {
            this.localTime = time;
            return this;
        }

        /** {@return this builder; the cap of contacts per person and period is reached} */
        public Builder capReached() {
            this.capReached = true;
            return this;
        }

        private static LocalDate inRange(LocalDate day, String parameter) {
            Checks.require(day.getYear() >= 1 && day.getYear() <= 9999, parameter, "must be in the years 1 to 9999");
            return day;
        }

        /** {@return the facts} */
        public Facts build() {
            return new Facts(this);
        }
    }
}
