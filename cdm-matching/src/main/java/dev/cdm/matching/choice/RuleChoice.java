package dev.cdm.matching.choice;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.blocking.BlockingRule;
import dev.cdm.matching.blocking.RuleBlocking;
import dev.cdm.matching.blocking.RuleCount;
import dev.cdm.matching.blocking.RuleSearch;
import dev.cdm.matching.choice.RuleOffers.Offer;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Blocking rules chosen for a table under a budget of pairs, and an estimate of the share of matches that they find.
 * Immutable and safe for any thread.
 *
 * <p>Rules are made of the columns by what they mean: equal values, beginnings and ends, sounds, parts of dates, all of
 * these in pairs of two columns, likeness and neighbourhood. What a rule costs is counted before any pair is made. The model
 * of people joins the records without labels; its pairs stand for the matches that rules should find, and rules are taken
 * one by one for how many of them they add at what price. What the model misses or joins wrongly makes the interval of the
 * estimate, together with the matches that neither it nor any rule found, after A. Chao, Estimating the population size for
 * capture-recapture data with unequal catchability (Biometrics 43, 1987).
 */
public final class RuleChoice {

    /** How many rules are taken at most. */
    public static final int MOST_RULES = 12;

    private final ImmutableList<Step> steps;
    private final int likelyMatches;

    private RuleChoice(List<Step> steps, int likelyMatches) {
        this.steps = ImmutableList.copyOf(steps);
        this.likelyMatches = likelyMatches;
    }

    /**
     * A rule that was chosen.
     *
     * @param rule the rule
     * @param pairs how many pairs it finds that no earlier rule finds
     * @param cumulativePairs how many pairs it and the earlier rules find
     * @param cumulativeRecall the estimated share of matches that it and the earlier rules find
     */
    public record Step(BlockingRule rule, long pairs, long cumulativePairs, RecallEstimate cumulativeRecall) {}

    /**
     * {@return rules for the records of one table}
     *
     * @param table the records
     * @param roles what the columns mean, by name; other columns are not used
     * @param budget how many pairs the rules may find together, at least 1
     * @param workers who does the work; it does not change the result
     * @throws IllegalArgumentException if a column with a role is missing, or if no column has one
     */
    public static RuleChoice of(Table table, Map<String, Role> roles, long budget, Workers workers) {
        Checks.require(budget >= 1, "budget", "must be at least 1", budget);
        return of(table, roles, LikelyMatches.of(table, roles, workers), budget, workers);
    }

    static RuleChoice of(Table table, Map<String, Role> roles, LikelyMatches matches, long budget, Workers workers) {
        List<Offer> offers = new RuleOffers(table, matches, budget).of(roles, workers);
        GreedyChoice greedy = new GreedyChoice(offers, MOST_RULES);
        List<Offer> chosen = List.of();
        List<RuleCount> counts = List.of();
        boolean more = true;
        /* Rules find many pairs twice: what that saves is spent again. */
        while (more) {
            List<Offer> next = greedy.best(chosen, budget - sum(counts));
            more = next.size() > chosen.size();
            chosen = next;
            counts = more ? count(table, chosen, workers) : counts;
        }
        return new RuleChoice(steps(chosen, counts, matches, unseen(offers, matches)), matches.size());
    }

    private static List<RuleCount> count(Table table, List<Offer> chosen, Workers workers) {
        List<BlockingRule> rules = chosen.stream().map(Offer::rule).toList();
        return RuleBlocking.of(rules)
                .search(table, 0)
                .run("counting pairs", RuleSearch.Chunk::size, size -> {}, workers);
    }

    private static long sum(List<RuleCount> counts) {
        return counts.stream().mapToLong(RuleCount::pairs).sum();
    }

    /** {@return how many matches no rule and no model has seen, from those that one rule and two rules found} */
    private static double unseen(List<Offer> offers, LikelyMatches matches) {
        int[] times = new int[matches.size()];
        offers.forEach(offer -> offer.found().stream().forEach(match -> times[match]++));
        double once = 0;
        double twice = 0;
        for (int time : times) {
            once += time == 1 ? 1 : 0;
            twice += time == 2 ? 1 : 0;
        }
        return once * Math.max(0, once - 1) / (2 * (twice + 1));
    }

    private static List<Step> steps(List<Offer> chosen, List<RuleCount> counts, LikelyMatches matches, double unseen) {
        List<Step> steps = new ArrayList<>();
        BitSet found = new BitSet();
        long pairs = 0;
        for (int i = 0; i < chosen.size(); i++) {
            found.or(chosen.get(i).found());
            pairs += counts.get(i).pairs();
            RecallEstimate recall = RecallEstimate.of(found.cardinality(), matches, unseen);
            steps.add(new Step(chosen.get(i).rule(), counts.get(i).pairs(), pairs, recall));
        }
        return steps;
    }

    /** {@return the rules in the order of the choice; none if no record is probably a match of another} */
    public List<BlockingRule> rules() {
        return steps.stream().map(Step::rule).toList();
    }

    /** {@return the rules with what each adds} */
    public List<Step> steps() {
        return steps;
    }

    /** {@return how many pairs the rules find together; at most the budget} */
    public long pairs() {
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).cumulativePairs();
    }

    /** {@return the estimated share of matches that the rules find together; from 0 to 1 if there are no rules} */
    public RecallEstimate recall() {
        return steps.isEmpty()
                ? new RecallEstimate(0, 0, 1)
                : steps.get(steps.size() - 1).cumulativeRecall();
    }

    /** {@return how many pairs of records the model of people joined; the estimate goes by them} */
    public int likelyMatches() {
        return likelyMatches;
    }

    @Override
    public String toString() {
        return steps.size() + " rules, " + pairs() + " pairs, recall " + recall();
    }
}
