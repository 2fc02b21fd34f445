package dev.cdm.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.matching.joining.Answer;
import dev.cdm.matching.joining.Answer.Opinion;
import dev.cdm.matching.joining.Constraints;
import dev.cdm.matching.json.PersonModelFormat;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.resolve.PersonResolver;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Answers of somebody who knows the truth, about records of families in which given names and birth dates repeat: what a
 * model cannot learn from the records alone.
 */
class AnswersTest {

    private static final Map<String, Role> ROLES =
            Map.of("given", Role.GIVEN_NAME, "family", Role.FAMILY_NAME, "born", Role.BIRTH_DATE);
    private static final int ROUND = 10;

    private final Map<String, Integer> truth = new HashMap<>();
    private final Table table = families(4000, new Random(11));
    private final Deduplicator plain = Deduplicator.of(ROLES);

    private Table families(int people, Random random) {
        TableBuilder rows = new TableBuilder(List.of("given", "family", "born"));
        String given = "";
        String family = "";
        String born = "";
        for (int person = 0; person < people; person++) {
            boolean sibling = random.nextInt(4) > 0 && person > 0;
            given = random.nextInt(4) == 0 && sibling ? given : name(random, 300);
            family = sibling ? family : name(random, 1500);
            born = sibling && random.nextInt(3) == 0 ? born : date(random);
            add(rows, person, given, family, born);
            if (random.nextInt(20) == 0) {
                boolean nameless = random.nextInt(3) == 0;
                add(rows, person, nameless ? slip(given) : given, slip(family), random.nextBoolean() ? "" : born);
            }
        }
        return rows.build();
    }

    private void add(TableBuilder rows, int person, String given, String family, String born) {
        String id = "r" + (10_000 + truth.size());
        truth.put(id, person);
        rows.add(id, java.util.Arrays.asList(given, family, born.isEmpty() ? null : born));
    }

    private static String name(Random random, int names) {
        int number = Math.min(random.nextInt(names), random.nextInt(names));
        String letters = "bdfgklmnprst";
        return "" + Character.toUpperCase(letters.charAt(number % 12)) + "aeiou".charAt(number / 12 % 5)
                + letters.charAt(number / 60 % 12) + "aeiou".charAt(number / 720 % 5) + "lane";
    }

    private static String date(Random random) {
        return java.time.LocalDate.of(1940, 1, 1)
                .plusDays(random.nextInt(22_000))
                .toString();
    }

    private static String slip(String text) {
        return text.charAt(0) + text.substring(2);
    }

    private Answer answer(PairQuestion question) {
        boolean same = Objects.equals(truth.get(question.firstId()), truth.get(question.secondId()));
        return new Answer(question.firstId(), question.secondId(), same ? Opinion.MATCH : Opinion.NO_MATCH);
    }

    private List<Answer> asked(int rounds) {
        List<Answer> answers = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            plain.answers(answers).dedupe(table).questions(ROUND).forEach(question -> answers.add(answer(question)));
        }
        return answers;
    }

    private double f1(Clusters clusters) {
        Map<String, List<String>> members = new HashMap<>();
        for (int i = 0; i < clusters.records(); i++) {
            members.computeIfAbsent(clusters.clusterId(i), key -> new ArrayList<>())
                    .add(clusters.recordId(i));
        }
        Map<Integer, Integer> sizes = new HashMap<>();
        truth.values().forEach(person -> sizes.merge(person, 1, Integer::sum));
        double pairs = sizes.values().stream().mapToInt(n -> n * (n - 1) / 2).sum();
        double right = 0;
        for (List<String> cluster : members.values()) {
            for (int i = 0; i < cluster.size(); i++) {
                pairs += i;
                for (String other : cluster.subList(0, i)) {
                    right += Objects.equals(truth.get(other), truth.get(cluster.get(i))) ? 1 : 0;
                }
            }
        }
        return 2 * right / pairs;
    }

    private static Constraints constraints(List<Answer> answers) {
        Constraints.Builder all = Constraints.builder();
        for (Answer answer : answers) {
            if (answer.opinion() == Opinion.MATCH) {
                all.mustLink(answer.first(), answer.second());
            } else {
                all.cannotLink(answer.first(), answer.second());
            }
        }
        return all.build();
    }

    @Test
    void answersTeachMoreThanTheyDecide() {
        List<Answer> answers = asked(3);
        assertThat(answers).hasSize(3 * ROUND).doesNotHaveDuplicates();
        double decided = f1(plain.constraints(constraints(answers)).dedupe(table));
        assertThat(f1(plain.answers(answers).dedupe(table))).isGreaterThan(decided);
    }

    @Test
    void answersHoldAndAreNotAskedAgain() {
        List<Answer> answers = asked(2);
        answers.set(0, new Answer(answers.get(0).first(), answers.get(0).second(), Opinion.NOT_SURE));
        Clusters clusters = plain.answers(answers).dedupe(table);
        Map<String, String> cluster = new HashMap<>();
        for (int i = 0; i < clusters.records(); i++) {
            cluster.put(clusters.recordId(i), clusters.clusterId(i));
        }
        for (Answer answer : answers.subList(1, answers.size())) {
            boolean together = Objects.equals(cluster.get(answer.first()), cluster.get(answer.second()));
            assertThat(together).isEqualTo(answer.opinion() == Opinion.MATCH);
        }
        for (PairQuestion question : clusters.questions(100)) {
            assertThat(answers)
                    .noneMatch(answer -> answer.first().equals(question.firstId())
                            && answer.second().equals(question.secondId()));
            assertThat(question.agreement()).hasSize(3).allMatch(line -> line.contains(": "));
            assertThat(question.probability()).isBetween(0.0, 1.0);
            assertThat(question.value()).isNotNegative();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> clusters.questions(-1));
    }

    @Test
    void aModelKeepsWhatItWasTaughtAndExplainsIt() {
        List<Answer> answers = asked(2);
        Clusters taught = plain.answers(answers).dedupe(table);
        var model = PersonModelFormat.read(PersonModelFormat.write(taught.model(1)));
        assertThat(model.correction().examples()).hasSize(answers.size());
        Clusters applied = Deduplicator.with(model).dedupe(table);
        assertThat(f1(applied)).isGreaterThan(f1(plain.dedupe(table)));
        assertThat(applied.questions(5)).hasSize(5);
        assertThat(Deduplicator.with(model).answers(answers).dedupe(table).questions(5))
                .isNotEmpty();
    }

    @Test
    void oneRecordAtATimeFollowsWhatAnswersTaughtToo() {
        PersonModel model = plain.answers(asked(2)).dedupe(table).model();
        Clusters batch = Deduplicator.with(model).dedupe(table);
        Map<String, String> expected = new HashMap<>();
        PersonResolver resolver = new PersonResolver(model);
        for (int row = 0; row < table.rows(); row++) {
            expected.put(batch.recordId(row), batch.clusterId(row));
            Map<String, String> fields = new HashMap<>();
            for (Column column : table.columns()) {
                fields.put(column.name(), column.value(row).orElse(""));
            }
            resolver.resolve(table.id(row), fields);
        }
        assertThat(resolver.partition()).isEqualTo(expected);
    }

    @Test
    void noAnswersAndUnknownRecordsChangeNothing() {
        Clusters before = plain.dedupe(table);
        Clusters after = plain.answers(List.of(new Answer("nobody", "no one", Opinion.MATCH)))
                .dedupe(table);
        for (int i = 0; i < before.records(); i++) {
            assertThat(after.clusterId(i)).isEqualTo(before.clusterId(i));
        }
        assertThat(after.warnings()).anyMatch(warning -> warning.contains("not there"));
        assertThat(before.questions(0)).isEmpty();
    }
}
