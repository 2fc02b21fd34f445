package dev.cdm.consent.compiled;

import dev.cdm.consent.ledger.EventKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The events of one person that speak of one question at one time, sorted by what they do. Denials are those that stand.
 * Kept by a thread and used again; it remembers nothing between two answers.
 */
final class Matter {

    final Tables tables;
    final Picked grants = new Picked();
    final Picked denials = new Picked();
    final Picked starts = new Picked();
    final Picked ends = new Picked();
    final Picked overrides = new Picked();
    boolean requested;
    long at;
    private final Picked lifts = new Picked();
    private boolean restricted;
    private @Nullable String named;
    private boolean several;
    private @Nullable Question question;
    private @Nullable CompiledSubject subject;

    Matter(Tables tables) {
        this.tables = tables;
    }

    Question question() {
        return of(question);
    }

    CompiledSubject subject() {
        return of(subject);
    }

    private static <T> T of(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("no question was taken up");
        }
        return part;
    }

    /** Takes up a question over the events known at a position. */
    void take(Question about, CompiledSubject person, long time, long known) {
        clear();
        question = about;
        subject = person;
        at = time;
        int[] ranges = person.ranges;
        if (ranges == null) {
            sort(about, person, 0, person.size, known);
        } else {
            for (int purpose : about.aboveList) {
                sort(about, person, ranges[purpose], ranges[purpose + 1], known);
            }
        }
        if (restricted) {
            liftRestrictions(person);
        }
    }

    private void sort(Question about, CompiledSubject person, int from, int to, long known) {
        for (int i = from; i < to; i++) {
            long scope = person.scope(i);
            if (about.speaksOf(Scope.purpose(scope)) && (known == Long.MAX_VALUE || person.position(i) <= known)) {
                sort(about, person, i, Scope.kind(scope));
            }
        }
    }

    /** Lets go of question and person. */
    void release() {
        question = null;
        subject = null;
    }

    private void clear() {
        requested = false;
        restricted = false;
        named = null;
        several = false;
        grants.clear();
        denials.clear();
        starts.clear();
        ends.clear();
        overrides.clear();
        lifts.clear();
    }

    private void sort(Question about, CompiledSubject person, int event, EventKind kind) {
        switch (Scope.effect(kind)) {
            case Scope.GRANT -> addPermission(grants, person, event);
            case Scope.START -> addPermission(starts, person, event);
            case Scope.END -> addIf(ends, event, touches(about, person, event));
            case Scope.OVERRIDE -> addIf(overrides, event, begun(person, event));
            case Scope.LIFT -> addIf(lifts, event, begun(person, event));
            case Scope.REQUEST -> requested = true;
            default -> addIf(denials, event, stands(about, person, event, kind));
        }
    }

    private void addPermission(Picked list, CompiledSubject person, int event) {
        list.add(event);
        if ((person.scope(event) & Scope.CONTROLLER) != 0) {
            String own = person.controller(event);
            several |= named != null && !named.equals(own);
            named = own;
        }
    }

    /** Whether what permits was given to the controller asked about. */
    boolean served(int event) {
        return question().servedBy(subject(), event, several);
    }

    /** Whether a grant or ground reaches as far as the question in everything but the purpose. */
    boolean reached(int event) {
        return served(event) && question().reachedBy(subject(), event);
    }

    /** Whether what permits was given to the controller that a denial binds. */
    boolean sameController(int event, int denial) {
        return question().sameController(subject(), event, denial);
    }

    /* A restriction binds every use but storage: GDPR Art. 18(2). Whether it was lifted is seen when all are sorted. */
    private boolean stands(Question about, CompiledSubject person, int event, EventKind kind) {
        boolean restricts = kind == EventKind.RESTRICTED;
        if ((restricts && about.storage) || !touches(about, person, event)) {
            return false;
        }
        restricted |= restricts;
        return true;
    }

    private static void addIf(Picked list, int event, boolean condition) {
        if (condition) {
            list.add(event);
        }
    }

    private boolean begun(CompiledSubject person, int event) {
        return person.column(CompiledSubject.GRANT_FROM, event) <= at;
    }

    private boolean touches(Question about, CompiledSubject person, int event) {
        return person.column(CompiledSubject.DENIAL_FROM, event) <= at && about.touchedBy(person, event);
    }

    private void liftRestrictions(CompiledSubject person) {
        int kept = 0;
        for (int i = 0; i < denials.size(); i++) {
            int denial = denials.get(i);
            boolean restricts = Scope.kind(person.scope(denial)) == EventKind.RESTRICTED;
            if (!restricts || !lifted(person, denial)) {
                denials.set(kept++, denial);
            }
        }
        denials.cutTo(kept);
    }

    private boolean lifted(CompiledSubject person, int restriction) {
        int own = Scope.purpose(person.scope(restriction));
        for (int i = 0; i < lifts.size(); i++) {
            int purpose = Scope.purpose(person.scope(lifts.get(i)));
            if ((purpose == own || tables.strictlyAbove(purpose, own)) && person.follows(lifts.get(i), restriction)
                    && served(lifts.get(i))
                    && sameController(lifts.get(i), restriction)) {
                return true;
            }
        }
        return false;
    }

    /** Numbers of events, in a list that grows and is used again. */
    static final class Picked {

        private int[] numbers = new int[16];
        private int size;

        void clear() {
            size = 0;
        }

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = number;
        }

        void set(int place, int number) {
            numbers[place] = number;
        }

        void cutTo(int shorter) {
            size = shorter;
        }

        int get(int place) {
            return numbers[place];
        }

        int size() {
            return size;
        }

        boolean isEmpty() {
            return size == 0;
        }
    }
}
