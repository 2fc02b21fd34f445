package dev.cdm.matching.mixture;

import dev.cdm.matching.mixture.Correction.Example;
import dev.cdm.matching.mixture.Correction.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses questions by looking one answer ahead: for either answer, which pairs would be decided otherwise, and how many
 * of them rightly. Pairs of one pattern and nearly one score are taken together.
 */
final class QuestionChoice {

    private static final double WIDTH = .5;
    private static final double FARTHEST = 6;
    private static final int MOST_STRATA = 400;

    private final double cut;
    private final List<Stratum> strata;
    private Correction correction;

    /** Pairs of one pattern and nearly one score, those that were not asked yet. */
    private static final class Stratum {
        private final List<Integer> pairs = new ArrayList<>();
        private final Example example;
        private double uncertain;

        /** The corrected logarithm of the odds over the cut. */
        private double margin;

        Stratum(Example example) {
            this.example = example;
        }
    }

    QuestionChoice(List<Example> pairs, double cut, Correction correction) {
        this.cut = cut;
        this.correction = correction;
        Map<Long, Map<Integer, Stratum>> byPattern = new TreeMap<>();
        for (int number = 0; number < pairs.size(); number++) {
            Example pair = pairs.get(number);
            int band = (int) Math.floor(pair.logit() / WIDTH);
            byPattern
                    .computeIfAbsent(pair.pattern(), key -> new TreeMap<>())
                    .computeIfAbsent(band, key -> new Stratum(middle(pair, band)))
                    .pairs
                    .add(number);
        }
        List<Stratum> all = byPattern.values().stream()
                .flatMap(bands -> bands.values().stream())
                .toList();
        all.forEach(this::judge);
        strata = new ArrayList<>(all.stream()
                .filter(stratum -> Math.abs(stratum.margin) < FARTHEST)
                .sorted(Comparator.comparingDouble((Stratum stratum) -> -stratum.uncertain))
                .limit(MOST_STRATA)
                .toList());
    }

    private static Example middle(Example pair, int band) {
        return new Example(pair.pattern(), pair.fields(), (band + .5) * WIDTH, 0);
    }

    private void judge(Stratum stratum) {
        stratum.margin = stratum.example.logit() + correction.mean(stratum.example) - cut;
        double chance = Correction.chance(stratum.margin);
        stratum.uncertain = chance * (1 - chance) * stratum.pairs.size();
    }

    List<Question> best(int most) {
        List<Question> questions = new ArrayList<>();
        while (questions.size() < most && !strata.isEmpty()) {
            Stratum best = strata.get(0);
            double value = -1;
            for (Stratum stratum : strata) {
                double own = value(stratum);
                if (own > value) {
                    value = own;
                    best = stratum;
                }
            }
            questions.add(new Question(best.pairs.remove(best.pairs.size() / 2), value));
            Example asked = best.example;
            double guess = Correction.chance(best.margin + cut);
            correction = correction.with(new Example(asked.pattern(), asked.fields(), asked.logit(), guess));
            strata.removeIf(stratum -> stratum.pairs.isEmpty());
        }
        return questions;
    }

    private double value(Stratum asked) {
        double[] known = correction.known(asked.example);
        double variance = Math.max(0, correction.covariance(asked.example, asked.example, known));
        double yes = Correction.chance((asked.margin + cut) / Math.sqrt(1 + Math.PI * variance / 8));
        double plain = Correction.chance(asked.margin + cut);
        double damping = 1 + variance * plain * (1 - plain);
        double value = Math.min(yes, 1 - yes);
        for (Stratum other : strata) {
            double covariance = correction.covariance(other.example, asked.example, known);
            double ifYes = gain(other, covariance * (1 - plain) / damping);
            double ifNo = gain(other, -covariance * plain / damping);
            int others = other.pairs.size() - (other == asked ? 1 : 0);
            value += others * (yes * ifYes + (1 - yes) * ifNo);
        }
        return value;
    }

    /** {@return how many more of the pairs of a stratum are right, if the answer moves them over the cut} */
    private double gain(Stratum stratum, double move) {
        double moved = stratum.margin + move;
        boolean turned = moved > 0 != stratum.margin > 0;
        return turned ? Math.abs(2 * Correction.chance(moved) - 1) : 0;
    }
}
