package dev.cdm.examples.quickstart;

import static dev.cdm.core.schema.StandardSchema.EMAIL;
import static dev.cdm.core.schema.StandardSchema.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.Consents;
import dev.cdm.consent.json.ConsentBodies;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.core.Customers;
import dev.cdm.core.MergeReceipt;
import dev.cdm.core.audit.ErasureReceipt;
import dev.cdm.core.ingest.IntakeReport;
import dev.cdm.core.ingest.IntakeResult.Verdict;
import dev.cdm.core.json.JsonCodecs;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.jdbc.JdbcStorage;
import dev.cdm.core.timeline.Event;
import dev.cdm.core.timeline.StandardEvents;
import dev.cdm.core.timeline.TimelineQuery;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both front doors over the durable stores: what the walk does in memory, what a restart finds, what a host rolls back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseWalkTest {

    private static final SourceSystem CRM =
            SourceSystem.builder("crm", SourceKind.CRM).trust(80).build();
    private static final SourceSystem SHOP =
            SourceSystem.builder("shop", SourceKind.SHOP).build();
    private static final Purpose OFFERS = Purpose.builder("offers", "Offers by e-mail")
            .attributes(NAME, EMAIL)
            .build();
    private static final RecordId ANN = CRM.record("4711");
    private static final RecordId BUYER = SHOP.record("c-88");
    private static final RecordId OTHER = SHOP.record("c-99");
    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00.123456789Z");

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

    Stream<DataSource> databases() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:walk;DB_CLOSE_DELAY=-1");
        return Stream.of(h2, server.getPostgresDatabase());
    }

    /** One opening of a tenant, as after a restart. */
    private record Opened(JdbcStorage storage, Customers customers, Consents consents) {

        static Opened of(DataSource database, String tenant) {
            JdbcStorage storage = JdbcStorage.builder(database)
                    .codecs(JsonCodecs.of(new ConsentBodies()))
                    .tombstoneKey(TombstoneKey.of(new byte[32]))
                    .tenant(tenant)
                    .build();
            Customers customers = Customers.over(storage).sources(CRM, SHOP).build();
            return new Opened(
                    storage,
                    customers,
                    Consents.over(customers).purposes(OFFERS).build());
        }

        Profile profile(RecordId record) {
            return customers.profile(record).orElseThrow();
        }

        boolean permits(RecordId record) {
            return consents.decide(record, OFFERS.id()).permitted();
        }
    }

    private Opened fresh(DataSource database) {
        return Opened.of(database, "t" + ++tenants);
    }

    private static RawRecord raw(RecordId record, String mail) {
        return RawRecord.of(record, Map.of("name", "Ann \ud842\udfb7 Lee", "mail", mail));
    }

    private static Event order(RecordId record) {
        return Event.builder(record, StandardEvents.ORDER_PLACED, NOON, NOON.plusSeconds(1))
                .reference("o-1")
                .build();
    }

    private static ConsentEvent given(RecordId record) {
        return ConsentEvent.given(record, OFFERS.id())
                .notice("offers-3")
                .evidence("form")
                .at(NOON)
                .build();
    }

    private static void receiveAll(Opened open) {
        open.customers.receive(
                raw(ANN, "ann@example.com"), raw(BUYER, "ANN@example.com"), raw(OTHER, "bea@example.org"));
        assertThat(open.customers.append(List.of(order(ANN), order(OTHER)))).hasSize(2);
        assertThat(open.consents.record(given(ANN), given(OTHER))).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theWholeWalkIsTheSameAfterARestart(DataSource database) {
        Opened first = fresh(database);
        String tenant = "t" + tenants;
        receiveAll(first);
        ProfileId ann = first.profile(ANN).id();
        ProfileId other = first.profile(OTHER).id();
        MergeReceipt merged = first.customers.merge(ANN, OTHER, "steward", "same person");
        first.consents.record(ConsentEvent.withdrawn(BUYER, OFFERS.id()));

        Opened second = Opened.of(database, tenant);
        receiveAgain(second);
        assertThat(second.profile(OTHER).recordIds()).containsExactly(ANN, BUYER, OTHER);
        assertThat(second.profile(ANN).value(NAME).orElseThrow().display()).isEqualTo("Ann \ud842\udfb7 Lee");
        assertThat(second.permits(OTHER)).isFalse();
        assertThat(second.customers.timeline(ann, TimelineQuery.all()).items())
                .containsExactlyInAnyOrder(order(ANN), order(OTHER));

        assertThat(second.customers.unmerge(merged, "steward", "")).isTrue();
        assertThat(List.of(second.profile(ANN).id(), second.profile(OTHER).id()))
                .containsExactly(ann, other);
        assertThat(second.permits(OTHER)).isTrue();
        assertThat(second.permits(ANN)).isFalse();
        assertThat(second.consents.view(other, OFFERS.id()).attributeNames()).containsExactly("name", "email");
        second.customers.separate(BUYER, "steward", "");
        assertThat(second.profile(ANN).recordIds()).containsExactly(ANN);
        assertThat(second.permits(ANN)).isTrue();
        assertThat(second.profile(BUYER).id()).isNotEqualTo(ann);
        assertThat(second.customers.export(ann)).contains("ann@example.com", "order_placed");
        assertThat(second.customers.explain(ann).held()).isEmpty();
    }

    private static void receiveAgain(Opened open) {
        IntakeReport again = open.customers.receive(
                raw(ANN, "ann@example.com"), raw(BUYER, "ANN@example.com"), raw(OTHER, "bea@example.org"));
        assertThat(again.unchanged()).isTrue();
        assertThat(open.customers.append(List.of(order(ANN)))).isEmpty();
        assertThat(open.consents.record(given(ANN))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoWasErasedStaysErasedInEveryKind(DataSource database) {
        Opened open = fresh(database);
        String tenant = "t" + tenants;
        receiveAll(open);
        ProfileId ann = open.profile(ANN).id();
        ErasureReceipt receipt = open.customers.erase(ann, "dpo", "request 7");
        assertThat(receipt.records()).isEqualTo(2);
        assertThat(receipt.remaining()).isZero();
        assertThat(receipt.erased()).containsEntry("consent_event", 1).containsEntry("event", 1);

        Opened again = Opened.of(database, tenant);
        IntakeReport refused = again.customers.receive(raw(ANN, "new@example.com"), raw(BUYER, "ann@example.com"));
        assertThat(refused.count(Verdict.REFUSED_ERASED)).isEqualTo(2);
        assertThat(again.customers.append(List.of(order(ANN)))).isEmpty();
        assertThat(again.consents.record(given(ANN))).isEmpty();
        assertThat(again.consents.record(
                        ConsentEvent.given(BUYER, OFFERS.id()).at(NOON).build()))
                .isEmpty();
        assertThat(again.customers.profile(ann)).isEmpty();
        assertThat(again.customers.find("email", "ann@example.com")).isEmpty();
        assertThat(again.permits(ANN)).isFalse();
        assertThat(again.permits(OTHER)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatTheHostRollsBackNeverWas(DataSource database) throws SQLException {
        Opened open = fresh(database);
        receiveAll(open);
        ProfileId ann = open.profile(ANN).id();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Customers inside = open.customers.on(open.storage.joining(connection));
            inside.receive(raw(ANN, "other@example.net"), raw(CRM.record("new"), "new@example.net"));
            inside.write(work -> open.consents.record(
                    List.of(ConsentEvent.withdrawn(ANN, OFFERS.id())
                            .at(NOON.plusSeconds(9))
                            .build()),
                    work));
            ConsentQuery asked = open.consents.ask(ANN, OFFERS.id()).build();
            assertThat(inside.<Boolean>read(
                            work -> open.consents.decide(asked, work).permitted()))
                    .isFalse();
            assertThat(open.permits(ANN)).isTrue();
            connection.rollback();
        }
        assertThat(open.permits(ANN)).isTrue();
        assertThat(open.customers.profile(CRM.record("new"))).isEmpty();
        assertThat(open.profile(ANN).recordIds()).containsExactly(ANN, BUYER);
        assertThat(open.profile(ANN).id()).isEqualTo(ann);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void writersWhoMeetAtNewIdentifiersEndInOneProfileEach(DataSource database) throws Exception {
        int writers = 3;
        int persons = 12;
        fresh(database);
        String tenant = "t" + tenants;
        CyclicBarrier start = new CyclicBarrier(writers);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            String name = writer + "-";
            Customers customers = Opened.of(database, tenant).customers;
            tasks.add(() -> {
                for (int person = 0; person < persons; person++) {
                    start.await();
                    customers.receive(
                            raw(CRM.record(name + person), "p" + person + "@example.com"),
                            raw(SHOP.record(name + person), "p" + person + "@example.com"));
                }
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        Opened after = Opened.of(database, tenant);
        Set<ProfileId> profiles = new HashSet<>();
        for (int person = 0; person < persons; person++) {
            Profile profile = after.profile(CRM.record("0-" + person));
            assertThat(profile.recordIds()).hasSize(2 * writers);
            profiles.add(profile.id());
        }
        assertThat(profiles).hasSize(persons);
    }
}
