package dev.cdm.core.normalize;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.CollectionMethod;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.schema.AttributeDefinition;
import dev.cdm.core.schema.ProfileSchema;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.SealedText;
import dev.cdm.core.value.TextValue;
import dev.cdm.core.value.UriValue;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a source are normalised: under which schema, for which country, in which order of day and month.
 * Immutable, thread-safe if the sealer and the host's own normalisers are.
 */
public final class NormalizationPlan {

    private static final int SHORT_TEXT = 2_000;
    private static final int LONG_TEXT = 100_000;

    private final ProfileSchema schema;
    private final String region;
    private final @Nullable DayMonthOrder order;
    private final int pivot;
    private final ZoneId zone;
    private final CollectionMethod method;
    private final ImmutableSet<PurposeId> purposes;
    private final @Nullable Sealer sealer;
    private final ImmutableMap<AttributeKey<?>, ValueNormalizer<?>> normalizers;
    private final ImmutableMap<AttributeKey<?>, Integer> limits;
    private final ImmutableList<LocalRules> rules;

    private NormalizationPlan(Builder builder) {
        this.schema = builder.schema;
        this.region = builder.region;
        this.order = builder.order;
        this.pivot = builder.pivot;
        this.zone = builder.zone;
        this.method = builder.method;
        this.purposes = builder.purposes;
        this.sealer = builder.sealer;
        this.limits = ImmutableMap.copyOf(builder.limits);
        this.rules = ImmutableList.copyOf(ServiceLoader.load(LocalRules.class, LocalRules.class.getClassLoader()));
        Map<AttributeKey<?>, ValueNormalizer<?>> all = new LinkedHashMap<>();
        for (AttributeDefinition<?> definition : schema.definitions()) {
            if (definition.key().type() != SealedText.class) {
                all.put(definition.key(), Facts.normalizer(definition));
            }
        }
        builder.normalizers.forEach((key, own) -> {
            Checks.require(
                    all.containsKey(key), "key", "must be an attribute of the schema, not a restricted one", key);
            all.put(key, own);
        });
        this.normalizers = ImmutableMap.copyOf(all);
    }

    /** Which comes first in dates such as 01/02/2020. A date with points, as in 01.02.2020, has the day first. */
    public enum DayMonthOrder {
        /** The first of February. */
        DAY_FIRST,
        /** The second of January. */
        MONTH_FIRST
    }

    /** Encrypts the text of a restricted attribute; the host hands over its cipher. */
    @FunctionalInterface
    public interface Sealer {

        /**
         * {@return the sealed text}
         *
         * @param attribute the name of the attribute
         * @param text the text, cleaned
         */
        SealedText seal(String attribute, String text);
    }

    /**
     * {@return a builder}
     *
     * @param schema the attributes and the field names that lead to them
     */
    public static Builder builder(ProfileSchema schema) {
        return new Builder(schema);
    }

    /** {@return the schema} */
    public ProfileSchema schema() {
        return schema;
    }

    /** {@return the country of telephone numbers and addresses that name none, as ISO 3166-1 alpha-2, or empty} */
    public String region() {
        return region;
    }

    /** {@return the zone of times without an offset} */
    public ZoneId zone() {
        return zone;
    }

    /** {@return how the records reach the host} */
    public CollectionMethod method() {
        return method;
    }

    /** {@return the purposes the records were collected for, in the order given} */
    public Set<PurposeId> purposes() {
        return purposes;
    }

    /** {@return what seals restricted attributes; without it they are refused} */
    public Optional<Sealer> sealer() {
        return Optional.ofNullable(sealer);
    }

    <V extends AttributeValue> ValueNormalizer<V> normalizer(AttributeKey<V> key) {
        @SuppressWarnings("unchecked") // the constructor pairs every key of the schema with its type
        ValueNormalizer<V> typed = (ValueNormalizer<V>) Objects.requireNonNull(normalizers.get(key));
        return typed;
    }

    int lengthLimit(AttributeKey<?> key) {
        Integer own = limits.get(key);
        if (own != null) {
            return own;
        }
        boolean free = key.type() == TextValue.class || key.type() == UriValue.class;
        return free ? LONG_TEXT : SHORT_TEXT;
    }

    Stream<LocalRules> rules() {
        return rules.stream();
    }

    boolean dayFirst(String country) {
        return order == null ? !country.equals("US") : order == DayMonthOrder.DAY_FIRST;
    }

    int centuryOf(int twoDigits) {
        return twoDigits < pivot ? 2000 : 1900;
    }

    @Override
    public String toString() {
        return "NormalizationPlan[" + schema + " region `" + region + "`]";
    }

    /** Collects the parts of a plan; not thread-safe. */
    public static final class Builder {

        private final ProfileSchema schema;
        private final Map<AttributeKey<?>, ValueNormalizer<?>> normalizers = new LinkedHashMap<>();
        private final Map<AttributeKey<?>, Integer> limits = new LinkedHashMap<>();
        private String region = "";
        private @Nullable DayMonthOrder order;
        private int pivot = 30;
        private ZoneId zone = ZoneOffset.UTC;
        private CollectionMethod method = CollectionMethod.API;
        private ImmutableSet<PurposeId> purposes = ImmutableSet.of();
        private @Nullable Sealer sealer;

        private Builder(ProfileSchema schema) {
            this.schema = schema;
        }

        /**
         * {@return this builder, with the country of telephone numbers, addresses and amounts that name none; a country of
         * the record itself goes before; by default there is none}
         *
         * @param country the ISO 3166-1 alpha-2 code, such as {@code JP}
         * @throws IllegalArgumentException if there is no such country
         */
        public Builder region(String country) {
            Checks.require(Codes.table("country").has(country), "region", "must be a country", "`" + country + "`");
            this.region = country;
            return this;
        }

        /**
         * {@return this builder, with the order of day and month in dates that do not show it; the default is month first
         * in the United States and day first elsewhere}
         *
         * @param first the order
         */
        public Builder dayMonthOrder(DayMonthOrder first) {
            this.order = first;
            return this;
        }

        /**
         * {@return this builder, with the century of two-digit years; the default is 30: 29 is 2029 and 30 is 1930}
         *
         * @param pivotYear years below are of the twenty-first century, the others of the twentieth; from 0 to 100
         */
        public Builder twoDigitYears(int pivotYear) {
            this.pivot = Checks.between(pivotYear, 0, 100, "pivotYear");
            return this;
        }

        /**
         * {@return this builder, with the zone of times without an offset; the default is UTC}
         *
         * @param local the zone
         */
        public Builder zone(ZoneId local) {
            this.zone = local;
            return this;
        }

        /**
         * {@return this builder, with the way the records reach the host; the default is a call of the library}
         *
         * @param way the way
         */
        public Builder method(CollectionMethod way) {
            this.method = way;
            return this;
        }

        /**
         * {@return this builder, with the purposes the records were collected for; by default none}
         *
         * @param collectedFor the purposes
         */
        public Builder purposes(Set<PurposeId> collectedFor) {
            this.purposes = ImmutableSet.copyOf(collectedFor);
            return this;
        }

        /**
         * {@return this builder, with what seals restricted attributes; without it they are refused}
         *
         * @param cipher the sealer
         */
        public Builder sealer(Sealer cipher) {
            this.sealer = cipher;
            return this;
        }

        /**
         * {@return this builder, with the host's own normaliser of an attribute}
         *
         * @param key the attribute, not a restricted one
         * @param own the normaliser
         * @param <V> the type of the values
         */
        public <V extends AttributeValue> Builder normalizer(AttributeKey<V> key, ValueNormalizer<V> own) {
            normalizers.put(key, own);
            return this;
        }

        /**
         * {@return this builder, with the longest text of an attribute; the default is 100,000 UTF-16 units for free texts
         * and URIs, 2,000 for the others}
         *
         * @param key the attribute
         * @param units the limit, at least 1
         */
        public Builder lengthLimit(AttributeKey<?> key, int units) {
            limits.put(key, Checks.between(units, 1, Integer.MAX_VALUE, "units"));
            return this;
        }

        /**
         * {@return the plan}
         *
         * @throws IllegalArgumentException if an own normaliser is for an attribute that the schema does not have
         */
        public NormalizationPlan build() {
            return new NormalizationPlan(this);
        }
    }
}
