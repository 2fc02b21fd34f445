package dev.cdm.matching.training;

import dev.cdm.matching.blocking.BlockingRule;
import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.scoring.LevelParameters;
import dev.cdm.matching.scoring.TrainedComparison;
import dev.cdm.matching.training.TrainingReport.Estimate;
import dev.cdm.matching.training.TrainingReport.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Collects estimates and puts them into models. */
final class Estimates {

    private static final double NEARLY_NONE = 0.001;
    private static final double NEARLY_ALL = 0.9999;

    private final List<Estimate> all = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<EmSession> used = new ArrayList<>();

    TrainedComparison withU(TrainedComparison trained, LevelCounts counts, String source) {
        List<LevelParameters> parameters = new ArrayList<>();
        for (int level = 0; level < trained.parameters().size(); level++) {
            LevelParameters one = trained.parameters().get(level);
            OptionalDouble share = counts.share(level);
            note(trained.comparison(), level, false, source, share);
            parameters.add(share.isPresent() ? one.withU(share.getAsDouble()) : one);
        }
        return new TrainedComparison(trained.comparison(), parameters);
    }

    TrainedComparison withM(TrainedComparison trained, LevelCounts counts, String source) {
        List<LevelParameters> parameters = new ArrayList<>();
        for (int level = 0; level < trained.parameters().size(); level++) {
            LevelParameters one = trained.parameters().get(level);
            OptionalDouble share = counts.share(level);
            note(trained.comparison(), level, true, source, share);
            parameters.add(share.isPresent() ? one.withM(share.getAsDouble()) : one);
        }
        return new TrainedComparison(trained.comparison(), parameters);
    }

    /** A session that learned nothing changes no m. */
    FellegiSunterModel withM(FellegiSunterModel model, BlockingRule rule, int pairs, EmSession session) {
        boolean learned = learned(rule, pairs, session);
        sessions.add(new Session(rule, pairs, session.priors(), session.converged(), learned));
        for (int c = 0; c < model.comparisons().size(); c++) {
            Comparison comparison = model.definitions().get(c);
            for (int level = 0;
                    session.takesPart(c) && level < comparison.levels().size();
                    level++) {
                note(comparison, level, true, "pairs of " + rule.name(), session.estimate(c, level));
            }
        }
        if (learned) {
            used.add(session);
        }
        return learned ? model.withComparisons(medians(model)) : model;
    }

    private void note(Comparison comparison, int level, boolean isM, String source, OptionalDouble value) {
        if (!comparison.levels().get(level).isMissing()) {
            all.add(new Estimate(comparison.name(), level, isM, source, value));
        }
    }

    private boolean learned(BlockingRule rule, int pairs, EmSession session) {
        double prior = session.priors().get(session.priors().size() - 1);
        if (pairs == 0) {
            warnings.add("rule `" + rule.name() + "` finds no pair: the session learned nothing");
        } else if (prior < NEARLY_NONE || prior > NEARLY_ALL) {
            warnings.add("rule `" + rule.name() + "`: nearly all pairs or none are matches (" + prior
                    + "): take another rule");
        }
        if (pairs > 0 && !session.converged()) {
            warnings.add("rule `" + rule.name() + "`: the session ended before it converged");
        }
        return pairs > 0;
    }

    /** Tells that a session found households or namesakes and was repeated. */
    void repaired(BlockingRule rule, Comparison comparison) {
        warnings.add("rule `" + rule.name() + "`: too many of the matches differ in `" + comparison.name()
                + "`, so households or namesakes were found and not persons; the session was repeated with at most "
                + SteadyFields.MOST_MISTAKES + " of them differing in it");
    }

    private List<TrainedComparison> medians(FellegiSunterModel model) {
        List<TrainedComparison> trained = new ArrayList<>();
        for (int c = 0; c < model.comparisons().size(); c++) {
            TrainedComparison one = model.comparisons().get(c);
            List<LevelParameters> parameters = new ArrayList<>();
            for (int level = 0; level < one.parameters().size(); level++) {
                OptionalDouble median = median(c, level);
                LevelParameters before = one.parameters().get(level);
                parameters.add(median.isPresent() ? before.withM(median.getAsDouble()) : before);
            }
            trained.add(new TrainedComparison(one.comparison(), parameters));
        }
        return trained;
    }

    private OptionalDouble median(int comparison, int level) {
        double[] values = used.stream()
                .filter(session -> session.takesPart(comparison))
                .map(session -> session.estimate(comparison, level))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        int half = values.length / 2;
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2);
    }

    List<String> warnings() {
        return warnings;
    }

    TrainingReport report(List<String> allWarnings) {
        return new TrainingReport(all, sessions, allWarnings);
    }
}
