package dev.cdm.consent.compiled;

import dev.cdm.consent.compiled.Node.Algebra;
import dev.cdm.consent.compiled.Scope.Need;
import dev.cdm.consent.pack.Condition;
import dev.cdm.consent.pack.Condition.RelationIs;
import dev.cdm.consent.pack.Fact;
import dev.cdm.consent.pack.Facts;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.purpose.DataClass;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works a question through the conditions of one pack on one day. What only the events can tell stays open. */
final class Situation {

    private static final int GROWN_UP = 18;

    private final ConsentQuery query;
    private final Purpose purpose;
    private final Tables tables;
    private final Pack pack;
    private final LocalDate today;
    private final int age;
    private final Set<DataClass> data = EnumSet.noneOf(DataClass.class);

    Situation(ConsentQuery query, Purpose purpose, Tables tables, Pack pack, Instant at) {
        this.query = query;
        this.purpose = purpose;
        this.tables = tables;
        this.pack = pack;
        this.today = LocalDate.ofInstant(at, query.zone());
        this.age = age();
        Set<String> named = query.categories().isEmpty() ? purpose.categories() : query.categories();
        named.forEach(name -> tables.register.categories().classOf(name).ifPresent(data::add));
        if (data.isEmpty()) {
            data.add(DataClass.ORDINARY);
        }
    }

    private int age() {
        @Nullable LocalDate born = query.birthDate().orElse(null);
        if (born != null) {
            return Math.max(0, Period.between(born, today).getYears());
        }
        return Boolean.TRUE.equals(query.facts().flags().get(Fact.CHILD_DIRECTED)) ? 0 : GROWN_UP;
    }

    /** A condition with its parts as they stand. */
    Node node(Condition condition) {
        if (condition instanceof Condition.All all) {
            return Node.parts(Node.Op.ALL, all.parts().stream().map(this::node).toList());
        }
        if (condition instanceof Condition.Any any) {
            return Node.parts(Node.Op.ANY, any.parts().stream().map(this::node).toList());
        }
        @Nullable Node node = events(condition);
        node = node == null ? use(condition) : node;
        node = node == null ? person(condition) : node;
        node = node == null ? fact(condition, query.facts()) : node;
        return node == null ? Node.deny(Reason.NOT_EVALUABLE) : node;
    }

    /** Any of some grounds. */
    Node grounds(Set<LegalBasis> bases) {
        return grounds(bases, tables.regimes(pack.regimes()));
    }

    static Node grounds(Set<LegalBasis> bases, long[] regimes) {
        List<Node> parts = bases.stream().map(basis -> ground(basis, regimes)).toList();
        return Node.parts(Node.Op.ANY, parts).folded();
    }

    private static Node ground(LegalBasis basis, long[] regimes) {
        return basis == LegalBasis.CONSENT ? Node.consent(Need.plain(regimes)) : Node.recorded(basis);
    }

    private @Nullable Node events(Condition condition) {
        if (condition instanceof Condition.Consent consent) {
            return Node.consent(new Need(
                    Need.bits(consent.methods()),
                    Need.bits(consent.actors()),
                    tables.period(consent.validity()),
                    tables.regimes(pack.regimes()),
                    consent.twoSteps()));
        }
        if (condition instanceof Condition.Recorded recorded
                && !recorded.bases().isEmpty()) {
            long[] regimes = tables.regimes(pack.regimes());
            return Node.parts(
                            Node.Op.ANY,
                            recorded.bases().stream()
                                    .map(basis ->
                                            basis.forUse() && !purpose.bases().contains(basis)
                                                    ? Node.deny(Reason.NO_LEGAL_GROUND)
                                                    : ground(basis, regimes))
                                    .toList())
                    .folded();
        }
        if (condition instanceof Condition.NotOptedOut) {
            return Node.NOT_OPTED_OUT;
        }
        return condition instanceof Condition.NeverOptedOut ? Node.NEVER_OPTED_OUT : null;
    }

    private @Nullable Node use(Condition condition) {
        if (condition instanceof Condition.Never never) {
            return Node.deny(never.byHost() ? Reason.HOST_FORBIDS : Reason.FORBIDDEN);
        }
        if (condition instanceof Condition.NoSignal) {
            return query.optOutSignal() ? Node.deny(Reason.OPTED_OUT) : Node.HOLDS;
        }
        if (condition instanceof Condition.PurposeIs is) {
            return met(purpose.classes().stream().anyMatch(is.classes()::contains));
        }
        if (condition instanceof Condition.RestsOnlyOn only) {
            return met(only.bases().containsAll(purpose.bases()));
        }
        if (condition instanceof Condition.DataIs is) {
            return met(data.stream().anyMatch(is.classes()::contains));
        }
        if (condition instanceof Condition.OnlyData only) {
            return met(only.classes().containsAll(data));
        }
        if (condition instanceof Condition.ChannelIs is) {
            return query.channel().map(own -> met(is.channels().contains(own))).orElse(missing());
        }
        return null;
    }

    private @Nullable Node person(Condition condition) {
        if (condition instanceof Condition.RegionIs is) {
            String own = query.region();
            if (!own.isEmpty() && is.regions().stream().anyMatch(code -> Pack.within(own, code))) {
                return Node.HOLDS;
            }
            boolean open = own.isEmpty() || is.regions().stream().anyMatch(code -> Pack.within(code, own));
            return open ? missing() : met(false);
        }
        if (condition instanceof Condition.AgeIs is) {
            return met(age >= is.from() && age < is.below());
        }
        if (condition instanceof Condition.BelowConsentAge) {
            return met(age < pack.ageOfConsent(query.region(), today));
        }
        return null;
    }

    private @Nullable Node fact(Condition condition, Facts facts) {
        if (condition instanceof Condition.FactIs is) {
            return flag(is.fact(), is.stated());
        }
        if (condition instanceof RelationIs is) {
            return facts.relations().isEmpty() ? missing() : relation(is);
        }
        if (condition instanceof Condition.LineIs is) {
            return facts.line().map(own -> met(is.lines().contains(own))).orElse(missing());
        }
        if (condition instanceof Condition.RegisterClear clear) {
            return facts.registerAsked()
                    .map(asked -> register(asked, clear.days()))
                    .orElse(missing());
        }
        if (condition instanceof Condition.LocalTimeIs is) {
            return facts.localTime().map(own -> met(between(own, is))).orElse(missing());
        }
        return null;
    }

    private static boolean between(LocalTime own, Condition.LocalTimeIs bounds) {
        return !own.isBefore(bounds.from()) && own.isBefore(bounds.to());
    }

    private Node flag(Fact fact, boolean stated) {
        @Nullable Boolean given = query.facts().flags().get(fact);
        return given == null ? missing() : met(given == stated);
    }

    /* The relation that counts longest. */
    private Node relation(RelationIs is) {
        long until = Algebra.UNTOLD;
        for (Map.Entry<Condition.Relation, LocalDate> entry :
                query.facts().relations().entrySet()) {
            LocalDate last = entry.getValue();
            boolean counts = is.relations().contains(entry.getKey())
                    && !last.isAfter(today)
                    && (is.since() == null || !last.isBefore(is.since()));
            if (counts && is.within() == null) {
                until = Algebra.NEVER;
            } else if (counts && last.plus(is.within()).isAfter(today)) {
                until = Math.max(until, start(last.plus(is.within())));
            }
        }
        return until == Algebra.UNTOLD ? met(false) : Node.constant(Reason.PERMITTED_BY_RULE, until);
    }

    private Node register(LocalDate asked, int days) {
        LocalDate end = asked.plusDays(days + 1L);
        Node fresh = !asked.isAfter(today) && end.isAfter(today)
                ? Node.constant(Reason.PERMITTED_BY_RULE, start(end))
                : met(false);
        return Node.parts(Node.Op.ALL, List.of(fresh, flag(Fact.ON_REGISTER, false)))
                .folded();
    }

    private long start(LocalDate day) {
        long nanos = Algebra.nanos(day.atStartOfDay(query.zone()).toInstant());
        return nanos == Algebra.UNTOLD ? Algebra.NEVER - 1 : nanos;
    }

    private static Node met(boolean holds) {
        return holds ? Node.HOLDS : Node.deny(Reason.CONDITION_NOT_MET);
    }

    private static Node missing() {
        return Node.deny(Reason.MISSING_FACT);
    }
}
