package dev.cdm.matching.review;

import static dev.cdm.matching.review.Desk.ask;
import static dev.cdm.matching.review.Desk.id;
import static dev.cdm.matching.review.Desk.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.json.JsonCodecs;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.jdbc.JdbcStorage;
import dev.cdm.core.storage.memory.MemoryStorage;
import dev.cdm.matching.joining.Answer.Opinion;
import dev.cdm.matching.json.ReviewBodies;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queue over each store: it sorts, decides, rolls back and forgets in the same way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewStorageTest {

    private static final TombstoneKey KEY = TombstoneKey.of(new byte[32]);

    private EmbeddedPostgres server;
    private int tenants;

    @BeforeAll
    void start() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    Stream<Storage> stores() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:review;DB_CLOSE_DELAY=-1");
        return Stream.of(MemoryStorage.create(), durable(h2), durable(server.getPostgresDatabase()));
    }

    private Storage durable(DataSource source) {
        return JdbcStorage.builder(source)
                .tenant("tenant" + tenants++)
                .codecs(JsonCodecs.of(new ReviewBodies()))
                .tombstoneKey(KEY)
                .build();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void questionsAreSortedDecidedAndPassedOn(Storage storage) {
        Desk desk = new Desk(storage).receive(1, 2, 3, 4);
        desk.queue.raise(List.of(ask(1, 2, 1e-9), ask(3, 4, 0), ask(1, 3, 1e9), ask(2, 4, 3.5)));
        assertThat(desk.queue.next("anna", 9))
                .extracting(ReviewQuestion::priority)
                .containsExactly(1e9, 3.5, 1e-9, 0.0);
        desk.queue.answer(id(1, 2), Opinion.MATCH, "anna", "why");
        assertThat(desk.together(1, 2)).isTrue();
        assertThat(desk.queue.next("anna", 9)).extracting(ReviewQuestion::id).doesNotContain(id(1, 2));
        assertThat(desk.queue.history(id(1, 2))).hasSize(1);
        ReviewQuestion question = desk.queue.question(id(2, 4)).orElseThrow();
        assertThat(question.agreement()).containsExactly("birth: the same year");
        assertThat(question.asked().isBefore(Desk.START)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void whatTheHostRollsBackWasNeverAskedNorReceived(Storage storage) {
        Desk desk = new Desk(storage).receive(1, 2);
        ReviewAnswer answer = new ReviewAnswer(record(1), record(2), ReviewAnswer.Act.ACCEPT, "anna", "", Desk.START);
        assertThatThrownBy(() -> storage.write(work -> {
                    work.table(ReviewKinds.QUESTIONS).put(ask(1, 2, 1), 0);
                    work.log(ReviewKinds.ANSWERS).append(List.of(answer));
                    desk.customers.refused(List.of(record(9)), work);
                    throw new IllegalStateException("the host changed its mind");
                }))
                .hasMessage("the host changed its mind");
        assertThat(desk.queue.question(id(1, 2))).isEmpty();
        assertThat(desk.queue.history(id(1, 2))).isEmpty();
        storage.write(work -> work.log(ReviewKinds.ANSWERS).append(List.of(answer)));
        storage.write(work -> work.log(ReviewKinds.ANSWERS).append(List.of(answer)));
        assertThat(desk.queue.history(id(1, 2))).containsExactly(answer);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void anErasedPersonIsNeitherAskedAboutNorRemembered(Storage storage) {
        Desk desk = new Desk(storage).receive(1, 2, 3);
        desk.queue.raise(List.of(ask(1, 2, 1), ask(1, 3, 1), ask(2, 3, 1)));
        desk.queue.answer(id(1, 2), Opinion.NO_MATCH, "anna", "");
        desk.customers.erase(List.of(record(1)), "dpo", "asked for");
        assertThat(desk.queue.answers()).isEmpty();
        assertThat(desk.queue.history(id(1, 2))).isEmpty();
        assertThat(desk.queue.next("anna", 9)).extracting(ReviewQuestion::id).containsExactly(id(2, 3));
        assertThat(desk.queue.raise(List.of(ask(1, 2, 1)))).isZero();
    }
}
