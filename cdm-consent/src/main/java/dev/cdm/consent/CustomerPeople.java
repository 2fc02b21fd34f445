package dev.cdm.consent;

import dev.cdm.core.Customers;
import dev.cdm.core.Metrics;
import dev.cdm.core.identity.IdentityKinds;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.permission.LinkGate;
import dev.cdm.core.permission.UseGate;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.schema.ProfileSchema;
import dev.cdm.core.storage.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The people of core's front door. */
record CustomerPeople(Customers customers) implements People {

    @Override
    public <R> R read(Function<? super UnitOfWork, R> work) {
        return customers.read(work);
    }

    @Override
    public <R> R write(Function<? super UnitOfWork, R> work) {
        return customers.write(work);
    }

    @Override
    public Optional<ProfileId> profileOf(RecordId record, UnitOfWork work) {
        return customers.profileOf(record, work);
    }

    @Override
    public Set<RecordId> members(ProfileId profile, UnitOfWork work) {
        return customers.members(profile, work);
    }

    @Override
    public Set<RecordId> linkedAt(RecordId record, Instant knownAt, UnitOfWork work) {
        return customers.identities().linkedAt(record, knownAt, work);
    }

    @Override
    public Set<RecordId> membersAt(ProfileId profile, Instant knownAt, UnitOfWork work) {
        return customers.identities().membersAt(profile, knownAt, work);
    }

    @Override
    public boolean erased(ProfileId profile, UnitOfWork work) {
        return !work.table(IdentityKinds.PROFILE_HEADS)
                        .get(List.of(profile.text()))
                        .isEmpty()
                && members(profile, work).isEmpty();
    }

    @Override
    public Set<RecordId> refused(Set<RecordId> records, UnitOfWork work) {
        return customers.refused(records, work);
    }

    @Override
    public Optional<Profile> profile(ProfileId profile, UnitOfWork work) {
        return customers.profile(profile, work);
    }

    @Override
    public ProfileSchema schema() {
        return customers.schema();
    }

    @Override
    public Metrics metrics() {
        return customers.metrics();
    }

    @Override
    public InstantSource clock() {
        return customers.clock();
    }

    @Override
    public void guard(UseGate use, LinkGate link) {
        customers.guard(use, link);
    }
}
