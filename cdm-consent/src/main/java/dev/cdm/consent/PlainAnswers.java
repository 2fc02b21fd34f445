package dev.cdm.consent;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.compiled.CompiledPolicy;
import dev.cdm.consent.compiled.CompiledSubject;
import dev.cdm.consent.compiled.Question;
import dev.cdm.consent.compiled.SubjectCache;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Yes or no, and the reason: the answers of {@link Consents#decide(ConsentQuery)} without their proof, from people compiled
 * once and kept in memory. Thread-safe.
 *
 * <p>Every call reads the partition and the versions of the person's heads in one snapshot, so what is committed in any
 * process counts in the next call. In a unit of work of the caller, and in one that joins a transaction of the host, what
 * is kept is neither read nor filled: own writes count, and a roll-back leaves nothing behind.
 *
 * <p>Only a host that says so ({@link ConsentsBuilder#staleness}) gets answers that may be older.
 */
public final class PlainAnswers {

    private final Consents consents;
    private final People people;
    private final SubjectCache subjects;
    private final Duration staleness;

    PlainAnswers(Consents consents, People people, CompiledPolicy policy, int kept, Duration staleness) {
        this.consents = consents;
        this.people = people;
        this.subjects = new SubjectCache(policy, kept);
        this.staleness = staleness;
    }

    /**
     * {@return whether the data of a profile may be used for a purpose now}
     *
     * @param profile whose data
     * @param purpose what for
     */
    public boolean may(ProfileId profile, PurposeId purpose) {
        return answer(consents.ask(profile, purpose).build()).permits();
    }

    /**
     * {@return whether the data of the profile that a record belongs to may be used for a purpose now}
     *
     * @param record the record id
     * @param purpose what for
     */
    public boolean may(RecordId record, PurposeId purpose) {
        return answer(consents.ask(record, purpose).build()).permits();
    }

    /**
     * {@return why a use is permitted or refused}
     *
     * @param query the question; its subject is a profile id or a record id
     */
    public Reason answer(ConsentQuery query) {
        @Nullable CompiledSubject known = recent(query);
        if (known != null) {
            return subjects.policy().answer(subjects.question(query), known, query.effectiveAt());
        }
        return people.read(work -> answer(query, work, work.joined() ? null : subjects));
    }

    /**
     * {@return why a use is permitted or refused as of a unit of work, whose own writes count}
     *
     * @param query the question; its subject is a profile id or a record id
     * @param work the unit of work
     */
    public Reason answer(ConsentQuery query, UnitOfWork work) {
        return answer(query, work, null);
    }

    /**
     * {@return those of some profiles whose data may be used for a purpose now, in the order given}
     *
     * @param profiles the profiles
     * @param purpose what for
     */
    public Set<ProfileId> permitted(Collection<ProfileId> profiles, PurposeId purpose) {
        return people.read(work -> {
            @Nullable SubjectCache cache = work.joined() ? null : subjects;
            Answers answers = consents.answers(work);
            return profiles.stream()
                    .filter(profile -> {
                        ConsentQuery query = consents.ask(profile, purpose).build();
                        return answers.plain(query, subjects.question(query), subjects.policy(), cache)
                                .permits();
                    })
                    .collect(ImmutableSet.toImmutableSet());
        });
    }

    private Reason answer(ConsentQuery query, UnitOfWork work, @Nullable SubjectCache cache) {
        Question question = subjects.question(query);
        Answers answers = consents.answers(work);
        Reason reason = answers.plain(query, question, subjects.policy(), cache);
        if (cache != null && !staleness.isZero()) {
            answers.asked().ifPresent(subject -> subjects.remember(query.subject(), subject, now()));
        }
        return reason;
    }

    /* A person looked up not too long ago; never for a question about the past or a contact point. */
    private @Nullable CompiledSubject recent(ConsentQuery query) {
        if (staleness.isZero() || !query.contactPoint().isEmpty() || Answers.aboutThen(query)) {
            return null;
        }
        return subjects.recall(query.subject(), query.zone(), now().minus(staleness))
                .orElse(null);
    }

    private Instant now() {
        return people.clock().instant();
    }

    @Override
    public String toString() {
        return "PlainAnswers[" + subjects + "]";
    }
}
