package dev.cdm.matching.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cdm.matching.blocking.BlockingRule;
import dev.cdm.matching.comparison.Comparisons;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.scoring.LevelParameters;
import dev.cdm.matching.scoring.TrainedComparison;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ModelTrainingTest {

    private static final int PERSONS = 400;
    private static final List<String> COLUMNS = List.of("a", "b", "c", "d", "e");

    /** Two records of each person; every value is another one with a probability of a tenth. */
    private static Table table() {
        SplittableRandom random = new SplittableRandom(7);
        TableBuilder builder = new TableBuilder(COLUMNS);
        for (int person = 0; person < PERSONS; person++) {
            List<String> values = new ArrayList<>();
            COLUMNS.forEach(column -> values.add(column + random.nextInt(50)));
            for (int copy = 0; copy < 2; copy++) {
                List<String> own = new ArrayList<>();
                values.forEach(value -> own.add(random.nextInt(10) == 0 ? "x" + random.nextInt(50) : value));
                builder.add(person + "/" + copy, own);
            }
        }
        return builder.build();
    }

    private static FellegiSunterModel start() {
        return FellegiSunterModel.untrained(
                COLUMNS.stream().map(Comparisons::restricted).toList(), List.of());
    }

    private static int[] labels() {
        int[] labels = new int[2 * PERSONS];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = row / 2;
        }
        return labels;
    }

    @Test
    void sessionsFindWhatTheLabelsSay() {
        Table table = table();
        ModelTraining learned = new ModelTraining(start(), table, 0, Workers.caller())
                .estimatePrior(List.of(BlockingRule.on("a", "b")), 0.67)
                .estimateU(ModelTraining.RANDOM_PAIRS, ModelTraining.ENOUGH)
                .estimateM(BlockingRule.on("a"))
                .estimateM(BlockingRule.on("b"));
        ModelTraining told = new ModelTraining(start(), table, 0, Workers.caller()).estimateM(labels());
        for (int c = 0; c < COLUMNS.size(); c++) {
            TrainedComparison one = learned.model().comparisons().get(c);
            assertThat(one.m(1)).isCloseTo(told.model().comparisons().get(c).m(1), within(0.05));
            assertThat(one.u(1)).isCloseTo(0.02, within(0.01));
        }
        assertThat(learned.model().prior()).isCloseTo(1.0 / (2 * PERSONS - 1), within(0.0005));
        assertThat(learned.report().warnings()).isEmpty();
        assertThat(learned.report().sessions()).hasSize(2).allMatch(TrainingReport.Session::converged);
        assertThat(learned.report().estimates()).isNotEmpty();
    }

    @Test
    void aLinkLearnsFromPairsAcrossTables() {
        ModelTraining training = new ModelTraining(start(), table(), PERSONS, Workers.caller());
        assertThat(training.estimateU(1000, 1).model().comparisons().get(0).u(1))
                .isBetween(0.0, 0.1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training.estimatePrior(List.of(BlockingRule.on("a", "b")), 1e-9));
    }

    @Test
    void fixedValuesStay() {
        LevelParameters fixed = new LevelParameters(OptionalDouble.of(0.7), OptionalDouble.of(0.3), true, true);
        TrainedComparison first = new TrainedComparison(
                Comparisons.restricted("a"), List.of(LevelParameters.unknown(), fixed, LevelParameters.unknown()));
        FellegiSunterModel model = new FellegiSunterModel(0.01, List.of(first), List.of());
        TrainedComparison trained = new ModelTraining(model, table(), 0, Workers.caller())
                .estimateU(1_000_000, 0)
                .estimateM(labels())
                .model()
                .comparisons()
                .get(0);
        assertThat(trained.parameters().get(1)).isEqualTo(fixed);
        assertThat(trained.m(2)).isNotEqualTo(0.05);
    }

    @Test
    void aSessionWithoutPairsIsReportedAndChangesNothing() {
        Table table = new TableBuilder(COLUMNS)
                .add("1", List.of("p", "q", "r", "s", "t"))
                .add("2", List.of("u", "v", "w", "x", "y"))
                .build();
        ModelTraining training = new ModelTraining(start(), table, 0, Workers.caller());
        FellegiSunterModel before = training.model();
        training.estimateM(BlockingRule.on("a"));
        assertThat(training.model()).isEqualTo(before);
        assertThat(training.report().warnings())
                .anyMatch(warning -> warning.contains("learned nothing"))
                .anyMatch(warning -> warning.contains("m was never estimated"))
                .anyMatch(warning -> warning.contains("u was never estimated"));
    }

    @Test
    void aSessionThatFindsHouseholdsIsNotUsed() {
        TableBuilder builder = new TableBuilder(List.of("home", "phone", "name"));
        for (int row = 0; row < 300; row++) {
            builder.add("r" + row, List.of("home" + row / 3, "phone" + row / 3, "name" + row));
        }
        FellegiSunterModel model = FellegiSunterModel.untrained(
                List.of(Comparisons.restricted("phone"), Comparisons.restricted("name")), List.of());
        ModelTraining training = new ModelTraining(model, builder.build(), 0, Workers.caller())
                .estimatePrior(List.of(BlockingRule.on("phone")), 1)
                .estimateU(1_000_000, 0)
                .estimateM(BlockingRule.on("home"));
        TrainingReport.Session session = training.report().sessions().get(0);
        assertThat(session.priors().get(session.iterations())).isBetween(0.0, 1.0);
        assertThat(training.report().warnings()).isNotEmpty();
    }
}
