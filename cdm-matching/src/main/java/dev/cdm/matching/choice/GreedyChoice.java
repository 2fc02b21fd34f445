package dev.cdm.matching.choice;

import dev.cdm.matching.choice.RuleOffers.Offer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Takes offers one by one within a budget. What counts is how many likely matches an offer adds for its price; how much the
 * price counts is tried in several ways, and the way that finds most is taken.
 */
final class GreedyChoice {

    /** Shares of the budget that are added to every price: with the smallest the price counts most. */
    private static final double[] BASE_PRICES = {1e3, 1, .1, .01, .001, 0};

    private final List<Offer> offers;
    private final int mostRules;

    GreedyChoice(List<Offer> offers, int mostRules) {
        this.offers = offers;
        this.mostRules = mostRules;
    }

    /** {@return offers that were taken before and further ones} */
    List<Offer> best(List<Offer> taken, long open) {
        List<Offer> best = taken;
        for (double base : BASE_PRICES) {
            List<Offer> chosen = chosen(taken, open, base * open + 1);
            if (found(chosen).cardinality() > found(best).cardinality()) {
                best = chosen;
            }
        }
        return best;
    }

    private List<Offer> chosen(List<Offer> taken, long budget, double base) {
        List<Offer> chosen = new ArrayList<>(taken);
        BitSet found = found(taken);
        long open = budget;
        while (chosen.size() < mostRules) {
            Optional<Offer> next = next(found, open, base);
            if (next.isEmpty()) {
                return chosen;
            }
            chosen.add(next.get());
            found.or(next.get().found());
            open -= next.get().candidates();
        }
        return chosen;
    }

    private Optional<Offer> next(BitSet found, long open, double base) {
        Optional<Offer> best = Optional.empty();
        double most = 0;
        for (Offer offer : offers) {
            if (offer.candidates() <= open) {
                BitSet added = (BitSet) offer.found().clone();
                added.andNot(found);
                double worth = added.cardinality() / (base + offer.candidates());
                if (worth > most) {
                    most = worth;
                    best = Optional.of(offer);
                }
            }
        }
        return best;
    }

    /** {@return what some offers find together} */
    static BitSet found(List<Offer> offers) {
        BitSet found = new BitSet();
        offers.forEach(offer -> found.or(offer.found()));
        return found;
    }
}
