package dev.cdm.consent.compiled;

import com.google.common.collect.ImmutableList;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Pack.Otherwise;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.pack.Rule;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What remains of the packs for one question in a stretch of time in which no day, rule or age changes anything.
 *
 * @param from when it starts
 * @param to when it ends, exclusive
 * @param readings what each pack that applies asks of the events
 * @param ground what is needed besides, or null
 * @param silence the answer where no event speaks of the question
 */
record Plan(
        long from,
        long to,
        ImmutableList<Reading> readings,
        @Nullable Node ground,
        Reason silence) {

    boolean covers(long at) {
        return at >= from && at < to;
    }

    static Plan of(Question question, Tables tables, List<Pack> packs, Instant at, long from, long to) {
        List<Pack> apply = packs.stream()
                .filter(pack -> applies(pack, question.query, packs))
                .toList();
        ImmutableList<Reading> readings = apply.stream()
                .map(pack -> new Maker(question.query, question.purpose, tables, pack, at).reading())
                .collect(ImmutableList.toImmutableList());
        boolean lawless = apply.stream().allMatch(pack -> pack.otherwise() == Otherwise.ABSTAINS)
                || uncovered(question.query.region(), packs);
        Node ground = lawless ? tables.ground(question.purpose.bases()) : null;
        Plan plan = new Plan(from, to, readings, ground, Reason.NOT_EVALUABLE);
        Reason silence = new Evaluation(tables).answer(question, plan, CompiledSubject.SILENT, 0, Long.MAX_VALUE);
        return new Plan(from, to, readings, ground, silence);
    }

    /* Where the person lives is unknown, or no pack of law knows it: all packs. */
    private static boolean applies(Pack pack, ConsentQuery query, List<Pack> packs) {
        return query.region().isEmpty()
                || uncovered(query.region(), packs)
                || pack.concerns(query.region())
                || (!query.establishment().isEmpty() && pack.concerns(query.establishment()));
    }

    private static boolean uncovered(String region, List<Pack> packs) {
        return !region.isEmpty()
                && packs.stream().noneMatch(pack -> pack.otherwise() != Otherwise.ABSTAINS && pack.concerns(region));
    }

    /**
     * What one pack asks of the events.
     *
     * @param clauses the rules that apply or may apply
     * @param stance what counts where none of them permits, or null
     */
    record Reading(ImmutableList<Clause> clauses, @Nullable Node stance) {}

    /**
     * A rule.
     *
     * @param exclusion the condition with its parts, or null if it certainly is not excluded
     * @param when to what it applies
     * @param need what must hold
     * @param permits whether it permits
     * @param exceptions the rules that stand in for it
     */
    record Clause(@Nullable Node exclusion, Node when, Node need, boolean permits, ImmutableList<Clause> exceptions) {}

    /** Makes the reading of one pack. */
    private static final class Maker {

        private final Situation situation;
        private final ConsentQuery query;
        private final Set<LegalBasis> bases;
        private final Pack pack;
        private final LocalDate day;

        Maker(ConsentQuery query, Purpose purpose, Tables tables, Pack pack, Instant at) {
            this.situation = new Situation(query, purpose, tables, pack, at);
            this.query = query;
            this.bases = purpose.bases();
            this.pack = pack;
            this.day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        }

        Reading reading() {
            List<Clause> clauses = new ArrayList<>();
            for (Rule rule : pack.rules()) {
                if (!rule.exception() && rule.inForce(day)) {
                    Node when = situation.node(rule.when());
                    if (Exclusion.of(when) != Exclusion.CERTAIN) {
                        clauses.add(clause(rule, when));
                    }
                }
            }
            return new Reading(ImmutableList.copyOf(clauses), stance());
        }

        private Clause clause(Rule rule, Node when) {
            ImmutableList<Clause> exceptions = pack.rules().stream()
                    .filter(other -> other.lifts().contains(rule.id()) && other.inForce(day))
                    .map(other -> clause(other, situation.node(other.when())))
                    .filter(other -> !other.when().isConstant() || other.when().permits())
                    .collect(ImmutableList.toImmutableList());
            return new Clause(
                    Exclusion.of(when) == Exclusion.NONE ? null : when,
                    when.folded(),
                    need(rule),
                    rule.permits(),
                    exceptions);
        }

        private Node need(Rule rule) {
            Node own = situation.node(rule.needs());
            boolean unmet = rule.obligations().stream().anyMatch(query.facts().unmet()::contains);
            return unmet
                    ? Node.parts(Node.Op.ALL, List.of(own, Node.deny(Reason.OBLIGATION_NOT_MET)))
                            .folded()
                    : own.folded();
        }

        private @Nullable Node stance() {
            return switch (pack.otherwise()) {
                case NEEDS_GROUND -> situation.grounds(bases);
                case ALLOWS -> Node.NOT_OPTED_OUT;
                case ABSTAINS -> null;
            };
        }
    }

    /** Whether a condition certainly does not hold, as far as can be said before the events are known. */
    enum Exclusion {
        CERTAIN,
        OPEN,
        NONE;

        static Exclusion of(Node node) {
            return switch (node.op) {
                case CONSTANT -> !node.permits() && node.reason != Reason.MISSING_FACT ? CERTAIN : NONE;
                case ALL -> parts(node, CERTAIN, NONE);
                case ANY -> parts(node, NONE, CERTAIN);
                default -> OPEN;
            };
        }

        /* One part that decides does; else all must agree on the other. */
        private static Exclusion parts(Node node, Exclusion decides, Exclusion agreed) {
            Exclusion result = agreed;
            for (Node part : node.parts) {
                Exclusion own = of(part);
                if (own == decides) {
                    return decides;
                }
                result = own == agreed ? result : OPEN;
            }
            return result;
        }
    }
}
