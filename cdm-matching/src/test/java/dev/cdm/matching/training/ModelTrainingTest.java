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
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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

    private static final List<String> PERSON = List.of("home", "phone", "family", "given", "born");

    /** Households of four with a home, a phone and a family name; every third person has a second record. */
    private static Table households() {
        SplittableRandom random = new SplittableRandom(5);
        TableBuilder builder = new TableBuilder(PERSON);
        for (int person = 0; person < 1200; person++) {
            int home = person / 4;
            String given = "g" + random.nextInt(200);
            String born = "b" + random.nextInt(5000);
            for (int copy = 0; copy <= (person % 3 == 0 ? 1 : 0); copy++) {
                String phone = random.nextInt(5) == 0 ? "q" + random.nextInt(500) : "p" + home;
                String typed = random.nextInt(20) == 0 ? "x" + random.nextInt(9999) : born;
                builder.add(person + "/" + copy, List.of("h" + home, phone, "f" + home % 150, given, typed));
            }
        }
        return builder.build();
    }

    private static ModelTraining familyTraining(Table table) {
        FellegiSunterModel model = FellegiSunterModel.untrained(
                PERSON.stream().map(Comparisons::restricted).toList(), List.of());
        return new ModelTraining(model, table, 0, Workers.caller())
                .estimatePrior(List.of(BlockingRule.on("given", "born")), .9)
                .estimateU(1_000_000, 0);
    }

    private static double differ(ModelTraining training, String comparison) {
        return training.model().comparisons().get(PERSON.indexOf(comparison)).m(2);
    }

    @Test
    void aSessionThatFindsHouseholdsIsRepeatedWithoutThem() {
        ModelTraining plain = familyTraining(households()).steady(List.of("none of these"));
        plain.estimateM(BlockingRule.on("home"));
        assertThat(differ(plain, "born"))
                .as("without a guard households are found")
                .isGreaterThan(.5);
        for (List<String> steady : List.of(List.of("given", "born"), List.<String>of())) {
            ModelTraining training = familyTraining(households()).steady(steady);
            training.estimateM(BlockingRule.on("home"));
            assertThat(training.report().warnings()).anyMatch(warning -> warning.contains("households"));
            assertThat(training.report().sessions().get(0).used()).isTrue();
            assertThat(differ(training, "born")).isLessThanOrEqualTo(SteadyFields.MOST_MISTAKES);
            assertThat(differ(training, "given")).isLessThanOrEqualTo(.25);
            assertThat(differ(training, "phone")).isBetween(.2, .5);
        }
    }

    @Test
    void aFewKnownPairsGuideASession() {
        Table table = table();
        int[] left = IntStream.range(0, 60).map(i -> 2 * i).toArray();
        int[] right = IntStream.range(0, 60).map(i -> 2 * i + 1).toArray();
        boolean[] matches = new boolean[60];
        Arrays.fill(matches, true);
        ModelTraining told = new ModelTraining(start(), table, 0, Workers.caller())
                .estimateU(ModelTraining.RANDOM_PAIRS, ModelTraining.ENOUGH)
                .knownPairs(left, right, matches)
                .estimateM(BlockingRule.on("a"));
        ModelTraining labels = new ModelTraining(start(), table, 0, Workers.caller()).estimateM(labels());
        for (int c = 1; c < COLUMNS.size(); c++) {
            assertThat(told.model().comparisons().get(c).m(1))
                    .isCloseTo(labels.model().comparisons().get(c).m(1), within(0.05));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> told.knownPairs(left, new int[1], matches));
    }

    @Test
    void knownDifferencesAreNoMatches() {
        int[] all = IntStream.range(0, PERSONS).map(i -> 2 * i).toArray();
        int[] others = Arrays.stream(all).map(row -> row + 1).toArray();
        ModelTraining told = new ModelTraining(start(), table(), 0, Workers.caller())
                .estimateU(ModelTraining.RANDOM_PAIRS, ModelTraining.ENOUGH)
                .knownPairs(all, others, new boolean[PERSONS])
                .estimateM(BlockingRule.on("a"));
        List<Double> priors = told.report().sessions().get(0).priors();
        assertThat(priors.get(priors.size() - 1)).isLessThan(.01);
    }
}
