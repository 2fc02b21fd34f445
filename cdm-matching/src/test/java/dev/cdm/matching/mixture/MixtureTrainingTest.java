package dev.cdm.matching.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.Townspeople;
import dev.cdm.matching.naming.Nicknames;
import dev.cdm.matching.person.Entities;
import dev.cdm.matching.person.FieldKind;
import dev.cdm.matching.person.PairLevels;
import dev.cdm.matching.person.PersonTable;
import dev.cdm.matching.person.Rarity;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MixtureTrainingTest {

    private static final int MANY = 12;

    private final Townspeople town = new Townspeople(300, false, 77);
    private final Table table = town.table();
    private final PersonTable people = people();
    private final Rarity rarity = new Rarity(people, Entities.alone(people.rows()));
    private final AllPairs all = new AllPairs(people);

    private PersonTable people() {
        Map<Role, List<Column>> columns = new EnumMap<>(Role.class);
        table.columns()
                .forEach(column -> columns.computeIfAbsent(
                                Townspeople.roles().get(column.name()), role -> new ArrayList<>())
                        .add(column));
        return new PersonTable(columns, RowOrder.identity(table.rows()), Nicknames.usual(), Workers.caller());
    }

    private MixtureModel trained(Workers workers) {
        MixtureModel model = new MixtureModel(people.fields());
        new MixtureTraining(model, all, all, all.size(), rarity, workers).run(all, 1, rarity, people.rows(), MANY);
        return model;
    }

    @Test
    void theShareOfPersonsComesCloseToTheTruth() {
        long same = 0;
        for (int pair = 0; pair < all.size(); pair++) {
            same += isSame(pair) ? 1 : 0;
        }
        MixtureModel model = trained(Workers.caller());
        assertThat(model.personShare * all.size() / same).isBetween(.85, 1.15);
        assertThat(model.householdShare).isPositive();
        assertThat(model)
                .asString()
                .startsWith("model of [given, family, birth, sex, address, phone, email], share of persons");
    }

    @Test
    void probabilitiesOfLevelsAddUpToOneAndAreCapped() {
        MixtureModel model = trained(Workers.caller());
        for (int field = 0; field < model.fields().size(); field++) {
            int levels = model.fields().get(field).levels();
            for (int group = 0; group < model.fields().get(field).kind().groups(); group++) {
                double persons = 0;
                for (int level = 1; level < levels; level++) {
                    persons += model.person[field][group * levels + level];
                }
                assertThat(persons).isBetween(1 - 1e-9, 1 + 1e-9);
            }
        }
        double[] given = model.person[0];
        double[] birth = model.person[2];
        assertThat(given[given.length - 1]).isLessThanOrEqualTo(.08);
        assertThat(birth[birth.length - 1]).isLessThanOrEqualTo(.02);
    }

    @Test
    void theScoreIsTheSumOfWhatItsFieldsSay() {
        MixtureModel model = trained(Workers.caller());
        double[] rare = new double[model.fields().size()];
        double[] forPerson = new double[rare.length];
        double[] forHousehold = new double[rare.length];
        double[] forNeighbours = new double[rare.length];
        int right = 0;
        int found = 0;
        for (int pair = 0; pair < all.size(); pair++) {
            rarity.of(all.left(pair), all.right(pair), all.pattern(pair), rare);
            model.factors(all.pattern(pair), rare, forPerson, forHousehold, forNeighbours);
            double person = 0;
            double home = 0;
            double around = 0;
            for (int field = 0; field < rare.length; field++) {
                person += forPerson[field] > 0 ? Math.log(forPerson[field]) : 0;
                home += forHousehold[field] > 0 ? Math.log(forHousehold[field]) : 0;
                around += forNeighbours[field] > 0 ? Math.log(forNeighbours[field]) : 0;
            }
            double logit = model.logit(person, home, around);
            double one = model.personShare * Math.exp(person);
            double other = 1 + model.householdShare * Math.exp(home) + model.neighbourShare * Math.exp(around);
            assertThat(logit).isCloseTo(Math.log(one / other), org.assertj.core.data.Offset.offset(1e-9));
            found += logit > 0 ? 1 : 0;
            right += logit > 0 && isSame(pair) ? 1 : 0;
        }
        assertThat((double) right / found).isGreaterThan(.95);
    }

    @Test
    void aMissingValueSaysNothing() {
        MixtureModel model = trained(Workers.caller());
        double[] forPerson = new double[model.fields().size()];
        double[] forHousehold = new double[forPerson.length];
        double[] forNeighbours = new double[forPerson.length];
        model.factors(0, new double[forPerson.length], forPerson, forHousehold, forNeighbours);
        assertThat(forPerson).containsOnly(0);
        assertThat(forHousehold).containsOnly(0);
        assertThat(forNeighbours).containsOnly(0);
        assertThat(model.logit(0, 0, 0)).isLessThan(0);
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        MixtureModel alone = trained(Workers.caller());
        MixtureModel helped = trained(Workers.of(task -> new Thread(task).start(), 3));
        assertThat(helped.person).isDeepEqualTo(alone.person);
        assertThat(helped.stranger).isDeepEqualTo(alone.stranger);
        assertThat(helped.personShare).isEqualTo(alone.personShare);
    }

    @Test
    void householdsNeedAFamilyNameAndNeighboursAPlace() {
        assertThat(people.fields().get(0).kind()).isEqualTo(FieldKind.GIVEN);
        MixtureModel model = new MixtureModel(people.fields().subList(0, 1));
        assertThat(model.hasHouseholds()).isFalse();
        assertThat(model.hasNeighbours()).isFalse();
        model.personShare = .5;
        assertThat(model.logit(5, 100, 100)).isEqualTo(Math.log(.5) + 5);
        MixtureModel twins = new MixtureModel(people.fields().subList(0, 3));
        assertThat(twins.hasHouseholds()).isTrue();
        assertThat(twins.hasHomes()).isFalse();
        assertThat(twins.hasNeighbours()).isFalse();
        assertThat(twins.sameBirth).isEqualTo(1);
    }

    private boolean isSame(int pair) {
        return town.personOf(table.id(all.left(pair))) == town.personOf(table.id(all.right(pair)));
    }

    /** All pairs of few records. */
    private static final class AllPairs implements PairSource {
        private final int rows;
        private final long[] patterns;

        AllPairs(PersonTable people) {
            rows = people.rows();
            patterns = new long[rows * rows];
            PairLevels levels = new PairLevels(people);
            for (int pair = 0; pair < size(); pair++) {
                patterns[pair] = levels.compare(left(pair), right(pair));
            }
        }

        @Override
        public int size() {
            return rows * (rows - 1) / 2;
        }

        @Override
        public int left(int pair) {
            int row = (int) ((1 + Math.sqrt(1 + 8.0 * pair)) / 2);
            return row * (row - 1) / 2 > pair ? row - 1 : row;
        }

        @Override
        public int right(int pair) {
            int row = left(pair);
            return pair - row * (row - 1) / 2;
        }

        @Override
        public long pattern(int pair) {
            return patterns[pair];
        }
    }
}
