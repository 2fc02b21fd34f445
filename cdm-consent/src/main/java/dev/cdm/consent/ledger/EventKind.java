package dev.cdm.consent.ledger;

/** What happened: the closed set of consent events. */
public enum EventKind {
    /** The person was asked; nothing is permitted yet. */
    REQUESTED(Effect.NOTE),
    /** The person agreed. */
    GIVEN(Effect.GRANT),
    /** The person confirmed an earlier agreement, as by the link in a mail. */
    CONFIRMED(Effect.GRANT),
    /** The person said no when asked. */
    REFUSED(Effect.DENIAL),
    /** The person took an agreement back: GDPR Art. 7(3). */
    WITHDRAWN(Effect.DENIAL),
    /** The person objected: GDPR Art. 21. */
    OBJECTED(Effect.DENIAL),
    /** The person had the use restricted: GDPR Art. 18. */
    RESTRICTED(Effect.DENIAL),
    /** An agreement ran out before its time, or its end was recorded. */
    EXPIRED(Effect.DENIAL),
    /** An agreement was found to be void. */
    INVALIDATED(Effect.DENIAL),
    /** The person renewed an agreement; a new period starts. */
    RENEWED(Effect.GRANT),
    /** The person opted out of a use that needs no agreement, or a device signalled it. */
    OPT_OUT(Effect.DENIAL),
    /** The person opted in to a use that an opt-out had ended. */
    OPT_IN(Effect.GRANT),
    /** A ground other than consent came into being. */
    LEGAL_GROUND_STARTED(Effect.GROUND),
    /** A ground other than consent ceased. */
    LEGAL_GROUND_ENDED(Effect.GROUND),
    /** A restriction was lifted after the person was told: GDPR Art. 18(3). */
    RESTRICTION_LIFTED(Effect.NOTE),
    /** Compelling grounds against an objection were shown and documented: GDPR Art. 21(1). */
    OVERRIDE_RECORDED(Effect.NOTE);

    /** What an event of a kind does. */
    public enum Effect {
        /** It permits, within its scope. */
        GRANT,
        /** It forbids, within its scope and below. */
        DENIAL,
        /** It starts or ends a ground other than consent. */
        GROUND,
        /** It neither permits nor forbids by itself. */
        NOTE
    }

    private final Effect effect;

    EventKind(Effect effect) {
        this.effect = effect;
    }

    /** {@return what an event of this kind does} */
    public Effect effect() {
        return effect;
    }

    /** {@return whether it permits} */
    public boolean grants() {
        return effect == Effect.GRANT;
    }

    /** {@return whether it forbids} */
    public boolean denies() {
        return effect == Effect.DENIAL;
    }
}
