package dev.cdm.consent.ledger;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.guardian.Guardianship;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.Versioned;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The log of consent events, inside one unit of work; for its thread.
 *
 * <p>Every append raises the head of each record id in the same unit of work. Two units of work that append for one
 * record id at once conflict, and one of them is told so; a reader that compares heads never trusts a stale copy.
 */
public final class ConsentLedger {

    /** The events. */
    public static final LogKind<ConsentEvent> EVENTS = LogKind.named("consent_event", ConsentEvent.class)
            .subjects(event -> List.of(event.subject().text()))
            .keyedBy(ConsentEvent::id);

    /** How many events there are of each record id. */
    public static final TableKind<Head> HEADS = TableKind.named("consent_head", Head.class)
            .subjects(head -> List.of(head.subject().text()))
            .keyedBy(head -> head.subject().text());

    /** The sealed positions. */
    public static final TableKind<Seal> SEALS = TableKind.named("consent_seal", Seal.class)
            .index("event", Seal::hashes)
            .index("first", seal -> List.of(Seals.text(seal.first())))
            .keyedBy(Seal::key);

    /** Who holds parental responsibility for whom. */
    public static final LogKind<Guardianship> GUARDIANS = LogKind.named("guardianship", Guardianship.class)
            .subjects(relation ->
                    List.of(relation.ward().text(), relation.guardian().text()))
            .keyedBy(Guardianship::id);

    private final UnitOfWork work;

    private ConsentLedger(UnitOfWork work) {
        this.work = work;
    }

    /**
     * {@return the ledger in a unit of work}
     *
     * @param work the unit of work
     */
    public static ConsentLedger in(UnitOfWork work) {
        return new ConsentLedger(work);
    }

    /**
     * Appends events and raises the heads of their record ids. An agreement by a guardian is kept as one of somebody who
     * claims to be, unless a relation that is recorded by now, for the same record id, held at the time it acts from.
     *
     * @param events the events; ones that are there already change nothing
     * @return the ids that were new
     */
    public Set<String> append(List<ConsentEvent> events) {
        return appendProved(new Guardians(work.log(GUARDIANS)).proved(events));
    }

    /**
     * Records who holds parental responsibility for whom. The same relation with an earlier end shortens it.
     *
     * @param relation the relation
     */
    public void record(Guardianship relation) {
        work.log(GUARDIANS).append(List.of(relation));
    }

    /**
     * {@return the relations of a person as the one in care, each with its earliest end, in the order of their beginning}
     *
     * @param ward the record id of the person
     */
    public List<Guardianship> guardians(RecordId ward) {
        return new Guardians(work.log(GUARDIANS)).of(ward);
    }

    private Set<String> appendProved(List<ConsentEvent> events) {
        Set<String> added = work.log(EVENTS).append(events);
        Map<String, Head> rises = new LinkedHashMap<>();
        for (ConsentEvent event : events) {
            if (added.contains(event.id())) {
                rises.merge(event.subject().text(), new Head(event.subject(), 1), Head::plus);
            }
        }
        Table<Head> heads = work.table(HEADS);
        Map<String, Versioned<Head>> before = heads.get(rises.keySet());
        rises.forEach((subject, rise) -> {
            Versioned<Head> old = before.get(subject);
            heads.put(old == null ? rise : old.document().plus(rise), old == null ? 0 : old.version());
        });
        return added;
    }

    /**
     * {@return the events of some record ids, without their places: for a question about what is known now}
     *
     * @param subjects the record ids of one person
     */
    public ConsentHistory history(Collection<RecordId> subjects) {
        return ConsentHistory.of(events(subjects));
    }

    /**
     * {@return the events of some record ids, with their places: for a question about what was known then}
     *
     * @param subjects the record ids of one person
     */
    public ConsentHistory sealedHistory(Collection<RecordId> subjects) {
        List<ConsentEvent> events = events(subjects);
        return ConsentHistory.of(events, new Seals(work.table(SEALS)).places(events));
    }

    /**
     * {@return the version of the head of each record id, for those that have events, in the order asked for}
     *
     * @param subjects the record ids
     */
    public Map<RecordId, Long> heads(Collection<RecordId> subjects) {
        Map<RecordId, Long> versions = new LinkedHashMap<>();
        work.table(HEADS)
                .versions(subjects.stream().map(RecordId::text).toList())
                .forEach((subject, version) -> versions.put(RecordId.parse(subject), version));
        return versions;
    }

    /**
     * Gives positions to events that have none yet, as far as the feed of the log shows them. Call it in regular
     * batches; a question about the past needs it, a question about now does not.
     *
     * @param at the time of sealing
     * @param limit the most events to seal, from 1
     * @return how many events got a position
     */
    public int seal(Instant at, int limit) {
        return new Seals(work.table(SEALS)).seal(work.log(EVENTS), at, limit);
    }

    /**
     * {@return when a position was sealed; empty if it is not sealed yet, or is before the first}
     *
     * @param position the position
     */
    public Optional<Instant> sealedAt(long position) {
        return new Seals(work.table(SEALS)).sealedAt(position);
    }

    private List<ConsentEvent> events(Collection<RecordId> subjects) {
        return ImmutableSet.copyOf(subjects).stream()
                .flatMap(subject -> SubjectPages.all(work.log(EVENTS), subject).stream())
                .toList();
    }

    /**
     * The head of a record id.
     *
     * @param subject the record id
     * @param events how many events were appended
     */
    public record Head(RecordId subject, long events) {
        Head plus(Head other) {
            return new Head(subject, events + other.events);
        }
    }

    /**
     * A run of sealed positions. It keeps hashes of event ids and says nothing about anybody.
     *
     * @param key the first position as text, or a fixed key for the end of the chain
     * @param first the first position
     * @param at when it was sealed
     * @param hashes the hashes of the ids, one for each position
     * @param cursor where the feed goes on after it
     */
    public record Seal(String key, long first, Instant at, List<String> hashes, String cursor) {

        /** Copies the hashes. */
        public Seal {
            hashes = ImmutableList.copyOf(hashes);
        }
    }
}
