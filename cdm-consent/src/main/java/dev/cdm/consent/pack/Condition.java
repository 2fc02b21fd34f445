package dev.cdm.consent.pack;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import dev.cdm.consent.purpose.DataClass;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.PurposeClass;
import dev.cdm.core.internal.Checks;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may ask: a closed set. A condition holds, does not hold, or cannot be told because something is not given;
 * what cannot be told is read against the one who asks.
 */
public sealed interface Condition {

    /** The condition that always holds. */
    Condition ALWAYS = new All(ImmutableList.of());

    /**
     * Every part holds.
     *
     * @param parts the parts; none of them means it holds
     */
    record All(List<Condition> parts) implements Condition {
        /** Copies the parts. */
        public All {
            parts = ImmutableList.copyOf(parts);
        }
    }

    /**
     * At least one part holds.
     *
     * @param parts the parts, at least one
     */
    record Any(List<Condition> parts) implements Condition {
        /** Copies the parts. */
        public Any {
            parts = ImmutableList.copyOf(parts);
            Checks.require(!parts.isEmpty(), "any", "must not be empty");
        }
    }

    /**
     * Nothing helps.
     *
     * @param byHost whether a policy of the host says so, and not the law
     */
    record Never(boolean byHost) implements Condition {}

    /**
     * The purpose is of one of the classes.
     *
     * @param classes the classes
     */
    record PurposeIs(Set<PurposeClass> classes) implements Condition {
        /** Copies the classes. */
        public PurposeIs {
            classes = ImmutableSet.copyOf(classes);
        }
    }

    /**
     * The purpose may rest on no ground but these.
     *
     * @param bases the grounds
     */
    record RestsOnlyOn(Set<LegalBasis> bases) implements Condition {
        /** Copies the grounds. */
        public RestsOnlyOn {
            bases = ImmutableSet.copyOf(bases);
        }
    }

    /**
     * The data asked about are of one of the classes.
     *
     * @param classes the classes
     */
    record DataIs(Set<DataClass> classes) implements Condition {
        /** Copies the classes. */
        public DataIs {
            classes = ImmutableSet.copyOf(classes);
        }
    }

    /**
     * All data asked about are of these classes.
     *
     * @param classes the classes
     */
    record OnlyData(Set<DataClass> classes) implements Condition {
        /** Copies the classes. */
        public OnlyData {
            classes = ImmutableSet.copyOf(classes);
        }
    }

    /**
     * The channel is one of these; not told without a channel.
     *
     * @param channels the channels
     */
    record ChannelIs(Set<Channel> channels) implements Condition {
        /** Copies the channels. */
        public ChannelIs {
            channels = ImmutableSet.copyOf(channels);
        }
    }

    /**
     * The person lives in one of the regions; not told without a region.
     *
     * @param regions ISO 3166 codes; a country contains its parts
     */
    record RegionIs(Set<String> regions) implements Condition {
        /** Copies the regions. */
        public RegionIs {
            regions = ImmutableSet.copyOf(regions);
        }
    }

    /**
     * The person's age. Without a birth date a person is a child of age 0 where the service is directed to children, and
     * grown-up elsewhere.
     *
     * @param from the lowest age in years
     * @param below the first age that is too high
     */
    record AgeIs(int from, int below) implements Condition {
        /** Checks the ages. */
        public AgeIs {
            Checks.require(from >= 0 && from < below && below <= 1000, "age", "must be a range", from + "-" + below);
        }
    }

    /** The person is below the age of consent of the pack's table, at that time in that region. */
    record BelowConsentAge() implements Condition {}

    /**
     * A circumstance is as stated; not told if it is not given.
     *
     * @param fact the circumstance
     * @param stated whether it must be affirmed or denied
     */
    record FactIs(Fact fact, boolean stated) implements Condition {}

    /**
     * The person stands in a relation to the controller that is not too old; not told if no relation is given.
     *
     * @param relations the relations
     * @param within how old it may be in calendar units, at most 100 years, or null for any age
     * @param since the first day of a relation that counts, or null
     */
    record RelationIs(
            Set<Relation> relations,
            @Nullable Period within,
            @Nullable LocalDate since) implements Condition {
        /** Copies the relations. */
        public RelationIs {
            relations = ImmutableSet.copyOf(relations);
            bounded(within, "within");
        }
    }

    /**
     * The line is of one of the types; not told if it is not given.
     *
     * @param lines the types
     */
    record LineIs(Set<Line> lines) implements Condition {
        /** Copies the types. */
        public LineIs {
            lines = ImmutableSet.copyOf(lines);
        }
    }

    /**
     * A do-not-contact register was asked not too long ago, and the person is not on it.
     *
     * @param days how many days old the answer may be, from 0 to 36500
     */
    record RegisterClear(int days) implements Condition {
        /** Checks the days. */
        public RegisterClear {
            Checks.between(days, 0, 36_500, "days");
        }
    }

    /**
     * The time of day where the person is lies in a range; not told if it is not given.
     *
     * @param from the earliest time
     * @param to the latest time, exclusive
     */
    record LocalTimeIs(LocalTime from, LocalTime to) implements Condition {}

    /**
     * A consent stands.
     *
     * @param methods the ways in which it may have been expressed
     * @param actors who may have acted
     * @param validity how long it lasts at most in calendar units, at most 100 years, or null
     * @param twoSteps whether it must have been confirmed in a second step
     */
    record Consent(
            Set<Method> methods,
            Set<Actor> actors,
            @Nullable Period validity,
            boolean twoSteps) implements Condition {
        /** Copies the sets. */
        public Consent {
            methods = ImmutableSet.copyOf(methods);
            actors = ImmutableSet.copyOf(actors);
            bounded(validity, "validity");
        }
    }

    /**
     * A ground that the controller recorded stands.
     *
     * @param bases the grounds of which one is enough
     */
    record Recorded(Set<LegalBasis> bases) implements Condition {
        /** Copies the grounds. */
        public Recorded {
            bases = ImmutableSet.copyOf(bases);
        }
    }

    /** The person did not opt out, or opted in again later. */
    record NotOptedOut() implements Condition {}

    /** The person never opted out, not even to opt in again later. */
    record NeverOptedOut() implements Condition {}

    /** No universal opt-out signal came with the question. */
    record NoSignal() implements Condition {}

    private static void bounded(@Nullable Period period, String parameter) {
        Checks.require(
                period == null
                        || (!period.isNegative()
                                && period.toTotalMonths() <= 1200
                                && period.get(ChronoUnit.DAYS) <= 36_500),
                parameter,
                "must be between zero and 100 years");
    }

    /** A relation of a person to the controller. */
    enum Relation {
        /** Bought something. */
        SALE,
        /** Negotiated a sale. */
        NEGOTIATION,
        /** Asked about something or applied for it. */
        INQUIRY,
        /** Has or had a contract. */
        CONTRACT,
        /** Gave money. */
        DONATION,
        /** Works as a volunteer or is a member. */
        MEMBERSHIP,
        /** Does business with the controller. */
        BUSINESS,
        /** Showed interest in or support of a charity. */
        SUPPORT
    }

    /** A type of telephone line. */
    enum Line {
        /** A mobile line. */
        MOBILE,
        /** A fixed line of a household. */
        LANDLINE,
        /** A line of a company. */
        BUSINESS
    }
}
