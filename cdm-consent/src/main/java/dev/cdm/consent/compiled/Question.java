package dev.cdm.consent.compiled;

import dev.cdm.consent.compiled.Node.Algebra;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.PolicyEngine;
import dev.cdm.consent.purpose.Channel;
import dev.cdm.consent.purpose.DataClass;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.PurposeClass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A question without the person and the time, worked through the packs by {@link CompiledPolicy#question}. Thread-safe.
 *
 * <p>Keep it and ask it of many people: the packs are worked through once for each stretch of time in which nothing
 * changes. That is a day if the question tells a date of birth, a relation or a look at a register, and else the time
 * between two changes of a rule.
 */
public final class Question {

    private static final int KEPT = 64;

    final ConsentQuery query;
    final @Nullable Reason refusal;
    final Purpose purpose;
    final int number;
    final long[] above;
    final int[] aboveList;
    final long glance;
    final long[] asked;
    final long[] askedUpward;
    final boolean mustBeNamed;
    final boolean namesData;
    final boolean storage;
    final boolean marketing;
    final boolean capReached;
    final ZoneId zone;
    final int validity;
    final String host;
    final String controller;
    private final boolean forHost;
    private final @Nullable Channel channel;
    private final String contactPoint;
    private final boolean anyData;
    private final Tables tables;
    private final List<Pack> packs;
    private final AtomicReferenceArray<@Nullable Plan> plans = new AtomicReferenceArray<>(KEPT);

    /* Whatever a thread sees here is a whole plan, perhaps not the last one. */
    private @Nullable Plan latest;

    Question(ConsentQuery query, @Nullable Reason refusal, Purpose purpose, Tables tables, PolicyEngine engine) {
        this.query = query;
        this.refusal = refusal;
        this.purpose = purpose;
        this.tables = tables;
        this.packs = engine.packs();
        this.host = engine.controller();
        this.controller = query.controller().isEmpty() ? host : query.controller();
        this.forHost = controller.equals(host);
        this.channel = query.channel().orElse(null);
        this.contactPoint = query.contactPoint();
        this.anyData = query.categories().isEmpty();
        this.number = tables.purpose(purpose.id());
        this.above = number < 0 ? new long[0] : tables.above[number];
        this.aboveList = IntStream.rangeClosed(0, tables.every)
                .filter(other -> Tables.has(above, other))
                .toArray();
        this.glance = IntStream.of(aboveList).mapToLong(other -> 1L << other).reduce(0, (one, other) -> one | other);
        Collection<String> names = query.categories().isEmpty()
                ? purpose.categories().stream().filter(this::special).toList()
                : query.categories();
        this.asked = tables.categories(names);
        this.askedUpward = tables.categoriesUpward(names);
        this.mustBeNamed = names.stream().anyMatch(this::special);
        this.namesData = !names.isEmpty();
        this.storage = purpose.classes().contains(PurposeClass.STORAGE);
        this.capReached = query.facts().capReached();
        this.zone = query.zone();
        this.marketing = purpose.marketing();
        this.validity = tables.period(purpose.validity().orElse(null));
    }

    private boolean special(String category) {
        return tables.register
                .categories()
                .classOf(category)
                .map(DataClass::mustBeNamed)
                .orElse(true);
    }

    /** {@return the purpose asked about} */
    public Purpose purpose() {
        return purpose;
    }

    boolean speaksOf(int eventPurpose) {
        return Tables.has(above, eventPurpose);
    }

    /** The plan for a time; made anew when the time leaves those that are kept. */
    Plan plan(long at) {
        @Nullable Plan last = latest;
        if (last != null && last.covers(at)) {
            return last;
        }
        Plan found = keptPlan(at);
        latest = found;
        return found;
    }

    private Plan keptPlan(long at) {
        int slot = (int) Math.floorMod(Math.floorDiv(at, Algebra.DAY), (long) KEPT);
        @Nullable Plan kept = plans.get(slot);
        if (kept != null && kept.covers(at)) {
            return kept;
        }
        Plan fresh = make(at);
        plans.set(slot, fresh);
        return fresh;
    }

    /** The plan for a time that a long cannot tell. */
    Plan planOutside(Instant at) {
        return Plan.of(this, tables, packs, at, 0, 0);
    }

    private Plan make(long at) {
        Instant instant = Instant.ofEpochSecond(0, at);
        if (packs.isEmpty()) {
            return Plan.of(this, tables, packs, instant, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        TreeSet<Instant> changes = new TreeSet<>();
        tables.days.forEach(day -> changes(day, zone, changes));
        if (changesDaily()) {
            LocalDate today = LocalDate.ofInstant(instant, zone);
            changes(today, zone, changes);
            changes(today.plusDays(1), zone, changes);
        }
        @Nullable Instant before = changes.floor(instant);
        @Nullable Instant after = changes.higher(instant);
        long from = before == null ? Long.MIN_VALUE : Algebra.bounded(before);
        long to = after == null ? Long.MAX_VALUE : Algebra.bounded(after);
        return Plan.of(this, tables, packs, instant, from, to);
    }

    private boolean changesDaily() {
        return query.birthDate().isPresent()
                || !query.facts().relations().isEmpty()
                || query.facts().registerAsked().isPresent();
    }

    private static void changes(LocalDate day, ZoneId zone, Set<Instant> changes) {
        changes.add(day.atStartOfDay(zone).toInstant());
        changes.add(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Whether an event about some purpose, channel, address and categories is about what is asked. */
    boolean touchedBy(CompiledSubject subject, int event) {
        long scope = subject.scope(event);
        return (channel == null || Scope.onChannel(scope, channel))
                && ((scope & Scope.CONTACT) == 0 || touchesContact(subject.contact(event)))
                && ((scope & Scope.CONTROLLER) == 0
                        || controller.isEmpty()
                        || subject.controller(event).equals(controller))
                && ((scope & Scope.CATEGORIES) == 0 || touchesCategories(subject, event));
    }

    private boolean touchesContact(String contact) {
        return contact.equals(contactPoint) || (contactPoint.isEmpty() && channel != null);
    }

    private boolean touchesCategories(CompiledSubject subject, int event) {
        if (anyData) {
            return true;
        }
        for (int word = 0; word < askedUpward.length; word++) {
            if ((subject.column(CompiledSubject.CATEGORIES + word, event) & askedUpward[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether what permits was given to the controller asked about; {@code several} if such events name different ones. */
    boolean servedBy(CompiledSubject subject, int event, boolean several) {
        if ((subject.scope(event) & Scope.CONTROLLER) == 0) {
            return forHost;
        }
        return controller.isEmpty() ? !several : subject.controller(event).equals(controller);
    }

    /** Whether what permits was given to the controller that a denial binds. */
    boolean sameController(CompiledSubject subject, int event, int denial) {
        if ((subject.scope(denial) & Scope.CONTROLLER) == 0) {
            return true;
        }
        boolean named = (subject.scope(event) & Scope.CONTROLLER) != 0;
        return subject.controller(denial).equals(named ? subject.controller(event) : host);
    }

    /** Whether a grant or ground reaches as far as the question in everything but purpose and controller. */
    boolean reachedBy(CompiledSubject subject, int event) {
        long scope = subject.scope(event);
        return Scope.onChannel(scope, channel)
                && ((scope & Scope.CONTACT) == 0 || subject.contact(event).equals(contactPoint))
                && ((scope & Scope.CATEGORIES) == 0 ? !mustBeNamed : coversCategories(subject, event));
    }

    private boolean coversCategories(CompiledSubject subject, int event) {
        for (int word = 0; word < asked.length; word++) {
            if ((asked[word] & ~subject.column(CompiledSubject.CATEGORIES + word, event)) != 0) {
                return false;
            }
        }
        return namesData;
    }

    @Override
    public String toString() {
        return "Question[" + purpose.id() + "]";
    }
}
