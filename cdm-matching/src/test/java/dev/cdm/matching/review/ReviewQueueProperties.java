package dev.cdm.matching.review;

import static dev.cdm.matching.review.Desk.ask;
import static dev.cdm.matching.review.Desk.id;
import static dev.cdm.matching.review.Desk.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.matching.joining.Answer.Opinion;
import dev.cdm.matching.review.ReviewQuestion.State;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ReviewQueueProperties {

    private static final int TRIES = 60;
    private static final int RECORDS = 6;
    private static final List<String> STEWARDS = List.of("anna", "ben", "carla");

    private record Word(String steward, Opinion opinion) {}

    @Property(tries = TRIES)
    void underTheTwoPersonRuleNobodyDecidesAlone(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Set<Word>> said = new HashMap<>();
        Desk desk = desk();
        ReviewQueue queue = desk.queue.twoPersons().verdicts((first, second, same, who, why) -> {
            Set<Word> words = said.getOrDefault(ReviewQuestion.id(first, second), Set.of());
            Opinion opinion = same ? Opinion.MATCH : Opinion.NO_MATCH;
            List<String> named = List.of(who.split(" and "));
            assertThat(named).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(2);
            assertThat(words)
                    .containsAll(
                            named.stream().map(name -> new Word(name, opinion)).toList());
        });
        for (int step = 0; step < 40; step++) {
            act(random, queue, said);
        }
    }

    @Property(tries = TRIES)
    void anAnsweredPairIsNotAskedAgain(@ForAll long seed) {
        Random random = new Random(seed);
        Desk desk = desk();
        ReviewQueue queue = random.nextBoolean() ? desk.queue : desk.queue.twoPersons();
        ReviewQueue silent = queue.verdicts((first, second, same, who, why) -> {});
        Set<String> answered = new HashSet<>();
        for (int step = 0; step < 40; step++) {
            String id = act(random, silent, new HashMap<>());
            silent.question(id)
                    .filter(question -> question.state() == State.ANSWERED)
                    .ifPresent(question -> answered.add(id));
            String asking = STEWARDS.get(random.nextInt(STEWARDS.size()));
            assertThat(silent.next(asking, 99)).noneMatch(question -> answered.contains(question.id()));
        }
    }

    @Property(tries = TRIES)
    void anErasureLeavesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        Desk desk = desk();
        ReviewQueue queue = desk.queue.twoPersons();
        ReviewQueue silent = queue.verdicts((first, second, same, who, why) -> {});
        for (int step = 0; step < 30; step++) {
            act(random, silent, new HashMap<>());
        }
        int gone = random.nextInt(RECORDS);
        String text = record(gone).text();
        desk.customers.erase(List.of(record(gone)), "dpo", "asked for");
        for (int other = 0; other < RECORDS; other++) {
            if (other != gone) {
                assertThat(silent.raise(List.of(ask(gone, other, 1)))).isZero();
                assertThat(silent.question(id(gone, other))).isEmpty();
                assertThat(silent.history(id(gone, other))).isEmpty();
                assertThat(silent.answer(id(gone, other), Opinion.MATCH, "anna", ""))
                        .isEmpty();
            }
        }
        assertThat(silent.answers())
                .noneMatch(
                        answer -> answer.first().equals(text) || answer.second().equals(text));
        int left = desk.customers.read(work -> work.log(ReviewKinds.ANSWERS)
                        .by(Kind.SUBJECT, text, Cursor.START, 5)
                        .items()
                        .size()
                + work.table(ReviewKinds.QUESTIONS)
                        .by(Kind.SUBJECT, text, text, Cursor.START, 5)
                        .items()
                        .size());
        assertThat(left).isZero();
    }

    private static Desk desk() {
        return new Desk().receive(java.util.stream.IntStream.range(0, RECORDS).toArray());
    }

    /** Asks or answers something about some pair; returns the id of the question. */
    private static String act(Random random, ReviewQueue queue, Map<String, Set<Word>> said) {
        int first = random.nextInt(RECORDS);
        int second = (first + 1 + random.nextInt(RECORDS - 1)) % RECORDS;
        String id = id(first, second);
        String steward = STEWARDS.get(random.nextInt(STEWARDS.size()));
        switch (random.nextInt(8)) {
            case 0, 1 -> queue.raise(List.of(ask(first, second, random.nextInt(9), "model-" + random.nextInt(2))));
            case 2 -> queue.skip(id, steward, "");
            default -> {
                Opinion opinion = List.of(Opinion.MATCH, Opinion.NO_MATCH, Opinion.NOT_SURE)
                        .get(random.nextInt(3));
                said.computeIfAbsent(id, key -> new HashSet<>()).add(new Word(steward, opinion));
                queue.answer(id, opinion, steward, "");
            }
        }
        return id;
    }
}
