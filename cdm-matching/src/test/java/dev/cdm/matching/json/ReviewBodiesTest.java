package dev.cdm.matching.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.json.JsonCodecs;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.UnreadableBodyException;
import dev.cdm.matching.joining.Answer.Opinion;
import dev.cdm.matching.review.ReviewAnswer;
import dev.cdm.matching.review.ReviewAnswer.Act;
import dev.cdm.matching.review.ReviewKinds;
import dev.cdm.matching.review.ReviewQuestion;
import dev.cdm.matching.review.ReviewQuestion.Cause;
import dev.cdm.matching.review.ReviewQuestion.State;
import dev.cdm.matching.review.ReviewQuestion.Vote;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The golden files are bodies as this version writes them: later versions must still read them. */
class ReviewBodiesTest {

    private static final Instant TIME = Instant.parse("2025-03-01T10:00:00.123456789Z");
    private static final RecordId ONE = new RecordId("crm", "4711");
    private static final RecordId OTHER = new RecordId("shop", "c-88");

    private final Codecs codecs = JsonCodecs.of(new ReviewBodies());

    @Test
    void everyKindOfTheRoomHasACodec() {
        assertThat(new ReviewBodies().codecs())
                .extracting(codec -> (Object) codec.kind())
                .containsExactlyElementsOf(new ReviewKinds().all());
    }

    @Test
    void questionsAndAnswersAreReadAsTheyWereWritten() {
        golden(
                "review-question-v1.json",
                ReviewKinds.QUESTIONS,
                new ReviewQuestion(
                        ONE,
                        OTHER,
                        Cause.AMBIGUOUS,
                        .625,
                        3.5,
                        "m-7",
                        List.of("given: nearly the same", "birth: missing"),
                        TIME,
                        State.OPEN,
                        List.of(new Vote("anna", Opinion.MATCH, "same hand"), new Vote("ben", Opinion.NO_MATCH, ""))));
        golden(
                "review-answer-v1.json",
                ReviewKinds.ANSWERS,
                new ReviewAnswer(ONE, OTHER, Act.ACCEPT, "anna", "same hand", TIME));
    }

    @Test
    void aDamagedBodyIsUnreadable() {
        for (String body : List.of("", "{}", "{\"first\":1}", "{\"state\":\"OPEN\"", "[]", "null")) {
            assertThatThrownBy(() -> codecs.decode(ReviewKinds.QUESTIONS, 1, body))
                    .isInstanceOf(UnreadableBodyException.class);
        }
    }

    private <T> void golden(String file, Kind<T> kind, T fact) {
        String stored = resource(file);
        assertThat(codecs.encode(kind, fact)).isEqualTo(stored);
        assertThat(codecs.decode(kind, 1, stored)).isEqualTo(fact);
    }

    private static String resource(String file) {
        try (InputStream in = Objects.requireNonNull(ReviewBodiesTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
