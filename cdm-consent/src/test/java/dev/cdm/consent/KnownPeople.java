package dev.cdm.consent;

import com.google.common.collect.ImmutableSet;
import dev.cdm.core.Metrics;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.permission.LinkGate;
import dev.cdm.core.permission.UseGate;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.profile.ProfileAssembler;
import dev.cdm.core.schema.ProfileSchema;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.VersionConflictException;
import dev.cdm.core.storage.memory.MemoryStorage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** People of whom a test says which records belong together. */
final class KnownPeople implements People {

    final Storage storage = MemoryStorage.create();
    final Map<ProfileId, Set<RecordId>> partition = new LinkedHashMap<>();
    final Map<RecordId, SourceRecord> records = new LinkedHashMap<>();
    final Set<ProfileId> erased = new LinkedHashSet<>();
    Instant now = Instant.parse("2025-03-01T10:00:00Z");
    UseGate useGate = UseGate.closed();
    LinkGate linkGate = LinkGate.open();
    Metrics metrics = Metrics.none();

    KnownPeople() {
        storage.prepare(new ConsentKinds().all(), SchemaMode.CREATE);
    }

    KnownPeople profile(ProfileId profile, RecordId... members) {
        partition.put(profile, ImmutableSet.copyOf(members));
        return this;
    }

    @Override
    public <R> R read(Function<? super UnitOfWork, R> work) {
        return storage.read(work);
    }

    @Override
    public <R> R write(Function<? super UnitOfWork, R> work) {
        try {
            return storage.write(work);
        } catch (VersionConflictException conflict) {
            return storage.write(work);
        }
    }

    @Override
    public Optional<ProfileId> profileOf(RecordId record, UnitOfWork work) {
        return partition.entrySet().stream()
                .filter(entry -> entry.getValue().contains(record))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Set<RecordId> members(ProfileId profile, UnitOfWork work) {
        return partition.getOrDefault(profile, ImmutableSet.of());
    }

    @Override
    public Set<RecordId> linkedAt(RecordId record, Instant knownAt, UnitOfWork work) {
        return profileOf(record, work).map(found -> members(found, work)).orElse(ImmutableSet.of());
    }

    @Override
    public Set<RecordId> membersAt(ProfileId profile, Instant knownAt, UnitOfWork work) {
        return members(profile, work);
    }

    @Override
    public boolean erased(ProfileId profile, UnitOfWork work) {
        return erased.contains(profile);
    }

    @Override
    public Set<RecordId> refused(Set<RecordId> records, UnitOfWork work) {
        return ImmutableSet.of();
    }

    @Override
    public Optional<Profile> profile(ProfileId profile, UnitOfWork work) {
        List<SourceRecord> states = members(profile, work).stream()
                .filter(records::containsKey)
                .map(records::get)
                .toList();
        return Optional.of(ProfileAssembler.builder(schema()).build().assemble(profile, states));
    }

    @Override
    public ProfileSchema schema() {
        return StandardSchema.schema();
    }

    @Override
    public Metrics metrics() {
        return metrics;
    }

    @Override
    public InstantSource clock() {
        return () -> now;
    }

    @Override
    public void guard(UseGate use, LinkGate link) {
        this.useGate = use;
        this.linkGate = link;
    }
}
