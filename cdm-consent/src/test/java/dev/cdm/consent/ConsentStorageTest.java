package dev.cdm.consent;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.consent.guardian.Guardianship;
import dev.cdm.consent.json.ConsentBodies;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentLedger;
import dev.cdm.consent.ledger.ConsentLedger.Head;
import dev.cdm.consent.ledger.ConsentLedger.Seal;
import dev.cdm.consent.ledger.DoubleOptIn;
import dev.cdm.consent.ledger.DoubleOptIn.Pending;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.recipient.Disclosed;
import dev.cdm.consent.recipient.DisclosureLog;
import dev.cdm.consent.suppression.SuppressionList;
import dev.cdm.core.Customers;
import dev.cdm.core.json.JsonCodecs;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecipientId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.SchemaMode;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.jdbc.JdbcStorage;
import dev.cdm.core.storage.memory.MemoryStorage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The facts of this module in each store: all kinds come back as they went, and consent and core are one transaction. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentStorageTest {

    private static final Instant TIME = Instant.parse("2025-03-01T10:00:00.123456789Z");
    private static final SourceSystem SHOP =
            SourceSystem.builder("shop", SourceKind.SHOP).build();
    private static final RecordId HANAKO = SHOP.record("c-88");
    private static final PurposeId NEWS = new PurposeId("news");
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
        h2.setURL("jdbc:h2:mem:consent;DB_CLOSE_DELAY=-1");
        return Stream.of(MemoryStorage.create(), durable(h2), durable(server.getPostgresDatabase()));
    }

    private Storage durable(DataSource source) {
        return JdbcStorage.builder(source)
                .tenant("tenant" + tenants++)
                .codecs(JsonCodecs.of(new ConsentBodies()))
                .tombstoneKey(KEY)
                .build();
    }

    private static Map<Kind<?>, Object> facts() {
        ConsentEvent event = ConsentEvent.of(EventKind.REQUESTED, HANAKO, NEWS)
                .at(TIME)
                .contactPoint("hanako@example.org")
                .build();
        Map<Kind<?>, Object> facts = new LinkedHashMap<>();
        facts.put(ConsentLedger.EVENTS, event);
        facts.put(ConsentLedger.HEADS, new Head(HANAKO, 3));
        facts.put(ConsentLedger.SEALS, new Seal("0001", 1, TIME, List.of("h1", "h2"), "c9"));
        facts.put(ConsentLedger.GUARDIANS, new Guardianship(HANAKO, SHOP.record("c-7"), TIME, null, "check"));
        facts.put(DoubleOptIn.PENDING, new Pending("h", event, TIME));
        facts.put(
                DisclosureLog.ENTRIES,
                Disclosed.of(Set.of(HANAKO), new RecipientId("mailer"), NEWS, Set.of("email"), TIME));
        facts.put(SuppressionList.ENTRIES, new SuppressionList.Entry("h", "complaint", TIME));
        return facts;
    }

    @ParameterizedTest
    @MethodSource("stores")
    void everyKindComesBackAsItWent(Storage storage) {
        Map<Kind<?>, Object> facts = facts();
        assertThat(facts.keySet()).containsExactlyElementsOf(new ConsentKinds().all());
        storage.prepare(new ConsentKinds().all(), SchemaMode.CREATE);
        facts.forEach((kind, fact) -> {
            storage.write(work -> put(kind, fact, work));
            assertThat(storage.<Object>read(work -> get(kind, fact, work))).isEqualTo(fact);
        });
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aTransactionOverConsentAndCoreRollsBackAsOne(Storage storage) {
        Customers customers = Customers.over(storage).sources(SHOP).build();
        Consents consents = consents(customers);
        RawRecord record =
                RawRecord.builder(HANAKO).field("email", "hanako@example.org").build();
        customers.receive(record);
        ProfileId profile = customers.profile(HANAKO).orElseThrow().id();
        consents.record(ConsentEvent.given(HANAKO, NEWS).at(TIME));
        assertThatThrownBy(() -> storage.write(work -> {
                    consents.record(
                            List.of(ConsentEvent.withdrawn(HANAKO, NEWS)
                                    .at(TIME.plusSeconds(1))
                                    .build()),
                            work);
                    facts().forEach((kind, fact) -> {
                        if (kind != ConsentLedger.HEADS) {
                            put(kind, fact, work);
                        }
                    });
                    customers.refused(List.of(SHOP.record("new")), work);
                    throw new IllegalStateException("the host changed its mind");
                }))
                .hasMessage("the host changed its mind");
        assertThat(consents.decide(profile, NEWS).reason()).isEqualTo(Reason.CONSENT);
        assertThat(consents.plain().may(profile, NEWS)).isTrue();
        assertThat(consents.events(profile)).hasSize(1);
        facts().forEach((kind, fact) -> {
            if (kind != ConsentLedger.HEADS) {
                assertThat(storage.<Boolean>read(work -> has(kind, fact, work)))
                        .as(kind.name())
                        .isFalse();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("stores")
    void anErasedPersonIsDeniedAsErasedAlsoForThenAndStaysSuppressed(Storage storage) {
        Customers customers = Customers.over(storage).sources(SHOP).build();
        Consents consents = consents(customers);
        customers.receive(
                RawRecord.builder(HANAKO).field("email", "hanako@example.org").build());
        ProfileId profile = customers.profile(HANAKO).orElseThrow().id();
        consents.record(ConsentEvent.given(HANAKO, NEWS).at(TIME));
        consents.suppress("hanako@example.org", "complaint");
        consents.seal();
        assertThat(consents.decide(profile, NEWS).permitted()).isTrue();
        customers.erase(profile, "dpo", "asked for");
        Decision now = consents.decide(profile, NEWS);
        assertThat(now.reason()).isEqualTo(Reason.ERASED);
        assertThat(consents.decide(consents.ask(profile, NEWS).knownAt(1).build())
                        .reason())
                .isEqualTo(Reason.ERASED);
        assertThat(consents.plain().answer(consents.ask(profile, NEWS).build())).isEqualTo(Reason.ERASED);
        assertThat(consents.decide(HANAKO, NEWS).reason()).isEqualTo(Reason.UNKNOWN_SUBJECT);
        consents.record(ConsentEvent.given(HANAKO, NEWS).at(TIME.plusSeconds(9)));
        assertThat(consents.decide(HANAKO, NEWS).permitted()).isFalse();
        RecordId again = SHOP.record("c-90");
        customers.receive(
                RawRecord.builder(again).field("email", "hanako@example.org").build());
        consents.record(ConsentEvent.given(again, NEWS).at(TIME));
        assertThat(consents.decide(consents.ask(again, NEWS)
                                .contactPoint("hanako@example.org")
                                .build())
                        .reason())
                .isEqualTo(Reason.SUPPRESSED);
    }

    private static Consents consents(Customers customers) {
        return Consents.over(customers)
                .purposes(Purpose.builder("news", "News").build())
                .suppression(KEY)
                .build();
    }

    @SuppressWarnings("unchecked") // a kind and a fact of its type
    private static <T> boolean put(Kind<T> kind, Object fact, UnitOfWork work) {
        if (kind instanceof LogKind<T> log) {
            return !work.log(log).append(List.of((T) fact)).isEmpty();
        }
        return work.table((TableKind<T>) kind).put((T) fact, 0) > 0;
    }

    @SuppressWarnings("unchecked") // a kind and a fact of its type
    private static <T> Object get(Kind<T> kind, Object fact, UnitOfWork work) {
        String key = kind.key((T) fact);
        return kind instanceof LogKind<T> log
                ? requireNonNull(work.log(log).get(List.of(key)).get(key))
                : requireNonNull(work.table((TableKind<T>) kind)
                                .get(List.of(key))
                                .get(key))
                        .document();
    }

    @SuppressWarnings("unchecked") // a kind and a fact of its type
    private static <T> boolean has(Kind<T> kind, Object fact, UnitOfWork work) {
        List<String> keys = List.of(kind.key((T) fact));
        return kind instanceof LogKind<T> log
                ? !work.log(log).get(keys).isEmpty()
                : !work.table((TableKind<T>) kind).get(keys).isEmpty();
    }
}
