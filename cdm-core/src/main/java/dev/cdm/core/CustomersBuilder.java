package dev.cdm.core;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.identity.LinkFinder;
import dev.cdm.core.ingest.ConflictRetry;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.linking.IdentifierLimits;
import dev.cdm.core.linking.SurvivorRule;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.normalize.NormalizationPlan;
import dev.cdm.core.permission.ImpactProbe;
import dev.cdm.core.profile.SurvivorshipRule;
import dev.cdm.core.protect.FieldCipher;
import dev.cdm.core.schema.ProfileSchema;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.storage.Kinds;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.validate.Validator;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects what a front door is made of; every part has a default. Not thread-safe. */
public final class CustomersBuilder {

    final Storage storage;
    final Map<String, SourceSystem> sources = new LinkedHashMap<>();
    final Map<AttributeKey<?>, SurvivorshipRule> survivorship = new LinkedHashMap<>();
    final List<Kinds> kinds = new ArrayList<>();
    final List<ImpactProbe> probes = new ArrayList<>();
    ProfileSchema schema = StandardSchema.schema();
    UnaryOperator<NormalizationPlan.Builder> normalization = UnaryOperator.identity();
    Validator validator = Validator.standard();
    IdentifierLimits limits = IdentifierLimits.standard();
    SurvivorRule survivor = SurvivorRule.oldest();

    @Nullable
    LinkFinder finder;

    InstantSource clock = InstantSource.system();
    Metrics metrics = Metrics.none();
    SchemaMode schemaMode = SchemaMode.CREATE;
    int attempts = ConflictRetry.DEFAULT_ATTEMPTS;

    @Nullable
    FieldCipher cipher;

    @Nullable
    Supplier<ProfileId> ids;

    CustomersBuilder(Storage storage) {
        this.storage = storage;
    }

    /**
     * {@return this builder, with source systems; records of systems that are not named here are refused}
     *
     * @param systems the systems; one of the same id is replaced
     */
    public CustomersBuilder sources(SourceSystem... systems) {
        Arrays.stream(systems).forEach(system -> sources.put(system.id(), system));
        return this;
    }

    /**
     * {@return this builder, with the attributes; the default is {@link StandardSchema}}
     *
     * @param attributes the attributes
     */
    public CustomersBuilder schema(ProfileSchema attributes) {
        this.schema = attributes;
        return this;
    }

    /**
     * {@return this builder, with settings of normalisation, such as the default region of phone numbers}
     *
     * @param settings changes the plan's builder, which has the schema and the cipher already
     */
    public CustomersBuilder normalization(UnaryOperator<NormalizationPlan.Builder> settings) {
        this.normalization = settings;
        return this;
    }

    /**
     * {@return this builder, with what judges records; the default is {@link Validator#standard}}
     *
     * @param judge constraints and policy
     */
    public CustomersBuilder validator(Validator judge) {
        this.validator = judge;
        return this;
    }

    /**
     * {@return this builder, with the cipher of restricted attributes; without one they are refused at intake}
     *
     * @param fieldCipher the cipher
     */
    public CustomersBuilder cipher(FieldCipher fieldCipher) {
        this.cipher = fieldCipher;
        return this;
    }

    /**
     * {@return this builder, with what identifiers may do; the default is {@link IdentifierLimits#standard}}
     *
     * @param identifierLimits the limits
     */
    public CustomersBuilder limits(IdentifierLimits identifierLimits) {
        this.limits = identifierLimits;
        return this;
    }

    /**
     * {@return this builder, with the rule which id a merged profile bears; the default is {@link SurvivorRule#oldest}}
     *
     * @param rule the rule
     */
    public CustomersBuilder survivor(SurvivorRule rule) {
        this.survivor = rule;
        return this;
    }

    /**
     * {@return this builder, with what finds links that no shared identifier tells, such as a statistical model} By default
     * there is none. See {@link Identities#settle} for what several processes, or several threads, must do.
     *
     * @param linkFinder the finder
     */
    public CustomersBuilder finder(LinkFinder linkFinder) {
        this.finder = linkFinder;
        return this;
    }

    /**
     * {@return this builder, with one more who tells what else a steward's act would change}
     *
     * @param probe asked by {@link Steward#preview}
     */
    public CustomersBuilder probe(ImpactProbe probe) {
        probes.add(probe);
        return this;
    }

    /**
     * {@return this builder, with the survivorship of an attribute; the default is {@link SurvivorshipRule#standard}}
     *
     * @param key the attribute
     * @param rule the rule
     */
    public CustomersBuilder survivorship(AttributeKey<?> key, SurvivorshipRule rule) {
        survivorship.put(key, rule);
        return this;
    }

    /**
     * {@return this builder, with the clock; the default is the system's}
     *
     * @param source tells the time
     */
    public CustomersBuilder clock(InstantSource source) {
        this.clock = source;
        return this;
    }

    /**
     * {@return this builder, with the supplier of profile ids; the default gives 128 random bits}
     *
     * @param supplier gives an id that was never given before, at every call; thread-safe
     */
    public CustomersBuilder ids(Supplier<ProfileId> supplier) {
        this.ids = supplier;
        return this;
    }

    /**
     * {@return this builder, with the listener of counts and durations; by default nobody listens}
     *
     * @param listener the listener
     */
    public CustomersBuilder metrics(Metrics listener) {
        this.metrics = listener;
        return this;
    }

    /**
     * {@return this builder, with what may be done to the physical tables; the default creates what is missing}
     *
     * @param mode create, validate or none
     */
    public CustomersBuilder schemaMode(SchemaMode mode) {
        this.schemaMode = mode;
        return this;
    }

    /**
     * {@return this builder, with kinds of the host's own, so that they are prepared and erasures reach them}
     *
     * @param more the kinds, besides those of this module and those the {@link java.util.ServiceLoader} finds
     */
    public CustomersBuilder kinds(Kinds more) {
        kinds.add(more);
        return this;
    }

    /**
     * {@return this builder, with how often a unit of work is run at most when others come in between; the default is
     * {@value ConflictRetry#DEFAULT_ATTEMPTS}}
     *
     * @param most the number, from 1
     */
    public CustomersBuilder attempts(int most) {
        this.attempts = Checks.between(most, 1, Integer.MAX_VALUE, "attempts");
        return this;
    }

    /**
     * {@return the front door, after the storage was prepared} If the profiles there were linked under other limits, another
     * survivor rule or another version of the finder, a warning is logged: see {@link Identities#reevaluate}.
     *
     * @throws dev.cdm.core.storage.SchemaMismatchException if tables are missing or differ and may not be created
     */
    public Customers build() {
        Fittings fittings = new Fittings(this, ImmutableList.copyOf(CoreKinds.with(kinds)));
        storage.prepare(fittings.kinds(), schemaMode);
        Customers customers = new Customers(fittings, storage);
        customers.identities().begin();
        return customers;
    }
}
