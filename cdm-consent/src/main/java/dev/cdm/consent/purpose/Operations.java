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
 * What is done with data: the processing operations that purposes name. A directed graph without cycles. Immutable,
 * thread-safe.
 *
 * <p>The standard ones carry the terms of the W3C Data Privacy Vocabulary 2.3, which follow GDPR Art. 4(2).
 */
public final class Operations {

    private static final Operations STANDARD = builder()
            .add("obtain", "dpv:Obtain")
            .add("collect", "dpv:Collect", "obtain")
            .add("acquire", "dpv:Acquire", "obtain")
            .add("derive", "dpv:Derive", "obtain")
            .add("infer", "dpv:Infer", "derive")
            .add("record", "dpv:Record", "obtain")
            .add("organise", "dpv:Organise")
            .add("store", "dpv:Store")
            .add("use", "dpv:Use")
            .add("consult", "dpv:Consult", "use")
            .add("analyse", "dpv:Analyse", "use")
            .add("match", "dpv:Match", "use")
            .add("profile", "dpv:Profiling", "use")
            .add("track", "dpv:Tracking", "use")
            .add("transform", "dpv:Transform")
            .add("combine", "dpv:Combine", "transform")
            .add("restrict", "dpv:Restrict", "transform")
            .add("pseudonymise", "dpv:Pseudonymise", "transform")
            .add("anonymise", "dpv:Anonymise", "transform")
            .add("disclose", "dpv:Disclose")
            .add("share", "dpv:Share", "disclose")
            .add("transmit", "dpv:Transmit", "disclose")
            .add("transfer", "dpv:Transfer")
            .add("transfer_abroad", "dpv:CrossBorderTransfer", "transfer")
            .add("remove", "dpv:Remove")
            .add("erase", "dpv:Erase", "remove")
            .build();

    private final ImmutableMap<String, Term> terms;
    private final Dag<String> graph;

    private Operations(Builder builder) {
        this.terms = ImmutableMap.copyOf(builder.terms);
        Map<String, Set<String>> parents = new LinkedHashMap<>();
        terms.forEach((name, term) -> parents.put(name, term.parents()));
        this.graph = new Dag<>(parents);
    }

    /** {@return the standard operations} */
    public static Operations standard() {
        return STANDARD;
    }

    /** {@return a builder without operations} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with these operations} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.terms.putAll(terms);
        return builder;
    }

    /** {@return the names in the order they were registered} */
    public Set<String> names() {
        return terms.keySet();
    }

    /**
     * {@return whether an operation is registered}
     *
     * @param operation its name
     */
    public boolean knows(String operation) {
        return terms.containsKey(operation);
    }

    /**
     * {@return the term of the Data Privacy Vocabulary for an operation; empty if there is none or it is not registered}
     *
     * @param operation its name
     */
    public Optional<String> dpv(String operation) {
        return Optional.ofNullable(terms.get(operation)).map(Term::dpv).filter(term -> !term.isEmpty());
    }

    /**
     * {@return the operation and all above it; empty if it is not registered}
     *
     * @param operation its name
     */
    public Set<String> upward(String operation) {
        return graph.upward(operation);
    }

    private record Term(String dpv, ImmutableSet<String> parents) {}

    /** Collects operations; not thread-safe. */
    public static final class Builder {

        private final Map<String, Term> terms = new LinkedHashMap<>();

        private Builder() {}

        /**
         * {@return this builder, with one more operation, or another definition of one it has}
         *
         * @param name the name, not blank
         * @param dpv the term of the Data Privacy Vocabulary, or empty
         * @param parents the names of the operations above it
         */
        public Builder add(String name, String dpv, String... parents) {
            terms.put(Checks.notBlank(name, "name"), new Term(dpv, ImmutableSet.copyOf(Arrays.asList(parents))));
            return this;
        }

        /**
         * {@return the operations}
         *
         * @throws IllegalArgumentException if a parent is missing or the graph has a cycle
         */
        public Operations build() {
            return new Operations(this);
        }
    }
}
