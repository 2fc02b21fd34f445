package dev.cdm.matching.review;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.identity.LinkVerdict.ContradictionException;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.Versioned;
import dev.cdm.matching.joining.Answer;
import dev.cdm.matching.joining.Answer.Opinion;
import dev.cdm.matching.review.ReviewAnswer.Act;
import dev.cdm.matching.review.ReviewQuestion.State;
import dev.cdm.matching.review.ReviewQuestion.Vote;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The questions to stewards, their answers, and what follows from them.
 *
 * <p>Questions are raised by whoever finds a possible or ambiguous match, any number of times: a pair is asked once, and
 * never again when it was answered. A question is decided by one person, or under the {@linkplain #twoPersons() two-person
 * rule} as soon as two different persons say the same; a person who says something else later replaces their own word, so
 * nobody counts twice. While people contradict each other the question stays open and names them all. A decision is stored
 * first and then passed on to {@link Verdicts}; after a crash between the two {@link #settle} does so again. Questions
 * about records that were joined or erased are not handed out, and an erasure removes them and their answers.
 *
 * <p>Every method is one unit of work, plus one for a verdict. Immutable and thread-safe.
 */
public final class ReviewQueue {

    private final ReviewedRecords records;
    private final Verdicts verdicts;
    private final int people;

    private ReviewQueue(ReviewedRecords records, Verdicts verdicts, int people) {
        this.records = records;
        this.verdicts = verdicts;
        this.people = people;
    }

    /**
     * {@return a queue in which one person decides}
     *
     * @param records whose records are asked about; their storage keeps the {@link ReviewKinds}
     * @param verdicts receives what was decided
     */
    public static ReviewQueue over(ReviewedRecords records, Verdicts verdicts) {
        return new ReviewQueue(records, verdicts, 1);
    }

    /** {@return this queue with the rule that two different persons must say the same} */
    public ReviewQueue twoPersons() {
        return new ReviewQueue(records, verdicts, 2);
    }

    /**
     * {@return this queue with another receiver of what was decided}
     *
     * @param receiver the receiver; the one given at first by default
     */
    public ReviewQueue verdicts(Verdicts receiver) {
        return new ReviewQueue(records, receiver, people);
    }

    /**
     * Asks questions. One that is open takes up what is new and keeps its votes; one that was skipped comes back if another
     * model asks; one that was withdrawn comes back; one that was answered stays answered; and one about records that are
     * unknown, erased or joined is left out.
     *
     * @param questions the questions
     * @return how many of them are open and were not before
     */
    public int raise(Collection<ReviewQuestion> questions) {
        return records.write(work -> {
            int raised = 0;
            for (ReviewQuestion question : questions) {
                raised += raise(question, work) ? 1 : 0;
            }
            return raised;
        });
    }

    private boolean raise(ReviewQuestion question, UnitOfWork work) {
        if (!isApart(question, work)) {
            return false;
        }
        Optional<Versioned<ReviewQuestion>> found = ReviewStore.find(question.id(), work);
        if (found.isEmpty()) {
            ReviewQuestion first = question.with(ImmutableList.of()).askedAt(records.now());
            work.table(ReviewKinds.QUESTIONS).put(first.in(State.OPEN), 0);
            return true;
        }
        ReviewQuestion former = found.get().document();
        ReviewQuestion renewed = question.after(former);
        if (!renewed.equals(former)) {
            work.table(ReviewKinds.QUESTIONS).put(renewed, found.get().version());
        }
        return renewed.state() == State.OPEN && former.state() != State.OPEN;
    }

    /**
     * {@return the open questions for a person, the most valuable first: not those that they voted on, unless the
     * question is disputed}
     *
     * @param steward the id of the person
     * @param most how many at most, from 1
     */
    public List<ReviewQuestion> next(String steward, int most) {
        Checks.notBlank(steward, "steward");
        Checks.require(most >= 1, "most", "must be at least 1", most);
        return records.read(work -> ReviewStore.first(
                State.OPEN, question -> isFor(question, steward) && isApart(question, work), most, work));
    }

    private static boolean isFor(ReviewQuestion question, String steward) {
        return question.isDisputed()
                || question.votes().stream().noneMatch(vote -> vote.steward().equals(steward));
    }

    /**
     * Answers a question that is open or skipped. One that is answered stays as it is.
     *
     * @param question the id of the question
     * @param opinion what the person says
     * @param steward the id of the person
     * @param reason why, without personal data; may be empty
     * @return the question afterwards; empty if there is none, or its records were joined or erased
     * @throws ContradictionException if the answer decides the question and standing verdicts say the contrary; the
     *     question is then open again, without votes
     */
    public Optional<ReviewQuestion> answer(String question, Opinion opinion, String steward, String reason) {
        Vote vote = new Vote(steward, opinion, reason);
        Act act = switch (opinion) {
            case MATCH -> Act.ACCEPT;
            case NO_MATCH -> Act.REJECT;
            case NOT_SURE -> Act.NOT_SURE;
        };
        Optional<ReviewQuestion> voted = records.write(work -> act(question, vote, act, work));
        return voted.map(after -> after.state() == State.DECIDED ? settle(after) : after);
    }

    /**
     * Puts an open question aside, for whoever asks next.
     *
     * @param question the id of the question
     * @param steward the id of the person
     * @param reason why, without personal data; may be empty
     * @return the question afterwards; empty if there is none, or its records were joined or erased
     */
    public Optional<ReviewQuestion> skip(String question, String steward, String reason) {
        Vote nobody = new Vote(steward, Opinion.NOT_SURE, reason);
        return records.write(work -> act(question, nobody, Act.SKIP, work));
    }

    private Optional<ReviewQuestion> act(String id, Vote vote, Act act, UnitOfWork work) {
        Optional<Versioned<ReviewQuestion>> found = ReviewStore.find(id, work);
        ReviewQuestion question = found.map(Versioned::document).orElse(null);
        if (question == null) {
            return Optional.empty();
        }
        if (question.state() != State.OPEN && question.state() != State.SKIPPED) {
            return question.state() == State.WITHDRAWN ? Optional.empty() : Optional.of(question);
        }
        boolean apart = isApart(question, work);
        ReviewQuestion after = apart ? after(question, vote, act) : question.in(State.WITHDRAWN);
        if (!after.equals(question)) {
            work.table(ReviewKinds.QUESTIONS).put(after, found.get().version());
        }
        if (apart) {
            ReviewAnswer answer = new ReviewAnswer(
                    question.first(), question.second(), act, vote.steward(), vote.reason(), records.now());
            work.log(ReviewKinds.ANSWERS).append(List.of(answer));
        }
        return apart ? Optional.of(after) : Optional.empty();
    }

    private ReviewQuestion after(ReviewQuestion question, Vote vote, Act act) {
        if (act == Act.SKIP) {
            return question.in(State.SKIPPED);
        }
        ReviewQuestion voted = question.with(vote).in(State.OPEN);
        return voted.supporters(vote.opinion()) >= people ? voted.in(State.DECIDED) : voted;
    }

    /** {@return how many decisions were passed on that a crash had kept back} */
    public int settle() {
        List<ReviewQuestion> decided = records.read(work -> ReviewStore.all(State.DECIDED, work));
        decided.forEach(this::settle);
        return decided.size();
    }

    private ReviewQuestion settle(ReviewQuestion question) {
        try {
            give(question);
        } catch (ContradictionException e) {
            become(question, question.with(ImmutableList.of()).in(State.OPEN));
            throw e;
        }
        return become(question, question.in(State.ANSWERED));
    }

    private void give(ReviewQuestion question) {
        Opinion opinion = question.decision();
        if (opinion == Opinion.NOT_SURE) {
            return;
        }
        List<Vote> agreeing = question.votes().stream()
                .filter(vote -> vote.opinion() == opinion)
                .toList();
        verdicts.give(
                question.first(),
                question.second(),
                opinion == Opinion.MATCH,
                agreeing.stream().map(Vote::steward).collect(Collectors.joining(" and ")),
                agreeing.stream()
                        .map(Vote::reason)
                        .filter(reason -> !reason.isEmpty())
                        .collect(Collectors.joining("; ")));
    }

    private ReviewQuestion become(ReviewQuestion before, ReviewQuestion after) {
        records.write(work -> {
            ReviewStore.find(before.id(), work)
                    .filter(found -> found.document().equals(before))
                    .ifPresent(found -> work.table(ReviewKinds.QUESTIONS).put(after, found.version()));
            return after;
        });
        return after;
    }

    /**
     * Withdraws the questions about some records that were joined meanwhile. Calling it is good housekeeping after a merge,
     * and nothing more: such questions are not handed out anyway.
     *
     * @param records the records
     * @return how many questions were withdrawn
     */
    public int withdraw(Collection<RecordId> records) {
        return this.records.write(work -> {
            int withdrawn = 0;
            for (RecordId record : records) {
                for (Versioned<ReviewQuestion> found : ReviewStore.about(record, work)) {
                    ReviewQuestion question = found.document();
                    boolean waits = question.state() == State.OPEN || question.state() == State.SKIPPED;
                    if (waits && !isApart(question, work)) {
                        work.table(ReviewKinds.QUESTIONS).put(question.in(State.WITHDRAWN), found.version());
                        withdrawn++;
                    }
                }
            }
            return withdrawn;
        });
    }

    /**
     * {@return a question in whatever state, if there is one}
     *
     * @param id its id
     */
    public Optional<ReviewQuestion> question(String id) {
        return records.read(work -> ReviewStore.find(id, work)).map(Versioned::document);
    }

    /**
     * {@return what stewards did with a question, the earliest first}
     *
     * @param id the id of the question
     */
    public List<ReviewAnswer> history(String id) {
        return records.read(work -> ReviewStore.history(id, work));
    }

    /** {@return what was decided, by the texts of the record ids, for a model to learn from} */
    public List<Answer> answers() {
        return records.read(work -> ReviewStore.all(State.ANSWERED, work)).stream()
                .map(question ->
                        new Answer(question.first().text(), question.second().text(), question.decision()))
                .toList();
    }

    private boolean isApart(ReviewQuestion question, UnitOfWork work) {
        Optional<ProfileId> first = records.profileOf(question.first(), work);
        Optional<ProfileId> second = records.profileOf(question.second(), work);
        return first.isPresent() && second.isPresent() && !first.equals(second);
    }
}
