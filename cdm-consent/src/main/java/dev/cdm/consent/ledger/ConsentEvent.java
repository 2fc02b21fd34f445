package dev.cdm.consent.ledger;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.purpose.Channel;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something a person permitted, refused or withdrew, or a ground that the controller recorded, with its evidence.
 * Immutable.
 *
 * <pre>{@code
 * ConsentEvent.given(shop.record("c-88"), MARKETING)
 *         .at(signedUp)
 *         .notice("privacy@7")
 *         .evidence("sha256:9f…")
 *         .build();
 * }</pre>
 *
 * <p>The id is a hash of the content unless one is given, so that the same row read again is the same event.
 */
public final class ConsentEvent {

    /** Stands for every purpose; only what forbids may name it. */
    public static final PurposeId EVERY_PURPOSE = new PurposeId("*");

    private final String id;
    private final EventKind kind;
    private final RecordId subject;
    private final Assurance assurance;
    private final @Nullable LegalBasis basis;
    private final Scope scope;
    private final Evidence evidence;
    private final EventTime time;
    private final ImmutableSet<String> supersedes;
    private final @Nullable Instant expires;

    ConsentEvent(ConsentEventBuilder builder, Scope scope, Evidence evidence, EventTime time) {
        this.kind = builder.kind;
        this.subject = builder.subject;
        this.assurance = builder.assurance;
        this.basis = builder.basis;
        this.scope = scope;
        this.evidence = evidence;
        this.time = time;
        this.supersedes = builder.supersedes;
        this.expires = builder.expires;
        Checks.require(
                kind.denies()
                        || kind == EventKind.RESTRICTION_LIFTED
                        || !scope.purpose().equals(EVERY_PURPOSE),
                "purpose",
                "must name one purpose unless the event forbids",
                kind);
        Checks.require(
                basisFits(), "basis", "must name a ground other than consent exactly when one starts or ends", kind);
        this.id = builder.id.isEmpty() ? EventHash.of(this) : builder.id;
        Checks.require(
                !id.isBlank() && id.length() <= 500 && CodePoints.storable(id),
                "id",
                "must be storable text of 1 to 500 characters");
    }

    private boolean basisFits() {
        return switch (kind) {
            case LEGAL_GROUND_STARTED, LEGAL_GROUND_ENDED -> basis != null && basis != LegalBasis.CONSENT;
            case OVERRIDE_RECORDED -> basis != LegalBasis.CONSENT;
            default -> basis == null;
        };
    }

    /**
     * {@return a builder of an agreement}
     *
     * @param subject whose
     * @param purpose what for
     */
    public static ConsentEventBuilder given(RecordId subject, PurposeId purpose) {
        return of(EventKind.GIVEN, subject, purpose);
    }

    /**
     * {@return a builder of a refusal}
     *
     * @param subject whose
     * @param purpose what for
     */
    public static ConsentEventBuilder refused(RecordId subject, PurposeId purpose) {
        return of(EventKind.REFUSED, subject, purpose);
    }

    /**
     * {@return a builder of a withdrawal}
     *
     * @param subject whose
     * @param purpose what for, or {@link #EVERY_PURPOSE}
     */
    public static ConsentEventBuilder withdrawn(RecordId subject, PurposeId purpose) {
        return of(EventKind.WITHDRAWN, subject, purpose);
    }

    /**
     * {@return a builder of a record that a ground other than consent started}
     *
     * @param subject whose data
     * @param purpose what for
     * @param basis the ground
     */
    public static ConsentEventBuilder groundStarted(RecordId subject, PurposeId purpose, LegalBasis basis) {
        return of(EventKind.LEGAL_GROUND_STARTED, subject, purpose).basis(basis);
    }

    /**
     * {@return a builder of an event of any kind}
     *
     * @param kind what happened
     * @param subject to whom
     * @param purpose what for; {@link #EVERY_PURPOSE} if the event forbids everything
     */
    public static ConsentEventBuilder of(EventKind kind, RecordId subject, PurposeId purpose) {
        return new ConsentEventBuilder(kind, subject, purpose);
    }

    /** {@return the id} */
    public String id() {
        return id;
    }

    /** {@return what happened} */
    public EventKind kind() {
        return kind;
    }

    /** {@return whose event it is} */
    public RecordId subject() {
        return subject;
    }

    /** {@return how sure it is that the person, and nobody else, acted; the default is low} */
    public Assurance assurance() {
        return assurance;
    }

    /** {@return the ground that started, ended or was upheld, if the event is about one} */
    public Optional<LegalBasis> basis() {
        return Optional.ofNullable(basis);
    }

    /** {@return what it is about} */
    public Scope scope() {
        return scope;
    }

    /** {@return how it is proved} */
    public Evidence evidence() {
        return evidence;
    }

    /** {@return when it happened} */
    public EventTime time() {
        return time;
    }

    /** {@return the ids of events that it knowingly replaces} */
    public Set<String> supersedes() {
        return supersedes;
    }

    /** {@return when it ends by itself, exclusive; a fixed end overrides the period of the purpose if it is earlier} */
    public Optional<Instant> expires() {
        return Optional.ofNullable(expires);
    }

    /**
     * {@return a builder of another event of the same subject with the same scope, evidence and clock}
     *
     * @param other what happened
     */
    public ConsentEventBuilder toBuilder(EventKind other) {
        return new ConsentEventBuilder(other, subject, scope.purpose()).like(this);
    }

    /**
     * {@return this event, covering further purposes, with the same id}
     *
     * @param named the purposes that the notice named
     */
    public ConsentEvent covering(Collection<PurposeId> named) {
        ConsentEventBuilder builder =
                toBuilder(kind).id(id).seq(time.seq()).supersedes(supersedes).covering(named);
        expires().ifPresent(builder::expires);
        return builder.build();
    }

    /* This event, by somebody whose responsibility nothing proves. */
    ConsentEvent byClaimedGuardian() {
        ConsentEventBuilder builder =
                toBuilder(kind).id(id).seq(time.seq()).supersedes(supersedes).actor(Actor.CLAIMED_GUARDIAN);
        expires().ifPresent(builder::expires);
        return builder.build();
    }

    /**
     * {@return whether this certainly happened after another event, or knowingly replaces it}
     *
     * @param other the other event
     */
    public boolean follows(ConsentEvent other) {
        return time.certainlyAfter(other.time) || supersedes.contains(other.id);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConsentEvent that
                && id.equals(that.id)
                && kind == that.kind
                && subject.equals(that.subject)
                && assurance == that.assurance
                && basis == that.basis
                && scope.equals(that.scope)
                && evidence.equals(that.evidence)
                && time.equals(that.time)
                && supersedes.equals(that.supersedes)
                && Objects.equals(expires, that.expires);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@return kind, purpose and id: no contact point, no evidence} */
    @Override
    public String toString() {
        return "ConsentEvent[" + kind + " " + scope.purpose() + " " + id + "]";
    }

    /** How sure it is that the person acted, in rising order: the levels of Regulation (EU) 910/2014 Art. 8, and none. */
    public enum Assurance {
        /** Nobody checked: a device, a form without a link to follow. */
        NONE,
        /** A claim with some support, such as a confirmed address. */
        LOW,
        /** A login with a second factor, or equally strong. */
        SUBSTANTIAL,
        /** Proved in person or by an official means of identification. */
        HIGH
    }

    /** Who acted. */
    public enum Actor {
        /** The person. */
        SELF,
        /** A holder of parental responsibility. */
        GUARDIAN,
        /** An agent with authority. */
        AGENT,
        /** Somebody who said to be a holder of parental responsibility, of whom no record told so; it counts for nobody. */
        CLAIMED_GUARDIAN
    }

    /** How the person expressed it. */
    public enum Method {
        /** A clear affirmative act. */
        AFFIRMATIVE,
        /** An express statement about exactly this. */
        EXPLICIT,
        /** An express statement in writing, signed on paper or electronically. */
        WRITTEN,
        /** Concluded from conduct. */
        IMPLIED,
        /** A box that was ticked beforehand. */
        PRE_TICKED,
        /** Nothing was said. */
        SILENCE,
        /** Folded into other terms. */
        BUNDLED,
        /** Demanded as a condition of something that does not need it. */
        CONDITIONAL
    }

    /**
     * What an event is about. The contact point is personal and stays out of {@code toString}.
     *
     * @param purpose the purpose, or {@link ConsentEvent#EVERY_PURPOSE}
     * @param covers further purposes below it that the notice named, frozen when the event was made
     * @param categories names of data categories; empty for all that need not be named
     * @param channel the channel, or null for all
     * @param contactPoint the one address or number it is about, or empty for the person
     * @param controller whom it permits or forbids to use the data; empty if it permits the host, or forbids everybody
     * @param regime the law under which it was made, or empty
     */
    public record Scope(
            PurposeId purpose,
            Set<PurposeId> covers,
            Set<String> categories,
            @Nullable Channel channel,
            String contactPoint,
            String controller,
            String regime) {

        /** Copies the sets. */
        public Scope {
            covers = ImmutableSet.copyOf(covers);
            categories = ImmutableSet.copyOf(categories);
        }

        @Override
        public String toString() {
            return "Scope[" + purpose + "]";
        }
    }

    /**
     * How an event is proved.
     *
     * @param notice name and version of the notice shown, as in {@code privacy@7}, or empty
     * @param locale the language of the text shown, as a BCP 47 tag, or empty
     * @param method how it was expressed
     * @param actor who acted
     * @param hash the hash of the proof, or the id of an assessment or contract; empty if there is none
     */
    public record Evidence(String notice, String locale, Method method, Actor actor, String hash) {}
}
