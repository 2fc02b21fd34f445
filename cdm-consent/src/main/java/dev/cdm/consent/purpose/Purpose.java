package dev.cdm.consent.purpose;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A purpose: what it is called, which attributes it may see, on which grounds it may rest, and how long data are kept
 * for it. Immutable, thread-safe.
 *
 * <pre>{@code
 * Purpose.builder("newsletter", "News by e-mail")
 *         .attributes(StandardSchema.NAME, StandardSchema.EMAIL)
 *         .classes(PurposeClass.MARKETING)
 *         .retention(Period.ofYears(2))
 *         .build();
 * }</pre>
 */
public final class Purpose {

    private final PurposeId id;
    private final ImmutableMap<String, String> names;
    private final ImmutableSet<String> attributes;
    private final ImmutableSet<String> categories;
    private final ImmutableSet<String> operations;
    private final ImmutableSet<LegalBasis> bases;
    private final ImmutableSet<PurposeClass> classes;
    private final ImmutableSet<PurposeId> parents;
    private final ImmutableSet<RecipientId> recipients;
    private final @Nullable Period retention;
    private final @Nullable Period validity;
    private final @Nullable LocalDate since;
    private final @Nullable LocalDate until;
    private final boolean doubleOptIn;
    private final boolean inferred;
    private final String dpv;

    private Purpose(Builder builder) {
        this.id = builder.id;
        this.names = ImmutableMap.copyOf(builder.names);
        this.attributes = ImmutableSet.copyOf(builder.attributes);
        this.categories = builder.categories;
        this.operations = builder.operations;
        this.bases = builder.bases;
        this.classes = builder.classes;
        this.parents = builder.parents;
        this.recipients = builder.recipients;
        this.retention = builder.retention;
        this.validity = builder.validity;
        this.since = builder.since;
        this.until = builder.until;
        Checks.require(
                since == null || until == null || since.isBefore(until),
                "until",
                "must be after since",
                "`" + id + "`");
        this.doubleOptIn = builder.doubleOptIn;
        this.inferred = builder.inferred;
        this.dpv = builder.dpv;
    }

    /**
     * {@return a builder}
     *
     * @param id the id, not blank
     * @param name what a person reads, in English
     */
    public static Builder builder(String id, String name) {
        return new Builder(new PurposeId(id)).name(Locale.ENGLISH, name);
    }

    /** {@return the id} */
    public PurposeId id() {
        return id;
    }

    /**
     * {@return the name in a language; the English one if there is none in it}
     *
     * @param locale the language
     */
    public String name(Locale locale) {
        String english = names.getOrDefault(Locale.ENGLISH.getLanguage(), id.text());
        return names.getOrDefault(locale.getLanguage(), english);
    }

    /** {@return the names by language code} */
    public Map<String, String> names() {
        return names;
    }

    /** {@return the names of the attributes the purpose may see; the default is none} */
    public Set<String> attributes() {
        return attributes;
    }

    /** {@return the data categories the purpose needs; the default is none in particular} */
    public Set<String> categories() {
        return categories;
    }

    /** {@return what is done with the data, by the names of {@link Operations}; the default is none in particular} */
    public Set<String> operations() {
        return operations;
    }

    /** {@return the grounds it may rest on; the default is consent alone} */
    public Set<LegalBasis> bases() {
        return bases;
    }

    /** {@return what kinds of use it is; the default is a general one} */
    public Set<PurposeClass> classes() {
        return classes;
    }

    /** {@return the purposes directly above it; the default is none} */
    public Set<PurposeId> parents() {
        return parents;
    }

    /** {@return the recipients to whom data may go for it; the default is nobody} */
    public Set<RecipientId> recipients() {
        return recipients;
    }

    /** {@return how long data are kept for it; the default is as long as the purpose lasts} */
    public Optional<Period> retention() {
        return Optional.ofNullable(retention);
    }

    /** {@return how long a consent lasts, in calendar units; the default is without end} */
    public Optional<Period> validity() {
        return Optional.ofNullable(validity);
    }

    /** {@return the first day on which data are used for it, as a disclosure tells it; the default is always} */
    public Optional<LocalDate> since() {
        return Optional.ofNullable(since);
    }

    /** {@return the first day on which data are used for it no more, as a disclosure tells it; the default is never} */
    public Optional<LocalDate> until() {
        return Optional.ofNullable(until);
    }

    /** {@return whether a consent counts only when it was confirmed; the default is {@code false}} */
    public boolean doubleOptIn() {
        return doubleOptIn;
    }

    /** {@return whether it may see what a model guessed; the default is {@code false}} */
    public boolean inferred() {
        return inferred;
    }

    /** {@return the term of the W3C Data Privacy Vocabulary, prefix and name, or empty} */
    public String dpv() {
        return dpv;
    }

    /** {@return whether it is direct marketing} */
    public boolean marketing() {
        return classes.stream().anyMatch(PurposeClass::marketing);
    }

    @Override
    public String toString() {
        return "Purpose[" + id + "]";
    }

    /** Collects the parts of a purpose; not thread-safe. */
    public static final class Builder {

        private final PurposeId id;
        private final Map<String, String> names = new LinkedHashMap<>();
        private final Set<String> attributes = new LinkedHashSet<>();
        private ImmutableSet<String> categories = ImmutableSet.of();
        private ImmutableSet<String> operations = ImmutableSet.of();
        private ImmutableSet<LegalBasis> bases = ImmutableSet.of(LegalBasis.CONSENT);
        private ImmutableSet<PurposeClass> classes = ImmutableSet.of(PurposeClass.GENERAL);
        private ImmutableSet<PurposeId> parents = ImmutableSet.of();
        private ImmutableSet<RecipientId> recipients = ImmutableSet.of();
        private @Nullable Period retention;
        private @Nullable Period validity;
        private @Nullable LocalDate since;
        private @Nullable LocalDate until;
        private boolean doubleOptIn;
        private boolean inferred;
        private String dpv = "";

        private Builder(PurposeId id) {
            this.id = id;
        }

        /**
         * {@return this builder, with the name in a language}
         *
         * @param locale the language
         * @param name what a person reads
         */
        public Builder name(Locale locale, String name) {
            names.put(locale.getLanguage(), Checks.notBlank(name, "name"));
            return this;
        }

        /**
         * {@return this builder, with attributes it may see}
         *
         * @param keys the attributes
         */
        public Builder attributes(AttributeKey<?>... keys) {
            for (AttributeKey<?> key : keys) {
                attributes.add(key.name());
            }
            return this;
        }

        /**
         * {@return this builder, with attributes it may see}
         *
         * @param named the names of the attributes
         */
        public Builder attributes(Collection<String> named) {
            attributes.addAll(named);
            return this;
        }

        /**
         * {@return this builder, with the data categories it needs}
         *
         * @param named the names of the categories
         */
        public Builder categories(String... named) {
            this.categories = ImmutableSet.copyOf(named);
            return this;
        }

        /**
         * {@return this builder, with what is done with the data}
         *
         * @param named the names of the operations
         */
        public Builder operations(String... named) {
            this.operations = ImmutableSet.copyOf(named);
            return this;
        }

        /**
         * {@return this builder, with the grounds it may rest on} Of several that are recorded and last equally long, a
         * decision names consent, else the one named first here.
         *
         * @param grounds the grounds, at least one
         */
        public Builder bases(LegalBasis... grounds) {
            Checks.require(grounds.length > 0, "bases", "must not be empty");
            this.bases = ImmutableSet.copyOf(grounds);
            return this;
        }

        /**
         * {@return this builder, with what kinds of use it is}
         *
         * @param kinds the kinds, at least one
         */
        public Builder classes(PurposeClass... kinds) {
            Checks.require(kinds.length > 0, "classes", "must not be empty");
            this.classes = ImmutableSet.copyOf(kinds);
            return this;
        }

        /**
         * {@return this builder, with the purposes directly above it}
         *
         * @param ids the ids of the purposes
         */
        public Builder under(String... ids) {
            ImmutableSet.Builder<PurposeId> above = ImmutableSet.builder();
            for (String parent : ids) {
                above.add(new PurposeId(parent));
            }
            this.parents = above.build();
            return this;
        }

        /**
         * {@return this builder, with the recipients to whom data may go}
         *
         * @param ids the recipients
         */
        public Builder recipients(RecipientId... ids) {
            this.recipients = ImmutableSet.copyOf(ids);
            return this;
        }

        /**
         * {@return this builder, with how long data are kept}
         *
         * @param period the period in calendar units
         */
        public Builder retention(Period period) {
            this.retention = positive(period, "retention");
            return this;
        }

        /**
         * {@return this builder, with how long a consent lasts}
         *
         * @param period the period in calendar units
         */
        public Builder validity(Period period) {
            this.validity = positive(period, "validity");
            return this;
        }

        /**
         * {@return this builder, with the first day on which data are used for it}
         *
         * @param day the day
         */
        public Builder since(LocalDate day) {
            this.since = day;
            return this;
        }

        /**
         * {@return this builder, with the first day on which data are used for it no more}
         *
         * @param day the day
         */
        public Builder until(LocalDate day) {
            this.until = day;
            return this;
        }

        /** {@return this builder; a consent counts only when it was confirmed} */
        public Builder doubleOptIn() {
            this.doubleOptIn = true;
            return this;
        }

        /** {@return this builder; it may see what a model guessed} */
        public Builder inferred() {
            this.inferred = true;
            return this;
        }

        /**
         * {@return this builder, with the term of the W3C Data Privacy Vocabulary}
         *
         * @param term prefix and name, such as {@code dpv:DirectMarketing}
         */
        public Builder dpv(String term) {
            this.dpv = term;
            return this;
        }

        /** {@return the purpose} */
        public Purpose build() {
            return new Purpose(this);
        }

        private static Period positive(Period period, String parameter) {
            Checks.require(!period.isNegative() && !period.isZero(), parameter, "must be longer than zero", period);
            Checks.require(
                    period.toTotalMonths() <= 1200 && period.get(ChronoUnit.DAYS) <= 36_500,
                    parameter,
                    "must be at most 100 years",
                    period);
            return period;
        }
    }
}
