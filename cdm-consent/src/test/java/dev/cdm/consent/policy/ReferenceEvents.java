package dev.cdm.consent.policy;

import static dev.cdm.consent.policy.ReferenceAnswer.no;
import static dev.cdm.consent.policy.ReferenceAnswer.yes;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.purpose.Channel;
import dev.cdm.consent.purpose.DataClass;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.PurposeClass;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.PurposeId;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the events of one person say to one question, by plain loops over all of them: the half of the reference. */
final class ReferenceEvents {

    private static final Set<Method> ACTS = Set.of(Method.AFFIRMATIVE, Method.EXPLICIT, Method.WRITTEN);
    private static final Set<Actor> ANYBODY = Set.of(Actor.SELF, Actor.GUARDIAN, Actor.AGENT);
    private static final PurposeId EVERY = ConsentEvent.EVERY_PURPOSE;

    private final Purposes purposes;
    private final String host;
    private final ConsentQuery query;
    private final Purpose purpose;
    private final Instant at;
    private final Set<String> asked = new HashSet<>();
    private final List<ConsentEvent> events = new ArrayList<>();
    private final List<ConsentEvent> denials = new ArrayList<>();

    ReferenceEvents(Purposes purposes, String host, ConsentQuery query, List<ConsentEvent> all) {
        this.purposes = purposes;
        this.host = host;
        this.query = query;
        this.purpose = purposes.find(query.purpose()).orElseThrow();
        this.at = query.effectiveAt();
        asked.addAll(query.categories());
        if (asked.isEmpty()) {
            purpose.categories().stream().filter(this::special).forEach(asked::add);
        }
        for (ConsentEvent event : all) {
            if (above(event.scope().purpose(), query.purpose())) {
                events.add(event);
            }
        }
        for (ConsentEvent event : events) {
            if (standing(event)) {
                denials.add(event);
            }
        }
    }

    /* ---- consent ---- */

    /** A consent in these ways, by these people. */
    record Wanted(
            Set<Method> methods,
            Set<Actor> actors,
            @Nullable Period validity,
            Set<String> regimes,
            boolean twoSteps) {

        static Wanted plain(Set<String> regimes) {
            return new Wanted(ACTS, ANYBODY, null, regimes, false);
        }
    }

    ReferenceAnswer consent(Wanted wanted) {
        List<ConsentEvent> good = new ArrayList<>();
        for (ConsentEvent event : events) {
            if (event.kind().grants() && lacks(event, wanted) == null && liftsAll(event)) {
                good.add(event);
            }
        }
        Instant end = good.isEmpty() ? null : covered(query.purpose(), good, wanted);
        return end == null ? no(whyNot(wanted)) : yes(Reason.CONSENT, end);
    }

    /* What forbids before what a grant lacks; without either nobody was asked, or did not answer. */
    private Reason whyNot(Wanted wanted) {
        if (!denials.isEmpty()) {
            return refusal(denials);
        }
        boolean requested = events.stream().anyMatch(event -> event.kind() == EventKind.REQUESTED);
        Reason why = requested ? Reason.PENDING_CONFIRMATION : Reason.NO_LEGAL_GROUND;
        for (ConsentEvent event : events) {
            if (event.kind().grants()) {
                Reason lack = lacks(event, wanted);
                why = ReferenceAnswer.first(why, lack == null ? Reason.NOT_COVERED : lack);
            }
        }
        return why;
    }

    private @Nullable Reason lacks(ConsentEvent event, Wanted wanted) {
        String regime = event.scope().regime().toLowerCase(Locale.ROOT);
        boolean regimeCounts =
                regime.isEmpty() || wanted.regimes().isEmpty() || wanted.regimes().contains(regime);
        boolean confirmed = event.kind() == EventKind.CONFIRMED || event.kind() == EventKind.RENEWED;
        if (!reaches(event) || !regimeCounts) {
            return Reason.NOT_COVERED;
        }
        if (!wanted.actors().contains(event.evidence().actor())) {
            return Reason.GUARDIAN_REQUIRED;
        }
        if (!wanted.methods().contains(event.evidence().method())) {
            return ACTS.contains(event.evidence().method())
                    ? Reason.EXPLICIT_CONSENT_REQUIRED
                    : Reason.NOT_AN_AGREEMENT;
        }
        if (!confirmed && (purpose.doubleOptIn() || wanted.twoSteps())) {
            return Reason.PENDING_CONFIRMATION;
        }
        if (starts(event).isAfter(at)) {
            return Reason.NOT_YET_EFFECTIVE;
        }
        return at.isBefore(end(event, wanted.validity())) ? null : Reason.EXPIRED;
    }

    private Instant end(ConsentEvent grant, @Nullable Period validity) {
        Instant end = grant.expires().orElse(Instant.MAX);
        for (Period period : new Period[] {validity, purpose.validity().orElse(null)}) {
            if (period != null) {
                Instant own = starts(grant).atZone(query.zone()).plus(period).toInstant();
                end = own.isBefore(end) ? own : end;
            }
        }
        return end;
    }

    /* A grant for the purpose itself, or on every path upward one whose notice named it. Null if neither. */
    private @Nullable Instant covered(PurposeId id, List<ConsentEvent> grants, Wanted wanted) {
        Instant longest = null;
        for (ConsentEvent grant : grants) {
            if (grant.scope().purpose().equals(id)) {
                longest = later(longest, end(grant, wanted.validity()));
            }
        }
        return longest != null ? longest : coveredAbove(id, grants, wanted);
    }

    private @Nullable Instant coveredAbove(PurposeId node, List<ConsentEvent> grants, Wanted wanted) {
        Instant shortest = null;
        for (PurposeId parent : purposes.parents(node)) {
            Instant own = null;
            for (ConsentEvent grant : grants) {
                if (grant.scope().purpose().equals(parent)
                        && grant.scope().covers().contains(query.purpose())) {
                    own = later(own, end(grant, wanted.validity()));
                }
            }
            own = own != null ? own : coveredAbove(parent, grants, wanted);
            if (own == null) {
                return null;
            }
            shortest = shortest == null || own.isBefore(shortest) ? own : shortest;
        }
        return shortest;
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    private boolean reaches(ConsentEvent event) {
        Set<String> named = event.scope().categories();
        boolean data = named.isEmpty()
                ? asked.stream().noneMatch(this::special)
                : !asked.isEmpty() && named.containsAll(asked);
        Channel channel = event.scope().channel();
        return data
                && serves(event)
                && (channel == null || query.channel().filter(channel::equals).isPresent())
                && (event.scope().contactPoint().isEmpty()
                        || event.scope().contactPoint().equals(query.contactPoint()));
    }

    private boolean special(String category) {
        DataClass kind = purposes.categories().classOf(category).orElse(DataClass.SPECIAL);
        return kind == DataClass.SPECIAL || kind == DataClass.CRIMINAL;
    }

    /* ---- controllers: a name, the host's name, or nobody knows ---- */

    private boolean serves(ConsentEvent event) {
        String named = event.scope().controller();
        if (!query.controller().isEmpty() || !host.isEmpty()) {
            return (named.isEmpty() ? host : named)
                    .equals(query.controller().isEmpty() ? host : query.controller());
        }
        return named.isEmpty()
                || events.stream()
                        .filter(other -> other.kind().grants() || other.kind() == EventKind.LEGAL_GROUND_STARTED)
                        .allMatch(other -> other.scope().controller().isEmpty()
                                || other.scope().controller().equals(named));
    }

    private boolean sameController(ConsentEvent event, ConsentEvent denial) {
        String own = event.scope().controller();
        String bound = denial.scope().controller();
        return bound.isEmpty() || bound.equals(own.isEmpty() ? host : own);
    }

    /* ---- denials ---- */

    private boolean liftsAll(ConsentEvent grant) {
        return denials.stream().allMatch(denial -> lifts(grant, denial));
    }

    private boolean standing(ConsentEvent denial) {
        if (!denial.kind().denies() || !touches(denial) || begins(denial).isAfter(at)) {
            return false;
        }
        if (denial.kind() != EventKind.RESTRICTED) {
            return true;
        }
        boolean lifted = events.stream()
                .anyMatch(lift -> lift.kind() == EventKind.RESTRICTION_LIFTED
                        && above(lift.scope().purpose(), denial.scope().purpose())
                        && !starts(lift).isAfter(at)
                        && serves(lift)
                        && sameController(lift, denial)
                        && later(lift, denial));
        return !lifted && !purpose.classes().contains(PurposeClass.STORAGE);
    }

    private boolean touches(ConsentEvent denial) {
        Channel channel = denial.scope().channel();
        String address = denial.scope().contactPoint();
        String controller = denial.scope().controller();
        boolean reached = address.isEmpty()
                || address.equals(query.contactPoint())
                || (query.contactPoint().isEmpty() && query.channel().isPresent());
        boolean data = denial.scope().categories().isEmpty()
                || query.categories().isEmpty()
                || query.categories().stream()
                        .flatMap(category -> purposes.categories().upward(category).stream())
                        .anyMatch(denial.scope().categories()::contains);
        boolean binds = controller.isEmpty()
                || (query.controller().isEmpty()
                        ? host.isEmpty() || host.equals(controller)
                        : query.controller().equals(controller));
        return binds
                && (channel == null
                        || query.channel().isEmpty()
                        || query.channel().get() == channel)
                && reached
                && data;
    }

    /** The same, above, or everything. */
    private boolean above(PurposeId upper, PurposeId lower) {
        return upper.equals(EVERY)
                || upper.equals(lower)
                || purposes.parents(lower).stream().anyMatch(parent -> above(upper, parent));
    }

    private boolean lifts(ConsentEvent grant, ConsentEvent denial) {
        if (grant.assurance().compareTo(denial.assurance()) < 0 || !sameController(grant, denial)) {
            return false;
        }
        boolean named = grant.supersedes().contains(denial.id());
        boolean upper = !denial.scope().purpose().equals(grant.scope().purpose())
                && above(denial.scope().purpose(), grant.scope().purpose());
        return upper ? named && certainlyLater(grant, denial) : named || certainlyLater(grant, denial);
    }

    /* Of denials those that nothing lifted count first; an objection under restriction is still examined. */
    private Reason refusal(List<ConsentEvent> against) {
        List<ConsentEvent> open = new ArrayList<>(against);
        open.removeIf(this::lifted);
        Set<EventKind> kinds = new HashSet<>();
        (open.isEmpty() ? against : open).forEach(denial -> kinds.add(denial.kind()));
        if (kinds.contains(EventKind.RESTRICTED) && kinds.contains(EventKind.OBJECTED) && !marketing()) {
            return Reason.RESTRICTED_PENDING;
        }
        return kinds.stream().map(ReferenceEvents::code).reduce(ReferenceAnswer::first).orElseThrow();
    }

    private static Reason code(EventKind kind) {
        return kind == EventKind.OPT_OUT ? Reason.OPTED_OUT : Reason.valueOf(kind.name());
    }

    private boolean marketing() {
        return purpose.classes().stream().anyMatch(PurposeClass::marketing);
    }

    private List<ConsentEvent> optOuts() {
        List<ConsentEvent> out = new ArrayList<>(denials);
        out.removeIf(denial -> denial.kind() == EventKind.EXPIRED || denial.kind() == EventKind.INVALIDATED);
        return out;
    }

    ReferenceAnswer neverOptedOut() {
        List<ConsentEvent> out = optOuts();
        return out.isEmpty() ? yes(Reason.NOT_OPTED_OUT, Instant.MAX) : no(refusal(out));
    }

    ReferenceAnswer notOptedOut() {
        ReferenceAnswer never = neverOptedOut();
        ReferenceAnswer consent = never.isYes() ? never : consent(Wanted.plain(Set.of()));
        return consent.isYes() ? consent : never;
    }

    private boolean lifted(ConsentEvent denial) {
        return events.stream()
                .anyMatch(grant -> grant.kind().grants()
                        && grant.scope().purpose().equals(query.purpose())
                        && lacks(grant, Wanted.plain(Set.of())) == null
                        && lifts(grant, denial));
    }

    /* ---- recorded grounds ---- */

    ReferenceAnswer ground(LegalBasis basis) {
        ReferenceAnswer best = no(Reason.NO_LEGAL_GROUND);
        for (ConsentEvent event : events) {
            if (event.kind() == EventKind.LEGAL_GROUND_STARTED
                    && event.basis().filter(basis::equals).isPresent()) {
                best = best.either(started(event, basis));
            }
        }
        return best;
    }

    private ReferenceAnswer started(ConsentEvent start, LegalBasis basis) {
        boolean balanced = basis == LegalBasis.LEGITIMATE_INTEREST;
        if (!reaches(start)) {
            return no(Reason.NOT_COVERED);
        }
        if (balanced && start.evidence().hash().isEmpty()) {
            return no(Reason.ASSESSMENT_MISSING);
        }
        if (balanced && start.evidence().notice().isEmpty()) {
            return no(Reason.NOTICE_MISSING);
        }
        if (starts(start).isAfter(at)) {
            return no(Reason.NOT_YET_EFFECTIVE);
        }
        Instant until = start.expires().orElse(Instant.MAX);
        if (!at.isBefore(until)) {
            return no(Reason.EXPIRED);
        }
        if (events.stream().anyMatch(end -> ends(end, start, basis))) {
            return no(Reason.NO_LEGAL_GROUND);
        }
        List<ConsentEvent> against = new ArrayList<>(denials);
        against.removeIf(denial -> !binds(denial, start, basis));
        if (!against.isEmpty()) {
            return no(refusal(against));
        }
        return names(start, query.purpose()) ? yes(Reason.GROUND, until) : no(Reason.NOT_COVERED);
    }

    private boolean names(ConsentEvent start, PurposeId node) {
        Set<PurposeId> parents = purposes.parents(node);
        return start.scope().purpose().equals(query.purpose())
                || (!parents.isEmpty()
                        && parents.stream()
                                .allMatch(parent ->
                                        (start.scope().purpose().equals(parent)
                                                        && start.scope().covers().contains(query.purpose()))
                                                || names(start, parent)));
    }

    private boolean ends(ConsentEvent end, ConsentEvent start, LegalBasis basis) {
        return end.kind() == EventKind.LEGAL_GROUND_ENDED
                && end.basis().filter(basis::equals).isPresent()
                && touches(end)
                && !begins(end).isAfter(at)
                && !later(start, end);
    }

    private boolean binds(ConsentEvent denial, ConsentEvent start, LegalBasis basis) {
        if (lifted(denial)) {
            return false;
        }
        boolean interest = basis == LegalBasis.LEGITIMATE_INTEREST || basis == LegalBasis.RECOGNISED_INTEREST;
        boolean own =
                start.subject().equals(denial.subject()) || start.supersedes().contains(denial.id());
        boolean restarted = own
                && sameController(start, denial)
                && later(start, denial)
                && !start.evidence().notice().isEmpty();
        return switch (denial.kind()) {
            case RESTRICTED ->
                basis != LegalBasis.LEGAL_CLAIMS
                        && basis != LegalBasis.VITAL_INTEREST
                        && basis != LegalBasis.SUBSTANTIAL_PUBLIC_INTEREST;
            case OBJECTED -> (interest || basis == LegalBasis.PUBLIC_TASK) && !overridden(denial, basis);
            case OPT_OUT -> interest;
            default -> interest && !restarted;
        };
    }

    private boolean overridden(ConsentEvent objection, LegalBasis basis) {
        return !marketing()
                && events.stream()
                        .anyMatch(event -> event.kind() == EventKind.OVERRIDE_RECORDED
                                && !starts(event).isAfter(at)
                                && serves(event)
                                && sameController(event, objection)
                                && later(event, objection)
                                && (event.basis().isEmpty() || event.basis().get() == basis));
    }

    /* ---- clocks: s asserted, r received, t tolerance ---- */

    private static boolean later(ConsentEvent first, ConsentEvent second) {
        return certainlyLater(first, second) || first.supersedes().contains(second.id());
    }

    private static boolean certainlyLater(ConsentEvent first, ConsentEvent second) {
        Instant earliest = begins(first).minus(first.time().tolerance());
        Instant latest = second.time().received();
        Instant claimed = second.time().asserted().plus(second.time().tolerance());
        if (second.time().trustworthy() && claimed.isBefore(latest)) {
            latest = claimed;
        }
        boolean oneSource = !first.time().source().isEmpty()
                && first.time().source().equals(second.time().source());
        boolean sequence = oneSource
                && first.time().seq() >= 0
                && second.time().seq() >= 0
                && first.time().seq() > second.time().seq();
        return earliest.isAfter(latest) || sequence;
    }

    /** A denial acts from min(s, r) on. */
    private static Instant begins(ConsentEvent event) {
        Instant s = event.time().asserted();
        Instant r = event.time().received();
        return s.isBefore(r) ? s : r;
    }

    /** A grant acts from max(s, r - t) on. */
    private static Instant starts(ConsentEvent event) {
        Duration t = event.time().tolerance();
        Instant s = event.time().asserted();
        Instant r = event.time().received().minus(t);
        return s.isAfter(r) ? s : r;
    }
}
