package dev.cdm.consent.compiled;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentLedger;
import dev.cdm.consent.pack.Facts;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.purpose.Channel;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import dev.cdm.core.model.RecordId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * People who were compiled before, kept as long as the heads of their record ids are the same. Thread-safe; it starts no
 * thread.
 *
 * <p>Every look-up reads the heads in the caller's own snapshot, so a withdrawal that is committed in any process counts
 * at once, and the feed of the log, which lags behind open writers, is never asked. Only units of work that cannot be rolled
 * back may look here: one that only reads, in a transaction of the store's own.
 */
public final class SubjectCache {

    private static final int QUESTIONS = 10_000;

    private final CompiledPolicy policy;
    private final Cache<Set<RecordId>, Entry> entries;
    private final Cache<String, Recent> recent;
    private final Cache<Key, Question> questions =
            Caffeine.newBuilder().maximumSize(QUESTIONS).executor(Runnable::run).build();

    /**
     * Creates an empty cache.
     *
     * @param policy compiles those who are not there
     * @param most how many people are kept, from 0
     */
    public SubjectCache(CompiledPolicy policy, int most) {
        this.policy = policy;
        Checks.between(most, 0, Integer.MAX_VALUE, "most");
        this.entries =
                Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
        this.recent =
                Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
    }

    /**
     * {@return the events of a person as a snapshot has them}
     *
     * @param records the person's record ids
     * @param zone the person's time zone
     * @param ledger the ledger in a unit of work that only reads and did not join a transaction of the host
     */
    public CompiledSubject get(Set<RecordId> records, ZoneId zone, ConsentLedger ledger) {
        return get(records, zone, ledger.heads(records), ledger);
    }

    /**
     * {@return the events of a person, whose heads were read in the same snapshot}
     *
     * @param records the person's record ids
     * @param zone the person's time zone
     * @param heads the versions of heads; those of other people may be among them
     * @param ledger the ledger in a unit of work that only reads and did not join a transaction of the host
     */
    public CompiledSubject get(Set<RecordId> records, ZoneId zone, Map<RecordId, Long> heads, ConsentLedger ledger) {
        @Nullable Entry kept = entries.getIfPresent(records);
        if (kept != null && kept.holds(zone, heads, records)) {
            return kept.subject();
        }
        CompiledSubject subject = policy.subject(ledger.history(records), zone);
        entries.put(ImmutableSet.copyOf(records), Entry.of(subject, zone, heads, records));
        return subject;
    }

    /**
     * Keeps a person under an id as well, for answers that may be older.
     *
     * @param id the id asked by
     * @param subject the person
     * @param at when the heads were compared
     */
    public void remember(String id, CompiledSubject subject, Instant at) {
        recent.put(id, new Recent(subject, at));
    }

    /**
     * {@return a person kept under an id whose heads were compared after a time}
     *
     * @param id the id asked by
     * @param zone the person's time zone
     * @param after the time
     */
    public Optional<CompiledSubject> recall(String id, ZoneId zone, Instant after) {
        return Optional.ofNullable(recent.getIfPresent(id))
                .filter(found ->
                        found.at().isAfter(after) && found.subject().zone().equals(zone))
                .map(Recent::subject);
    }

    /**
     * {@return a question worked through the packs; one that tells a contact point, a date of birth or facts of a situation
     * is that of one person and is not kept}
     *
     * @param query the question; its id, subject and times do not matter
     */
    public Question question(ConsentQuery query) {
        boolean general =
                query.contactPoint().isEmpty() && query.birthDate().isEmpty() && query.facts() == Facts.none();
        return general ? questions.get(Key.of(query), any -> policy.question(query)) : policy.question(query);
    }

    /** {@return what compiles those who are not there} */
    public CompiledPolicy policy() {
        return policy;
    }

    /** {@return how many people are kept} */
    public long size() {
        entries.cleanUp();
        return entries.estimatedSize();
    }

    @Override
    public String toString() {
        return "SubjectCache[" + entries.estimatedSize() + " people]";
    }

    /** A person and when the heads were last compared. */
    private record Recent(CompiledSubject subject, Instant at) {}

    /** A person with the versions of the heads that the events were read under. */
    private record Entry(CompiledSubject subject, ZoneId zone, ImmutableMap<RecordId, Long> heads) {

        static Entry of(CompiledSubject subject, ZoneId zone, Map<RecordId, Long> heads, Collection<RecordId> records) {
            ImmutableMap.Builder<RecordId, Long> own = ImmutableMap.builder();
            for (RecordId record : records) {
                @Nullable Long head = heads.get(record);
                if (head != null) {
                    own.put(record, head);
                }
            }
            return new Entry(subject, zone, own.buildKeepingLast());
        }

        boolean holds(ZoneId other, Map<RecordId, Long> current, Collection<RecordId> records) {
            return zone.equals(other)
                    && records.stream().allMatch(record -> Objects.equals(current.get(record), heads.get(record)));
        }
    }

    /** What a question asks, apart from person and time. */
    private record Key(
            PurposeId purpose,
            Set<String> categories,
            Optional<Channel> channel,
            Optional<RecipientId> recipient,
            String region,
            String establishment,
            String controller,
            ZoneId zone,
            boolean optOutSignal) {

        static Key of(ConsentQuery query) {
            return new Key(
                    query.purpose(),
                    ImmutableSet.copyOf(query.categories()),
                    query.channel(),
                    query.recipient(),
                    query.region(),
                    query.establishment(),
                    query.controller(),
                    query.zone(),
                    query.optOutSignal());
        }
    }
}
