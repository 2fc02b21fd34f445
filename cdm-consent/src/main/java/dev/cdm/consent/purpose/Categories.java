package dev.cdm.consent.purpose;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The data categories that grants and questions may name, each with its class. A directed graph without cycles.
 * Immutable, thread-safe.
 *
 * <p>The standard ones follow the personal-data extension ({@code pd}) of the W3C Data Privacy Vocabulary.
 */
public final class Categories {

    private static final Categories STANDARD = builder()
            .add("identity", DataClass.ORDINARY, "pd:Identifying")
            .add("name", DataClass.ORDINARY, "pd:Name", "identity")
            .add("contact", DataClass.ORDINARY, "pd:Contact")
            .add("email", DataClass.ORDINARY, "pd:EmailAddress", "contact")
            .add("phone", DataClass.ORDINARY, "pd:TelephoneNumber", "contact")
            .add("postal_address", DataClass.ORDINARY, "pd:PhysicalAddress", "contact")
            .add("demographic", DataClass.ORDINARY, "pd:Demographic")
            .add("age", DataClass.ORDINARY, "pd:Age", "demographic")
            .add("transaction", DataClass.ORDINARY, "pd:Transactional")
            .add("purchase", DataClass.ORDINARY, "pd:PurchasesAndSpendingHabit", "transaction")
            .add("payment", DataClass.ORDINARY, "pd:Financial", "transaction")
            .add("behaviour", DataClass.ORDINARY, "pd:Behavioural")
            .add("browsing", DataClass.REFERABLE, "pd:BrowsingBehaviour", "behaviour")
            .add("interaction", DataClass.ORDINARY, "pd:Communication")
            .add("opinion", DataClass.ORDINARY, "pd:Opinion")
            .add("preference", DataClass.ORDINARY, "pd:Preference")
            .add("location", DataClass.ORDINARY, "pd:Location")
            .add("device", DataClass.DEVICE, "pd:DeviceBased")
            .add("health", DataClass.SPECIAL, "pd:Health")
            .add("ethnicity", DataClass.SPECIAL, "pd:EthnicOrigin")
            .add("religion", DataClass.SPECIAL, "pd:Religion")
            .add("political", DataClass.SPECIAL, "pd:PoliticalAffiliation")
            .add("union_membership", DataClass.SPECIAL, "pd:TradeUnionMembership")
            .add("sexual_life", DataClass.SPECIAL, "pd:Sexual")
            .add("genetic", DataClass.SPECIAL, "pd:Genetic")
            .add("biometric", DataClass.SPECIAL, "pd:Biometric")
            .add("sensitive", DataClass.SPECIAL, "dpv:SensitivePersonalData")
            .add("criminal", DataClass.CRIMINAL, "pd:Criminal")
            .add("derived", DataClass.DERIVED, "dpv:DerivedPersonalData")
            .build();

    private final ImmutableMap<String, Term> terms;
    private final Dag<String> graph;
    private final ImmutableMap<String, String> attributes;

    private Categories(Builder builder) {
        this.attributes = ImmutableMap.copyOf(builder.attributes);
        this.terms = ImmutableMap.copyOf(builder.terms);
        Map<String, Set<String>> parents = new LinkedHashMap<>();
        terms.forEach((name, term) -> parents.put(name, term.parents()));
        this.graph = new Dag<>(parents);
    }

    /** {@return the standard categories} */
    public static Categories standard() {
        return STANDARD;
    }

    /** {@return a builder without categories} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with these categories} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.terms.putAll(terms);
        builder.attributes.putAll(attributes);
        return builder;
    }

    /**
     * {@return whether a category is registered}
     *
     * @param category its name
     */
    public boolean knows(String category) {
        return terms.containsKey(category);
    }

    /**
     * {@return the class of a category, if it is registered}
     *
     * @param category its name
     */
    public Optional<DataClass> classOf(String category) {
        return Optional.ofNullable(terms.get(category)).map(Term::dataClass);
    }

    /**
     * {@return the term of the Data Privacy Vocabulary for a category; empty if there is none or it is not registered}
     *
     * @param category its name
     */
    public Optional<String> dpv(String category) {
        return Optional.ofNullable(terms.get(category)).map(Term::dpv).filter(term -> !term.isEmpty());
    }

    /**
     * {@return the category and all above it; empty if it is not registered}
     *
     * @param category its name
     */
    public Set<String> upward(String category) {
        return graph.upward(category);
    }

    /**
     * {@return the category that the values of an attribute belong to: the one declared, or the one of the same name}
     *
     * @param attribute the name of the attribute
     */
    public Optional<String> ofAttribute(String attribute) {
        String category = attributes.getOrDefault(attribute, attribute);
        return knows(category) ? Optional.of(category) : Optional.empty();
    }

    /** {@return the names in the order they were registered} */
    public Set<String> names() {
        return terms.keySet();
    }

    private record Term(DataClass dataClass, String dpv, ImmutableSet<String> parents) {}

    /** Collects categories; not thread-safe. */
    public static final class Builder {

        private final Map<String, Term> terms = new LinkedHashMap<>();
        private final Map<String, String> attributes = new LinkedHashMap<>();

        private Builder() {}

        /**
         * {@return this builder, with one more category, or another definition of one it has}
         *
         * @param name the name, not blank
         * @param dataClass the class
         * @param dpv the term of the Data Privacy Vocabulary, or empty
         * @param parents the names of the categories above it
         */
        public Builder add(String name, DataClass dataClass, String dpv, String... parents) {
            terms.put(
                    Checks.notBlank(name, "name"),
                    new Term(dataClass, dpv, ImmutableSet.copyOf(Arrays.asList(parents))));
            return this;
        }

        /**
         * {@return this builder, with the category that an attribute belongs to}
         *
         * @param attribute the name of the attribute
         * @param category the name of the category
         */
        public Builder attribute(String attribute, String category) {
            attributes.put(attribute, category);
            return this;
        }

        /**
         * {@return the categories}
         *
         * @throws IllegalArgumentException if a parent is missing or the graph has a cycle
         */
        public Categories build() {
            return new Categories(this);
        }
    }
}
