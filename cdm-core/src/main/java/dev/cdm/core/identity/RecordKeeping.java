package dev.cdm.core.identity;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Lists;
import dev.cdm.core.identity.IdentityKinds.Membership;
import dev.cdm.core.identity.IdentityKinds.ProfileHead;
import dev.cdm.core.identity.IdentityKinds.RecordState;
import dev.cdm.core.identity.IdentityKinds.Sighting;
import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.identity.LinkEvent.Born;
import dev.cdm.core.identity.LinkEvent.Cause;
import dev.cdm.core.identity.LinkEvent.Erased;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.VersionConflictException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets records in, looks at them again and erases them; the partition follows. For one operation. */
final class RecordKeeping {

    private final Desk desk;
    private final Neighbourhood.Rules rules;
    private final Act act;
    private final Registration registration;
    private final Log<Sighting> sightings;
    private final Set<RecordId> born = new LinkedHashSet<>();
    private final Set<RecordId> seeds = new LinkedHashSet<>();

    RecordKeeping(Desk desk, Neighbourhood.Rules rules, Act act) {
        this.desk = desk;
        this.rules = rules;
        this.act = act;
        this.registration = new Registration(desk, rules);
        this.sightings = desk.work.log(IdentityKinds.RECORD_IDS);
    }

    List<Resolution> receive(List<SourceRecord> observations) {
        Set<RecordId> records = new LinkedHashSet<>();
        observations.forEach(observed -> records.add(observed.recordId()));
        records.removeAll(sight(records));
        List<SourceRecord> accepted = observations.stream()
                .filter(observed -> records.contains(observed.recordId()))
                .toList();
        desk.load(records);
        Set<String> fresh = desk.work.log(IdentityKinds.RECORDS).append(accepted);
        Set<String> open = new LinkedHashSet<>(fresh);
        ListMultimap<RecordId, SourceRecord> arrived = accepted.stream()
                .filter(observed -> open.remove(observed.observationId()))
                .collect(ImmutableListMultimap.toImmutableListMultimap(SourceRecord::recordId, observed -> observed));
        arrived.asMap().forEach(this::take);
        Reclustering reclustering = recluster(Cause.OBSERVATION);
        desk.touch(profiles(arrived.keySet()));
        desk.flush();
        return reclustering.resolutions(
                observations, new Reclustering.Touched(fresh, records, born, registration.changed()));
    }

    /* An id that is neither there nor can be appended is erased, unless another unit of work has just appended it. */
    Set<RecordId> sight(Set<RecordId> records) {
        Set<String> known = sightings.present(Desk.texts(records));
        List<RecordId> missing =
                records.stream().filter(record -> !known.contains(record.text())).toList();
        Set<String> appended = sightings.append(Lists.transform(missing, record -> new Sighting(record, act.at())));
        Set<RecordId> erased = missing.stream()
                .filter(record -> !appended.contains(record.text()))
                .collect(ImmutableSet.toImmutableSet());
        for (String raced : sightings.present(Desk.texts(erased))) {
            throw new VersionConflictException(IdentityKinds.RECORD_IDS.name(), raced);
        }
        return erased;
    }

    private void take(RecordId record, Collection<SourceRecord> arrived) {
        List<SourceRecord> news = arrived.stream().sorted(Fold.ORDER).toList();
        boolean first = desk.memberships.get(record.text()) == null;
        if (first) {
            bear(record);
        }
        RecordState former = desk.states.get(record.text());
        boolean inOrder = former == null
                ? first
                : Fold.place(former.current(), former.lastObservation()).compareTo(Fold.place(news.get(0))) < 0;
        List<SourceRecord> folded = inOrder ? news : Fold.observations(desk, record);
        register(inOrder && former != null ? former.current() : null, folded);
    }

    private void register(@Nullable SourceRecord former, List<SourceRecord> later) {
        registration.register(
                Fold.fold(former, later), later.get(later.size() - 1).observationId());
    }

    private void bear(RecordId record) {
        ProfileId birth = rules.ids().get();
        desk.memberships.put(new Membership(record, birth, act.at(), birth, 1, List.of()));
        desk.heads.put(new ProfileHead(birth, record));
        desk.tell(new Born(record, birth, act));
        born.add(record);
        seeds.add(record);
    }

    private Reclustering recluster(Cause cause) {
        seeds.addAll(registration.settle());
        return Reclustering.run(seeds, desk, rules, cause, act);
    }

    private Set<ProfileId> profiles(Collection<RecordId> records) {
        return records.stream()
                .flatMap(record -> Stream.ofNullable(desk.memberships.get(record.text())))
                .map(Membership::profile)
                .collect(ImmutableSet.toImmutableSet());
    }

    void reevaluate(Collection<RecordId> records) {
        desk.load(records);
        for (RecordId record : records) {
            List<SourceRecord> observations = Fold.observations(desk, record);
            if (desk.memberships.get(record.text()) != null && !observations.isEmpty()) {
                register(null, observations);
            }
        }
        lookAgain(records, Cause.REEVALUATION);
    }

    void lookAgain(Collection<RecordId> records, Cause cause) {
        desk.load(records);
        seeds.addAll(records);
        seedCompanions(records);
        recluster(cause);
        desk.flush();
    }

    private void seedCompanions(Collection<RecordId> records) {
        profiles(records).forEach(profile -> Desk.members(desk.work, profile).forEach(seeds::add));
    }

    Map<String, Integer> erase(Collection<RecordId> records) {
        desk.load(records);
        desk.touch(profiles(records));
        seedCompanions(records);
        Erasure erasure = new Erasure();
        records.forEach(erasure::documents);
        seeds.removeAll(records);
        recluster(Cause.ERASURE);
        desk.flush();
        records.forEach(record -> erasure.erase(IdentityKinds.RECORDS, record));
        records.forEach(record -> erasure.erase(IdentityKinds.LINK_EVENTS, record));
        erasure.count(IdentityKinds.RECORD_IDS, sightings.erase(Desk.texts(records)));
        return erasure.counts;
    }

    /** Takes everything about one record away, and counts it by the names of the kinds. */
    private final class Erasure {

        private final Map<String, Integer> counts = new LinkedHashMap<>();

        private Erasure() {
            new IdentityKinds().all().forEach(kind -> counts.put(kind.name(), 0));
        }

        private void documents(RecordId record) {
            RecordState state = desk.states.get(record.text());
            if (state != null) {
                registration.withdraw(state);
                count(IdentityKinds.RECORD_STATES, 1);
                count(IdentityKinds.IDENTIFIERS, state.linking().size());
            }
            Membership membership = desk.memberships.get(record.text());
            if (membership != null) {
                seeds.addAll(Stewardship.forget(desk, membership));
                count(IdentityKinds.VERDICTS, membership.verdicts().size());
                desk.memberships.remove(record.text());
                count(IdentityKinds.MEMBERSHIPS, 1);
                desk.heads.put(new ProfileHead(membership.birth(), null));
                count(IdentityKinds.PROFILE_HEADS, 1);
                desk.tell(new Erased(membership.birth(), act));
            }
        }

        private <E> void erase(LogKind<E> kind, RecordId record) {
            List<String> ids = Desk.about(desk.work.log(kind), record).stream()
                    .map(kind::key)
                    .toList();
            count(kind, desk.work.log(kind).erase(ids));
        }

        private void count(Kind<?> kind, int more) {
            counts.merge(kind.name(), more, Integer::sum);
        }
    }
}
