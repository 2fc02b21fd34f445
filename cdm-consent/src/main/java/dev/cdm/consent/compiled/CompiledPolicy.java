package dev.cdm.consent.compiled;

import dev.cdm.consent.compiled.Node.Algebra;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.PolicyEngine;
import dev.cdm.consent.purpose.Purpose;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;

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
    private final long[] every;
    private final ThreadLocal<Evaluation> evaluations;

    /**
     * Compiles what an engine was built with.
     *
     * @param engine the engine
     */
    public CompiledPolicy(PolicyEngine engine) {
        this.engine = engine;
        this.tables = new Tables(engine.purposes(), engine.packs());
        this.every = new long[tables.purposeWords];
        Arrays.fill(every, -1);
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
        return new Folding(tables, engine.notices(), zone).fold(history, every, null);
    }

    /**
     * {@return those events of one person that can matter to one question, as columns} Cheaper for a long history that is
     * asked about once.
     *
     * @param history the events of the person's record ids
     * @param question the question; other questions must not be asked of the result
     */
    public CompiledSubject subject(ConsentHistory history, Question question) {
        return new Folding(tables, engine.notices(), question.query.zone()).fold(history, question.above, question);
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
     * @throws IllegalArgumentException if the subject was compiled for another question or time zone
     */
    public Reason answer(Question question, CompiledSubject subject, Instant at, long knownAt) {
        if (!subject.fits(question)) {
            throw new IllegalArgumentException("`subject` must be compiled for the question's time zone");
        }
        if (question.refusal != null) {
            return question.refusal;
        }
        if (subject.erased) {
            return Reason.ERASED;
        }
        Reason reason = subject.untold == null
                ? compiled(question, subject, at, knownAt)
                : byEngine(question, subject.untold, at, knownAt);
        return question.capReached && reason.permits() ? Reason.FREQUENCY_CAP : reason;
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
        if (question.refusal != null || subject.erased) {
            return Algebra.NEVER;
        }
        if (time == Algebra.UNTOLD || subject.untold != null) {
            return Algebra.UNTOLD;
        }
        return Math.min(question.plan(time).to(), subject.nextChange(question, time));
    }

    private Reason byEngine(Question question, ConsentHistory history, Instant at, long knownAt) {
        ConsentQuery query = question.query.toBuilder().effectiveAt(at).build();
        ConsentHistory known = knownAt == ALL_KNOWN ? history : history.knownAt(knownAt);
        return engine.decide(query, known).reason();
    }
}
