package dev.cdm.consent.compiled;

import dev.cdm.consent.compiled.Node.Algebra;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.PolicyEngine;
import dev.cdm.consent.purpose.Purpose;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Purposes and packs as tables of numbers, for plain answers without memory: the reason that {@link PolicyEngine#decide}
 * gives, and nothing else. Thread-safe.
 *
 * <pre>{@code
 * CompiledPolicy policy = new CompiledPolicy(engine);
 * Question question = policy.question(query);
 * CompiledSubject subject = policy.subject(history, query.zone());
 * Reason reason = policy.answer(question, subject, now);
 * }</pre>
 *
 * <p>It evaluates by itself and asks the engine only about people with an event outside of the years 1686 to 2254.
 * Suppression lists it does not know: whoever names a contact point looks there after a permission.
 */
public final class CompiledPolicy {

    /** Stands for: everything is known. */
    public static final long ALL_KNOWN = Long.MAX_VALUE;

    private final PolicyEngine engine;
    private final Tables tables;
    private final ThreadLocal<Evaluation> evaluations;

    /**
     * Compiles what an engine was built with.
     *
     * @param engine the engine
     */
    public CompiledPolicy(PolicyEngine engine) {
        this.engine = engine;
        this.tables = new Tables(engine.purposes(), engine.packs());
        this.evaluations = ThreadLocal.withInitial(() -> new Evaluation(tables));
    }

    /** {@return the engine that gives the whole decision} */
    public PolicyEngine engine() {
        return engine;
    }

    /**
     * {@return a question worked through the packs}
     *
     * @param query the question; its id, subject and times do not matter
     */
    public Question question(ConsentQuery query) {
        Purpose purpose = engine.purposes()
                .find(query.purpose())
                .orElseGet(() -> Purpose.builder(query.purpose().text(), "-").build());
        return new Question(query, engine.refusal(query).orElse(null), purpose, tables, engine);
    }

    /**
     * {@return the events of one person as columns}
     *
     * @param history the events of the person's record ids
     * @param zone the person's time zone, in which periods are counted
     */
    public CompiledSubject subject(ConsentHistory history, ZoneId zone) {
        return new Folding(tables, engine.notices(), zone).fold(history);
    }

    /**
     * {@return why the use is permitted or refused}
     *
     * @param question the question
     * @param subject the person's events
     * @param at the time of the use
     */
    public Reason answer(Question question, CompiledSubject subject, Instant at) {
        return answer(question, subject, at, ALL_KNOWN);
    }

    /**
     * {@return why the use is permitted or refused, by what was known at a position of the log}
     *
     * @param question the question
     * @param subject the person's events, with their places
     * @param at the time of the use
     * @param knownAt the position, from 0, or {@link #ALL_KNOWN}
     * @throws IllegalArgumentException if the subject was compiled for another time zone
     */
    public Reason answer(Question question, CompiledSubject subject, Instant at, long knownAt) {
        if (!subject.fits(question)) {
            throw new IllegalArgumentException("`subject` must be compiled for the question's time zone");
        }
        if (question.refusal != null) {
            return question.refusal;
        }
        if (subject.form.erased) {
            return Reason.ERASED;
        }
        @Nullable ConsentHistory untold = subject.form.untold;
        Reason reason =
                untold == null ? compiled(question, subject, at, knownAt) : byEngine(question, untold, at, knownAt);
        return question.capReached && reason.permits() ? Reason.FREQUENCY_CAP : reason;
    }

    /**
     * {@return why the use is permitted or refused, for a person who is asked about once} Cheaper than to compile what other
     * questions need.
     *
     * @param question the question
     * @param history the events of the person's record ids
     * @param at the time of the use
     * @param knownAt the position of the log, from 0, or {@link #ALL_KNOWN}
     */
    public Reason answer(Question question, ConsentHistory history, Instant at, long knownAt) {
        Folding folding = new Folding(tables, engine.notices(), question.zone);
        return answer(question, folding.fold(history, question.aboveNumbers, knownAt), at);
    }

    private Reason compiled(Question question, CompiledSubject subject, Instant at, long knownAt) {
        long time = Algebra.nanos(at);
        Plan plan = time == Algebra.UNTOLD ? question.planOutside(at) : question.plan(time);
        return subject.speaksOf(question)
                ? evaluations.get().answer(question, plan, subject, Algebra.bounded(at), knownAt)
                : plan.silence();
    }

    /** From a time on, until when an answer stays the same if nothing is recorded: the time itself if that is not known. */
    long constantUntil(Question question, CompiledSubject subject, Instant at) {
        long time = Algebra.nanos(at);
        if (question.refusal != null || subject.form.erased) {
            return Algebra.NEVER;
        }
        if (time == Algebra.UNTOLD || subject.form.untold != null) {
            return Algebra.UNTOLD;
        }
        return Math.min(question.plan(time).to(), subject.nextChange(question, time));
    }

    private Reason byEngine(Question question, ConsentHistory history, Instant at, long knownAt) {
        ConsentQuery query = question.query.toBuilder().effectiveAt(at).build();
        ConsentHistory known = knownAt == ALL_KNOWN ? history : history.knownAt(knownAt);
        return engine.decide(query, known).reason();
    }

    /** How the rows are laid out and what lies beside them; people with plain events of one zone share it. */
    static final class Form {

        final ZoneId zone;
        final int stride;
        final boolean plain;
        final int more;
        final int periods;
        boolean erased;
        int ignored;

        @Nullable
        ConsentHistory untold;

        String[] contacts = {};
        String[] controllers = {};
        long[][] covers = {};
        int[][] supersedes = {};

        private Form(ZoneId zone, boolean plain, int more, int periods) {
            this.zone = zone;
            this.plain = plain;
            this.more = more;
            this.periods = periods;
            this.stride = plain ? more : more + CompiledSubject.PERIODS + periods;
        }

        static Form plain(ZoneId zone, int columns) {
            return new Form(zone, true, columns, 0);
        }

        static Form full(ZoneId zone, int columns, int periods) {
            return new Form(zone, false, columns, periods);
        }
    }
}
