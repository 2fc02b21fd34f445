package dev.cdm.consent.ledger;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Assurance;
import dev.cdm.consent.ledger.ConsentEvent.Evidence;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import dev.cdm.consent.ledger.ConsentEvent.Scope;
import dev.cdm.consent.purpose.Channel;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a consent event; not thread-safe. A time is needed, everything else has a default. */
public final class ConsentEventBuilder {

    final EventKind kind;
    final RecordId subject;
    String id = "";
    Assurance assurance = Assurance.LOW;

    @Nullable
    LegalBasis basis;

    ImmutableSet<String> supersedes = ImmutableSet.of();

    @Nullable
    Instant expires;

    private final PurposeId purpose;
    private ImmutableSet<PurposeId> covers = ImmutableSet.of();
    private ImmutableSet<String> categories = ImmutableSet.of();
    private @Nullable Channel channel;
    private String contactPoint = "";
    private String controller = "";
    private String regime = "";
    private String notice = "";
    private String locale = "";
    private Method method = Method.AFFIRMATIVE;
    private Actor actor = Actor.SELF;
    private String hash = "";
    private @Nullable Instant asserted;
    private @Nullable Instant received;
    private @Nullable String source;
    private long seq = EventTime.NO_SEQ;
    private Duration tolerance = Duration.ZERO;
    private boolean trustworthy;

    ConsentEventBuilder(EventKind kind, RecordId subject, PurposeId purpose) {
        this.kind = kind;
        this.subject = subject;
        this.purpose = purpose;
    }

    ConsentEventBuilder like(ConsentEvent event) {
        Scope scope = event.scope();
        Evidence evidence = event.evidence();
        EventTime time = event.time();
        this.assurance = event.assurance();
        this.channel = scope.channel();
        this.asserted = time.asserted();
        this.received = time.received();
        return covering(scope.covers())
                .categories(scope.categories())
                .contactPoint(scope.contactPoint())
                .controller(scope.controller())
                .regime(scope.regime())
                .notice(evidence.notice())
                .locale(evidence.locale())
                .method(evidence.method())
                .actor(evidence.actor())
                .evidence(evidence.hash())
                .source(time.source())
                .clock(time.tolerance(), time.trustworthy());
    }

    /**
     * {@return this builder, with an id; the default is a hash of the content}
     *
     * @param text the id, at most 500 characters
     */
    public ConsentEventBuilder id(String text) {
        this.id = Checks.notBlank(text, "id");
        return this;
    }

    /**
     * {@return this builder, with the time at which it happened, by the source's clock; the default is when it was
     * received}
     *
     * @param time the time
     */
    public ConsentEventBuilder at(Instant time) {
        this.asserted = time;
        return this;
    }

    /**
     * {@return this builder, with the time at which we got it, by our clock; the default is when it happened}
     *
     * @param time the time
     */
    public ConsentEventBuilder received(Instant time) {
        this.received = time;
        return this;
    }

    /**
     * {@return this builder, with the source; the default is the system of the record id}
     *
     * @param system the id of the source
     */
    public ConsentEventBuilder source(String system) {
        this.source = system;
        return this;
    }

    /**
     * {@return this builder, with the source's own sequence number; by default it gives none}
     *
     * @param number the number, from 0
     */
    public ConsentEventBuilder seq(long number) {
        this.seq = number;
        return this;
    }

    /**
     * {@return this builder, with what is known of the source's clock; by default it is right, and events come at once}
     *
     * @param error by how much the clock may be wrong either way
     * @param batch whether events come late in batches with times that are right
     */
    public ConsentEventBuilder clock(Duration error, boolean batch) {
        this.tolerance = error;
        this.trustworthy = batch;
        return this;
    }

    /**
     * {@return this builder, with the identity assurance; the default is low}
     *
     * @param level the level
     */
    public ConsentEventBuilder assurance(Assurance level) {
        this.assurance = level;
        return this;
    }

    /**
     * {@return this builder, with the ground that starts, ends or is upheld}
     *
     * @param ground the ground
     */
    public ConsentEventBuilder basis(LegalBasis ground) {
        this.basis = ground;
        return this;
    }

    /**
     * {@return this builder, with further purposes that the notice named; the default is none}
     *
     * @param named the purposes
     */
    public ConsentEventBuilder covering(Collection<PurposeId> named) {
        this.covers = ImmutableSet.copyOf(named);
        return this;
    }

    /**
     * {@return this builder, with the data categories; the default is all that need not be named}
     *
     * @param named the names of the categories
     */
    public ConsentEventBuilder categories(Collection<String> named) {
        this.categories = ImmutableSet.copyOf(named);
        return this;
    }

    /**
     * {@return this builder, with the channel; the default is all}
     *
     * @param way the channel
     */
    public ConsentEventBuilder channel(Channel way) {
        this.channel = way;
        return this;
    }

    /**
     * {@return this builder, with the one address or number it is about; the default is the person}
     *
     * @param address the canonical text of the address or number
     */
    public ConsentEventBuilder contactPoint(String address) {
        this.contactPoint = address;
        return this;
    }

    /**
     * {@return this builder, with the controller that it permits or forbids to use the data; by default it permits the
     * host, or forbids everybody}
     *
     * @param name a name that is the same in all events
     */
    public ConsentEventBuilder controller(String name) {
        this.controller = name;
        return this;
    }

    /**
     * {@return this builder, with the law under which it was made; the default is none in particular}
     *
     * @param name the name of a regime
     */
    public ConsentEventBuilder regime(String name) {
        this.regime = name;
        return this;
    }

    /**
     * {@return this builder, with the notice shown; the default is none}
     *
     * @param nameAndVersion as in {@code privacy@7}
     */
    public ConsentEventBuilder notice(String nameAndVersion) {
        this.notice = nameAndVersion;
        return this;
    }

    /**
     * {@return this builder, with the language of the text shown}
     *
     * @param tag a BCP 47 tag
     */
    public ConsentEventBuilder locale(String tag) {
        this.locale = tag;
        return this;
    }

    /**
     * {@return this builder, with how it was expressed; the default is a clear affirmative act}
     *
     * @param way how
     */
    public ConsentEventBuilder method(Method way) {
        this.method = way;
        return this;
    }

    /**
     * {@return this builder, with who acted; the default is the person}
     *
     * @param who the one who acted
     */
    public ConsentEventBuilder actor(Actor who) {
        this.actor = who;
        return this;
    }

    /**
     * {@return this builder, with the proof}
     *
     * @param proof a hash of the proof, or the id of an assessment or contract
     */
    public ConsentEventBuilder evidence(String proof) {
        this.hash = proof;
        return this;
    }

    /**
     * {@return this builder, with the ids of events that it knowingly replaces}
     *
     * @param ids the ids
     */
    public ConsentEventBuilder supersedes(Collection<String> ids) {
        this.supersedes = ImmutableSet.copyOf(ids);
        return this;
    }

    /**
     * {@return this builder, with a fixed end, exclusive; the default is the period of the purpose}
     *
     * @param end when it ends
     */
    public ConsentEventBuilder expires(Instant end) {
        this.expires = end;
        return this;
    }

    /**
     * {@return the event, received at a time unless another was given}
     *
     * @param now the time by our clock
     * @throws IllegalArgumentException if it permits every purpose, or if a ground is missing or does not belong
     */
    public ConsentEvent buildAt(Instant now) {
        return received == null ? received(now).build() : build();
    }

    /**
     * {@return the event}
     *
     * @throws IllegalArgumentException if it has no time, if it permits every purpose, or if a ground is missing or
     *     does not belong
     */
    public ConsentEvent build() {
        Instant happened = asserted != null ? asserted : received;
        if (happened == null) {
            throw new IllegalArgumentException("`at` must be given");
        }
        EventTime time = new EventTime(
                happened,
                received != null ? received : happened,
                source != null ? source : subject.system(),
                seq,
                tolerance,
                trustworthy);
        Scope scope = new Scope(purpose, covers, categories, channel, contactPoint, controller, regime);
        return new ConsentEvent(this, scope, new Evidence(notice, locale, method, actor, hash), time);
    }
}
