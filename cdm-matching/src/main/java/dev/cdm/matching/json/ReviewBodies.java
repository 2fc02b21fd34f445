package dev.cdm.matching.json;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.json.JsonCodec;
import dev.cdm.core.json.JsonModule;
import dev.cdm.core.json.JsonObject;
import dev.cdm.core.model.RecordId;
import dev.cdm.matching.joining.Answer.Opinion;
import dev.cdm.matching.review.ReviewAnswer;
import dev.cdm.matching.review.ReviewKinds;
import dev.cdm.matching.review.ReviewQuestion;
import dev.cdm.matching.review.ReviewQuestion.Cause;
import dev.cdm.matching.review.ReviewQuestion.State;
import dev.cdm.matching.review.ReviewQuestion.Vote;
import java.util.List;

/**
 * The bodies of the kinds of review as JSON. Immutable, thread-safe.
 *
 * <pre>{@code
 * Codecs codecs = JsonCodecs.of(new ReviewBodies());
 * }</pre>
 */
public final class ReviewBodies implements JsonModule {

    /** Creates the module. */
    public ReviewBodies() {}

    @Override
    public List<JsonCodec<?>> codecs() {
        return ImmutableList.of(
                JsonCodec.of(ReviewKinds.ANSWERS, ReviewBodies::answer, ReviewBodies::answer),
                JsonCodec.of(ReviewKinds.QUESTIONS, ReviewBodies::question, ReviewBodies::question));
    }

    private static JsonObject answer(ReviewAnswer answer) {
        return JsonObject.builder()
                .put("first", answer.first().text())
                .put("second", answer.second().text())
                .put("act", answer.act())
                .put("steward", answer.steward())
                .putUnlessEmpty("reason", answer.reason())
                .put("at", answer.at())
                .build();
    }

    private static ReviewAnswer answer(JsonObject body) {
        return new ReviewAnswer(
                RecordId.parse(body.text("first")),
                RecordId.parse(body.text("second")),
                body.constant("act", ReviewAnswer.Act.class),
                body.text("steward"),
                body.text("reason", ""),
                body.time("at"));
    }

    private static JsonObject question(ReviewQuestion question) {
        return JsonObject.builder()
                .put("first", question.first().text())
                .put("second", question.second().text())
                .put("cause", question.cause())
                .put("probability", question.probability())
                .put("priority", question.priority())
                .put("model", question.model())
                .putTexts("agreement", question.agreement())
                .put("asked", question.asked())
                .put("state", question.state())
                .putObjects(
                        "votes",
                        question.votes().stream().map(ReviewBodies::vote).toList())
                .build();
    }

    private static ReviewQuestion question(JsonObject body) {
        return new ReviewQuestion(
                RecordId.parse(body.text("first")),
                RecordId.parse(body.text("second")),
                body.constant("cause", Cause.class),
                body.decimal("probability"),
                body.decimal("priority"),
                body.text("model"),
                body.texts("agreement"),
                body.time("asked"),
                body.constant("state", State.class),
                body.objects("votes").stream().map(ReviewBodies::vote).toList());
    }

    private static JsonObject vote(Vote vote) {
        return JsonObject.builder()
                .put("steward", vote.steward())
                .put("opinion", vote.opinion())
                .putUnlessEmpty("reason", vote.reason())
                .build();
    }

    private static Vote vote(JsonObject body) {
        return new Vote(body.text("steward"), body.constant("opinion", Opinion.class), body.text("reason", ""));
    }
}
