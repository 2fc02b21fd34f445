package dev.cdm.core;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.identity.IdentityResolver;
import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.identity.Partition;
import dev.cdm.core.ingest.ConflictRetry;
import dev.cdm.core.ingest.Ingestor;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.normalize.NormalizationPlan;
import dev.cdm.core.normalize.Normalizer;
import dev.cdm.core.permission.ImpactProbe;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.profile.ProfileAssembler;
import dev.cdm.core.protect.FieldCipher;
import dev.cdm.core.schema.ProfileSchema;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.UnitOfWork;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a front door is made of, whatever storage it stands over. */
final class Fittings {

    private final ImmutableList<Kind<?>> kinds;
    final ProfileSchema schema;
    final InstantSource clock;
    final Metrics metrics;
    final ConflictRetry retry;
    final Gates gates = new Gates();
    final List<ImpactProbe> probes = new CopyOnWriteArrayList<>();
    final Normalizer normalizer;
    final IdentityResolver resolver;
    final Ingestor ingestor;
    final ProfileAssembler assembler;

    Fittings(CustomersBuilder parts, ImmutableList<Kind<?>> kinds) {
        this.kinds = kinds;
        this.schema = parts.schema;
        this.clock = parts.clock;
        this.probes.addAll(parts.probes);
        this.metrics = parts.metrics;
        this.retry = new ConflictRetry(parts.attempts, () -> metrics.count("conflict", 1));
        this.normalizer = new Normalizer(plan(parts));
        this.resolver = resolver(parts);
        this.ingestor = new Ingestor(schema, normalizer, parts.validator, resolver, parts.sources.values());
        ProfileAssembler.Builder profiles = ProfileAssembler.builder(schema).sources(parts.sources.values());
        parts.survivorship.forEach(profiles::rule);
        this.assembler = profiles.build();
    }

    private IdentityResolver resolver(CustomersBuilder parts) {
        Supplier<ProfileId> ids = parts.ids == null ? IdentityResolver.randomIds(new SecureRandom()) : parts.ids;
        IdentityResolver.Builder builder = IdentityResolver.builder(ids)
                .limits(parts.limits)
                .gate(gates.link())
                .survivor(parts.survivor);
        return (parts.finder == null ? builder : builder.finder(parts.finder)).build();
    }

    private static NormalizationPlan plan(CustomersBuilder parts) {
        NormalizationPlan.Builder plan = NormalizationPlan.builder(parts.schema);
        @Nullable FieldCipher cipher = parts.cipher;
        if (cipher != null) {
            plan.sealer(cipher::seal);
        }
        return parts.normalization.apply(plan).build();
    }

    List<Kind<?>> kinds() {
        return kinds;
    }

    /** The profile of any id that was ever given. */
    Optional<Profile> profile(ProfileId id, UnitOfWork work) {
        Partition partition = resolver.partition(work);
        return partition.resolve(id).current().map(live -> assembler.assemble(live, partition.records(live)));
    }

    /** Who does something now, and why. */
    Act act(String who, String why) {
        return new Act(Checks.notBlank(who, "who"), why, clock.instant());
    }

    /** Runs something and tells how long it took. */
    <R> R timed(String name, Supplier<R> work) {
        long start = System.nanoTime();
        R result = work.get();
        metrics.duration(name, Duration.ofNanos(System.nanoTime() - start));
        return result;
    }

    static IllegalArgumentException unknown(String parameter, String id) {
        return new IllegalArgumentException("`" + parameter + "` must have been seen, was `" + id + "`");
    }
}
