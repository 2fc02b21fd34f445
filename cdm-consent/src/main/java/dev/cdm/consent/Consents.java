package dev.cdm.consent;

import dev.cdm.consent.compiled.CompiledPolicy;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEventBuilder;
import dev.cdm.consent.ledger.ConsentLedger;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.ledger.Guardianship;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.policy.PolicyEngine;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.consent.recipient.Disclosed;
import dev.cdm.consent.recipient.DisclosureLog;
import dev.cdm.consent.subscription.Subscription;
import dev.cdm.consent.subscription.Subscriptions;
import dev.cdm.consent.suppression.SuppressionList;
import dev.cdm.consent.view.ProfileView;
import dev.cdm.consent.view.ViewMaker;
import dev.cdm.core.Customers;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.UnitOfWork;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What people permitted and refused, and what may be done with their data. Thread-safe.
 *
 * <pre>{@code
 * Consents consents = Consents.over(customers).purposes(marketing, support).build();
 * consents.record(ConsentEvent.given(shop.record("c-88"), marketing.id()).at(signedUp).build());
 * Decision decision = consents.decide(profileId, marketing.id());
 * ProfileView view = consents.view(profileId, marketing.id());
 * }</pre>
 *
 * <p>A decision is asked by id and read in one unit of work with the partition of the records: a merge or a withdrawal a
 * moment ago counts. Without a recorded ground the answer is no. The listener of core's front door hears
 * {@code consent.events}, {@code consent.decision} and {@code consent.view}.
 */
public final class Consents {

    private final People people;
    private final PolicyEngine engine;
    private final @Nullable TombstoneKey suppressionKey;
    private final Recording recording;
    private final PlainAnswers plain;

    Consents(ConsentsBuilder builder, PolicyEngine engine) {
        this.people = builder.people;
        this.engine = engine;
        this.suppressionKey = builder.suppressionKey;
        this.recording = new Recording(people, new FrozenGrants(engine.purposes(), builder.notices));
        this.plain = new PlainAnswers(this, people, new CompiledPolicy(engine), builder.kept, builder.staleness);
    }

    /**
     * {@return a builder of consents over the customers of a front door}
     *
     * @param customers the front door; its gates ask these consents from {@link ConsentsBuilder#build} on
     */
    public static ConsentsBuilder over(Customers customers) {
        return over(new CustomerPeople(customers));
    }

    static ConsentsBuilder over(People people) {
        return new ConsentsBuilder(people);
    }

    /** {@return the registered purposes} */
    public Purposes purposes() {
        return engine.purposes();
    }

    /**
     * Records an event that is received now, unless its builder says another time.
     *
     * @param event what happened; without a time of its own it happens now
     * @return the event
     */
    public ConsentEvent record(ConsentEventBuilder event) {
        ConsentEvent built = event.buildAt(people.clock().instant());
        record(List.of(built));
        return built;
    }

    /**
     * Records events, all or none.
     *
     * @param events the events; ones that are there already change nothing
     * @return the ids that were new
     */
    public Set<String> record(ConsentEvent... events) {
        return record(List.of(events));
    }

    /**
     * Records events, all or none.
     *
     * @param events the events; ones that are there already change nothing
     * @return the ids that were new
     */
    public Set<String> record(Collection<ConsentEvent> events) {
        Set<String> fresh = people.write(work -> record(events, work));
        people.metrics().count("consent.events", fresh.size());
        return fresh;
    }

    /**
     * Records events in a unit of work of the caller. Events of erased persons are refused.
     *
     * @param events the events; ones that are there already change nothing
     * @param work the unit of work
     * @return the ids that were new
     */
    public Set<String> record(Collection<ConsentEvent> events, UnitOfWork work) {
        return recording.record(events, work);
    }

    /**
     * Records something restrictive that nobody can attribute to one record of a profile: it is recorded for each of them,
     * so that it stays with all of them when the profile is taken apart.
     *
     * @param profile whose
     * @param kind what happened; it forbids
     * @param purpose what for, or {@link ConsentEvent#EVERY_PURPOSE}
     * @return the ids that were new
     * @throws IllegalArgumentException if the kind permits anything: what permits belongs to one record
     */
    public Set<String> recordForAll(ProfileId profile, EventKind kind, PurposeId purpose) {
        return recording.recordForAll(profile, kind, purpose);
    }

    /**
     * Records a withdrawal now, if there is anything to withdraw. A contract, a law, a vital interest or a task does not
     * end by it: then nothing is recorded, and the result names the ground.
     *
     * @param record a record of the person
     * @param purpose what for
     * @return the ground that a withdrawal does not touch; empty if the withdrawal was recorded
     * @throws IllegalArgumentException if the purpose is not registered
     */
    public Optional<LegalBasis> withdraw(RecordId record, PurposeId purpose) {
        Purpose registered = purposes()
                .find(purpose)
                .orElseThrow(() -> new IllegalArgumentException("`purpose` must be registered"));
        if (registered.bases().stream().noneMatch(LegalBasis::withdrawable)) {
            return registered.bases().stream().findFirst();
        }
        record(ConsentEvent.withdrawn(record, purpose)
                .at(people.clock().instant())
                .build());
        return Optional.empty();
    }

    /**
     * {@return whether the data of a profile may be used for a purpose now}
     *
     * @param profile whose data
     * @param purpose what for
     */
    public Decision decide(ProfileId profile, PurposeId purpose) {
        return decide(ask(profile, purpose).build());
    }

    /**
     * {@return whether the data of the profile that a record belongs to may be used for a purpose now}
     *
     * @param record the record id
     * @param purpose what for
     */
    public Decision decide(RecordId record, PurposeId purpose) {
        return decide(ask(record, purpose).build());
    }

    /**
     * {@return the answer to a question}
     *
     * @param query the question; its subject is a profile id or a record id
     */
    public Decision decide(ConsentQuery query) {
        return timed("consent.decision", work -> decide(query, work));
    }

    /**
     * {@return the answer to a question as of a unit of work, whose own writes count}
     *
     * @param query the question; its subject is a profile id or a record id
     * @param work the unit of work
     */
    public Decision decide(ConsentQuery query, UnitOfWork work) {
        return answers(work).decide(query);
    }

    /**
     * {@return a decision made again: the same bytes, whatever was recorded, linked or taken apart since} Only an erasure, an
     * address put on the suppression list and other packs change it.
     *
     * @param decision the decision, not a provisional one
     * @param query its question, about what was known then
     * @throws IllegalArgumentException if the decision is provisional, or rests on packs that are not those in use
     */
    public Decision replay(Decision decision, ConsentQuery query) {
        return timed("consent.decision", work -> answers(work).replay(decision, query));
    }

    /** {@return the same answers without their proof, from memory: for callers who ask often} */
    public PlainAnswers plain() {
        return plain;
    }

    /**
     * {@return a builder of a question about now}
     *
     * @param profile whose data
     * @param purpose what for
     */
    public ConsentQuery.Builder ask(ProfileId profile, PurposeId purpose) {
        return ConsentQuery.about(profile.text(), purpose, people.clock().instant());
    }

    /**
     * {@return a builder of a question about now}
     *
     * @param record a record of the person
     * @param purpose what for
     */
    public ConsentQuery.Builder ask(RecordId record, PurposeId purpose) {
        return ConsentQuery.about(record.text(), purpose, people.clock().instant());
    }

    /**
     * {@return what a purpose may see of a profile now; empty with its reason if it may see nothing}
     *
     * @param profile whose data
     * @param purpose what for
     */
    public ProfileView view(ProfileId profile, PurposeId purpose) {
        return view(ask(profile, purpose).build());
    }

    /**
     * {@return what may be seen of a profile by the answer to a question; empty with its reason if nothing}
     *
     * @param query the question; a channel shows only the contact points that may be used on it
     */
    public ProfileView view(ConsentQuery query) {
        return timed("consent.view", work -> {
            Answers answers = answers(work);
            ViewMaker maker = new ViewMaker(purposes(), people.schema(), answers::decide);
            Optional<Profile> profile =
                    answers.subjects().profileOf(query.subject()).flatMap(id -> people.profile(id, work));
            return profile.map(found -> maker.view(found, query))
                    .orElseGet(() -> maker.nothing(new ProfileId(query.subject()), answers.decide(query)));
        });
    }

    /**
     * Asks whether attributes may be disclosed to the recipient of a question, and writes it down if they may.
     *
     * @param query the question; it names a recipient
     * @param attributes the names of the attributes
     * @return the decision; a refusal leaves no entry
     * @throws IllegalArgumentException if the question names no recipient
     */
    public Decision disclose(ConsentQuery query, Set<String> attributes) {
        RecipientId recipient =
                query.recipient().orElseThrow(() -> new IllegalArgumentException("`recipient` must be given"));
        return people.write(work -> {
            Answers answers = answers(work);
            Decision decision = answers.decide(query);
            if (decision.permitted()) {
                DisclosureLog.in(work)
                        .append(Disclosed.of(
                                answers.subjects().records(query.subject()),
                                recipient,
                                query.purpose(),
                                attributes,
                                query.effectiveAt()));
            }
            return decision;
        });
    }

    /**
     * {@return what was disclosed of a profile}
     *
     * @param profile whose data
     */
    public List<Disclosed> disclosures(ProfileId profile) {
        return people.read(work -> DisclosureLog.in(work).of(people.members(profile, work)));
    }

    /**
     * {@return those of some profiles whose data may be used for a purpose now, in the order given}
     *
     * @param profiles the profiles
     * @param purpose what for
     */
    public Set<ProfileId> permitted(Collection<ProfileId> profiles, PurposeId purpose) {
        return plain.permitted(profiles, purpose);
    }

    /**
     * Records who holds parental responsibility for whom; agreements of a guardian that are recorded afterwards rest on it.
     *
     * @param relation the relation; the same one with an earlier end shortens it
     */
    public void record(Guardianship relation) {
        people.write(work -> {
            ConsentLedger.in(work).record(relation);
            return relation;
        });
    }

    /**
     * {@return the events of the records of a profile, in code-point order of their ids}
     *
     * @param profile whose
     */
    public List<ConsentEvent> events(ProfileId profile) {
        return people.read(work ->
                ConsentLedger.in(work).history(people.members(profile, work)).events());
    }

    /**
     * {@return where a person stands now with each topic at each address that the events name}
     *
     * @param profile whose
     */
    public List<Subscription> subscriptions(ProfileId profile) {
        return people.read(work -> new Subscriptions(engine)
                .of(
                        ConsentLedger.in(work).history(people.members(profile, work)),
                        people.clock().instant(),
                        answers(work)::suppressed));
    }

    /**
     * Gives positions to events that have none yet, so that questions about the past have a fixed answer. Call it
     * regularly.
     *
     * @return how many events got one
     */
    public int seal() {
        return recording.seal();
    }

    /**
     * Puts a contact point on the suppression list: no decision permits its use, whatever else is said.
     *
     * @param contactPoint the canonical text of an address or number
     * @param reason a code of the host, without personal data
     * @return whether it was new
     * @throws IllegalStateException if no secret was given for the list
     */
    public boolean suppress(String contactPoint, String reason) {
        TombstoneKey key = suppressionKey;
        if (key == null) {
            throw new IllegalStateException("a suppression list needs a secret: see `suppression` of the builder");
        }
        return people.write(work -> SuppressionList.in(work, key)
                .add(contactPoint, reason, people.clock().instant()));
    }

    Answers answers(UnitOfWork work) {
        return new Answers(engine, people, suppressionKey, work);
    }

    private <R> R timed(String name, Function<? super UnitOfWork, R> work) {
        long start = System.nanoTime();
        R result = people.read(work);
        people.metrics().duration(name, Duration.ofNanos(System.nanoTime() - start));
        return result;
    }
}
