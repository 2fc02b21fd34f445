package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.pack.Facts;
import dev.cdm.consent.purpose.Channel;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question: may we use these data of this person for this purpose, at this time? Immutable.
 *
 * <p>What is left out means <em>all</em>: without a channel the answer must hold for every channel, without categories
 * for everything the purpose needs. A question that names less is answered more strictly.
 *
 * <p>It has two clocks. {@link #effectiveAt} is the time of the use; {@link #knownAt} or {@link #knownAtInstant} say what
 * was known when, and by default everything is known.
 */
public final class ConsentQuery {

    static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    static final Instant END = Instant.parse("9999-12-30T00:00:00Z");

    private static final ImmutableMap<String, String> CUSTOMARY = ImmutableMap.of("UK", "GB", "EL", "GR");

    private final String id;
    private final String subject;
    private final PurposeId purpose;
    private final Instant effectiveAt;
    private final @Nullable Long knownAt;
    private final @Nullable Instant knownAtInstant;
    private final ImmutableSet<String> categories;
    private final @Nullable Channel channel;
    private final String contactPoint;
    private final @Nullable RecipientId recipient;
    private final String region;
    private final String establishment;
    private final String controller;
    private final @Nullable LocalDate birthDate;
    private final ZoneId zone;
    private final Facts facts;
    private final boolean optOutSignal;
    private final boolean signalIgnored;

    private ConsentQuery(Builder builder) {
        this.id = builder.id;
        this.subject = builder.subject;
        this.purpose = builder.purpose;
        this.effectiveAt = builder.effectiveAt;
        Checks.require(
                !effectiveAt.isBefore(FIRST) && effectiveAt.isBefore(END),
                "effectiveAt",
                "must be in the years 1 to 9999");
        this.knownAt = builder.knownAt;
        this.knownAtInstant = builder.knownAtInstant;
        this.categories = builder.categories;
        this.channel = builder.channel;
        this.contactPoint = builder.contactPoint;
        this.recipient = builder.recipient;
        this.region = builder.region;
        this.establishment = builder.establishment;
        this.controller = builder.controller;
        this.birthDate = builder.birthDate;
        this.zone = builder.zone;
        this.facts = builder.facts;
        this.optOutSignal = builder.optOutSignal;
        this.signalIgnored = builder.signalIgnored;
    }

    /**
     * {@return a builder of a question}
     *
     * @param subject the text of a profile id or record id
     * @param purpose what for
     * @param effectiveAt the time of the use
     */
    public static Builder about(String subject, PurposeId purpose, Instant effectiveAt) {
        return new Builder(subject, purpose, effectiveAt);
    }

    /** {@return the question's own id, or empty} */
    public String id() {
        return id;
    }

    /** {@return the text of a profile id or record id} */
    public String subject() {
        return subject;
    }

    /** {@return what for} */
    public PurposeId purpose() {
        return purpose;
    }

    /** {@return the time of the use} */
    public Instant effectiveAt() {
        return effectiveAt;
    }

    /** {@return the position of the log up to which events are known; empty for all, or if an instant is given} */
    public OptionalLong knownAt() {
        return knownAt == null ? OptionalLong.empty() : OptionalLong.of(knownAt);
    }

    /** {@return the instant up to which events are known: the last position sealed by then} */
    public Optional<Instant> knownAtInstant() {
        return Optional.ofNullable(knownAtInstant);
    }

    /** {@return the data categories asked about; empty for all that need not be named} */
    public Set<String> categories() {
        return categories;
    }

    /** {@return the channel, if one is named} */
    public Optional<Channel> channel() {
        return Optional.ofNullable(channel);
    }

    /** {@return the address or number, or empty} */
    public String contactPoint() {
        return contactPoint;
    }

    /** {@return the recipient, if it is not the host itself} */
    public Optional<RecipientId> recipient() {
        return Optional.ofNullable(recipient);
    }

    /** {@return where the person lives: ISO 3166-1 or 3166-2 code, or empty if unknown} */
    public String region() {
        return region;
    }

    /** {@return where the controller is established: ISO 3166-1 or 3166-2 code, or empty} */
    public String establishment() {
        return establishment;
    }

    /** {@return who would use the data, by the name that events give; empty for the host} */
    public String controller() {
        return controller;
    }

    /** {@return the person's date of birth, if known} */
    public Optional<LocalDate> birthDate() {
        return Optional.ofNullable(birthDate);
    }

    /** {@return the person's time zone, in which calendar periods are counted; the default is UTC} */
    public ZoneId zone() {
        return zone;
    }

    /** {@return what is known of the situation; the default is nothing} */
    public Facts facts() {
        return facts;
    }

    /** {@return whether a universal opt-out signal came with the question; the default is {@code false}} */
    public boolean optOutSignal() {
        return optOutSignal;
    }

    /** {@return whether a signal came whose value is none, and counts as absent; a decision tells it} */
    public boolean signalIgnored() {
        return signalIgnored;
    }

    /** {@return a builder with the parts of this question} */
    public Builder toBuilder() {
        Builder builder = new Builder(subject, purpose, effectiveAt);
        builder.id = id;
        builder.knownAt = knownAt;
        builder.knownAtInstant = knownAtInstant;
        builder.categories = categories;
        builder.channel = channel;
        builder.contactPoint = contactPoint;
        builder.recipient = recipient;
        builder.region = region;
        builder.establishment = establishment;
        builder.controller = controller;
        builder.birthDate = birthDate;
        builder.zone = zone;
        builder.facts = facts;
        builder.optOutSignal = optOutSignal;
        builder.signalIgnored = signalIgnored;
        return builder;
    }

    /** {@return subject, purpose and time: no contact point, no date of birth} */
    @Override
    public String toString() {
        return "ConsentQuery[" + subject + " " + purpose + " at " + effectiveAt + "]";
    }

    /** Collects the parts of a question; not thread-safe. */
    public static final class Builder {

        private final String subject;
        private final PurposeId purpose;
        private Instant effectiveAt;
        private String id = "";
        private @Nullable Long knownAt;
        private @Nullable Instant knownAtInstant;
        private ImmutableSet<String> categories = ImmutableSet.of();
        private @Nullable Channel channel;
        private String contactPoint = "";
        private @Nullable RecipientId recipient;
        private String region = "";
        private String establishment = "";
        private String controller = "";
        private @Nullable LocalDate birthDate;
        private ZoneId zone = ZoneOffset.UTC;
        private Facts facts = Facts.none();
        private boolean optOutSignal;
        private boolean signalIgnored;

        private Builder(String subject, PurposeId purpose, Instant effectiveAt) {
            this.subject = subject;
            this.purpose = purpose;
            this.effectiveAt = effectiveAt;
        }

        /**
         * {@return this builder, with an id that the decision will carry}
         *
         * @param text the id
         */
        public Builder id(String text) {
            this.id = text;
            return this;
        }

        /**
         * {@return this builder, with another time of the use}
         *
         * @param time the time, in the years 1 to 9999
         */
        public Builder effectiveAt(Instant time) {
            this.effectiveAt = time;
            return this;
        }

        /**
         * {@return this builder, for what was known at a position of the log}
         *
         * @param position the position, from 0
         */
        public Builder knownAt(long position) {
            this.knownAt = position;
            this.knownAtInstant = null;
            return this;
        }

        /**
         * {@return this builder, for what was known at an instant}
         *
         * @param instant the instant
         */
        public Builder knownAt(Instant instant) {
            this.knownAtInstant = instant;
            this.knownAt = null;
            return this;
        }

        /**
         * {@return this builder, with the data categories}
         *
         * @param named the names of the categories
         */
        public Builder categories(Collection<String> named) {
            this.categories = ImmutableSet.copyOf(named);
            return this;
        }

        /**
         * {@return this builder, with the channel}
         *
         * @param way the channel
         */
        public Builder channel(Channel way) {
            this.channel = way;
            return this;
        }

        /**
         * {@return this builder, with the address or number}
         *
         * @param address the canonical text of the address or number
         */
        public Builder contactPoint(String address) {
            this.contactPoint = address;
            return this;
        }

        /**
         * {@return this builder, with the recipient}
         *
         * @param who to whom the data would go
         */
        public Builder recipient(RecipientId who) {
            this.recipient = who;
            return this;
        }

        /**
         * {@return this builder, with where the person lives}
         *
         * @param code ISO 3166-1 or 3166-2, as in {@code FR} or {@code US-CA}; {@code EU} for one of its members, and
         *     the customary {@code UK} and {@code EL} are read too
         */
        public Builder region(String code) {
            this.region = CUSTOMARY.getOrDefault(code, code);
            return this;
        }

        /**
         * {@return this builder, with where the controller is established}
         *
         * @param code ISO 3166-1 or 3166-2
         */
        public Builder establishment(String code) {
            this.establishment = CUSTOMARY.getOrDefault(code, code);
            return this;
        }

        /**
         * {@return this builder, with the controller that would use the data; by default the host}
         *
         * <p>What permits serves the one that it names, or the host; what forbids binds the one that it names, or everybody.
         * A host without a name ({@link PolicyEngine#withController}) is bound by all that forbids, and what permits must
         * not name different controllers.
         * @param name the name that events give
         */
        public Builder controller(String name) {
            this.controller = name;
            return this;
        }

        /**
         * {@return this builder, with the date of birth}
         *
         * @param date the date
         */
        public Builder birthDate(LocalDate date) {
            Checks.require(date.getYear() >= 1 && date.getYear() <= 9999, "date", "must be in the years 1 to 9999");
            this.birthDate = date;
            return this;
        }

        /**
         * {@return this builder, with the person's time zone}
         *
         * @param id the zone
         */
        public Builder zone(ZoneId id) {
            this.zone = id;
            return this;
        }

        /**
         * {@return this builder, with what is known of the situation}
         *
         * @param known the facts
         */
        public Builder facts(Facts known) {
            this.facts = known;
            return this;
        }

        /**
         * {@return this builder, with the value of the header {@code Sec-GPC}: exactly {@code 1} is a signal, everything
         * else is none (Global Privacy Control, section 3)}
         *
         * @param header the value of the header
         */
        public Builder gpc(String header) {
            this.optOutSignal = header.equals("1");
            this.signalIgnored = !optOutSignal && !header.isEmpty();
            return this;
        }

        /** {@return the question} */
        public ConsentQuery build() {
            return new ConsentQuery(this);
        }
    }
}
