package dev.cdm.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Assurance;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.core.Customers;
import dev.cdm.core.MergeReceipt;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.storage.memory.MemoryStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Law 9 over random histories of consents, merges and unmerges: what was known then includes who was linked with whom. */
class KnownThenProperties {

    private static final SourceSystem SHOP =
            SourceSystem.builder("shop", SourceKind.SHOP).build();
    private static final PurposeId NEWS = new PurposeId("news");
    private static final List<RecordId> RECORDS =
            List.of(SHOP.record("1"), SHOP.record("2"), SHOP.record("3"), SHOP.record("4"));
    private static final List<EventKind> KINDS =
            List.of(EventKind.GIVEN, EventKind.GIVEN, EventKind.WITHDRAWN, EventKind.OBJECTED, EventKind.OPT_OUT);

    private Instant now = Instant.EPOCH;
    private Customers customers = emptyCustomers();
    private Consents consents = emptyConsents();
    private final List<MergeReceipt> merges = new ArrayList<>();

    private Customers emptyCustomers() {
        return Customers.over(MemoryStorage.create())
                .sources(SHOP)
                .kinds(new ConsentKinds())
                .clock(() -> now)
                .build();
    }

    private Consents emptyConsents() {
        return Consents.over(customers)
                .purposes(
                        Purpose.builder("all", "All").build(),
                        Purpose.builder("news", "News")
                                .under("all")
                                .bases(LegalBasis.CONSENT, LegalBasis.LEGITIMATE_INTEREST)
                                .build())
                .build();
    }

    /** What was answered at a position, by record id and by the profile id it then had. */
    private record Answered(long position, Instant at, String subject, Decision decision) {}

    @Property(tries = 60)
    void whatWasDecidedAtAPositionStaysThatThroughLaterMergesAndUnmerges(@ForAll long seed) {
        start();
        Random random = new Random(seed);
        List<Answered> before = new ArrayList<>();
        long position = 0;
        for (int i = 0; i < 12; i++) {
            step(random);
            position += consents.seal();
            now = now.plusSeconds(1);
            long known = position;
            RECORDS.forEach(record -> before.add(answer(record.text(), known)));
            RECORDS.stream().map(this::profileOf).forEach(profile -> before.add(answer(profile.text(), known)));
            now = now.plusSeconds(60);
        }
        for (Answered then : before) {
            assertThat(consents.decide(
                            ask(then.subject(), then.at()).knownAt(then.at()).build()))
                    .isEqualTo(then.decision());
        }
        for (Answered then : before) {
            ConsentQuery query = ask(then.subject(), then.at()).knownAt(then.at()).build();
            assertThat(consents.replay(then.decision(), query)).isEqualTo(then.decision());
        }
        for (Answered then : before) {
            if (then.position() > 0 && sealedLast(before, then)) {
                Decision again = consents.decide(
                        ask(then.subject(), then.at()).knownAt(then.position()).build());
                assertThat(again).isEqualTo(then.decision());
            }
        }
    }

    @Property(tries = 60)
    void afterAnUnmergeEachPartHasItsOwnEvents(@ForAll long seed) {
        start();
        Random random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            give(random);
        }
        Map<RecordId, Decision> before = new LinkedHashMap<>();
        RECORDS.forEach(record ->
                before.put(record, consents.decide(ask(record.text(), now).build())));
        merge(random);
        Set<RecordId> merged = Set.copyOf(customers.read(work ->
                customers.members(customers.profileOf(RECORDS.get(0), work).orElseThrow(), work)));
        assertThat(merged).isNotEmpty();
        while (!merges.isEmpty()) {
            unmerge(random);
        }
        RECORDS.forEach(record -> assertThat(
                        consents.decide(ask(record.text(), now).build()))
                .usingRecursiveComparison()
                .isEqualTo(before.get(record)));
    }

    /* The membership of a position is that of the time it was sealed, so only the first look after a sealing is it. */
    private static boolean sealedLast(List<Answered> all, Answered one) {
        return all.stream()
                .filter(other -> other.position() == one.position())
                .noneMatch(other -> other.at().isBefore(one.at()));
    }

    private void start() {
        now = Instant.parse("2025-03-01T10:00:00Z");
        merges.clear();
        customers = emptyCustomers();
        consents = emptyConsents();
        RECORDS.forEach(record -> customers.receive(RawRecord.of(record, Map.of("name", "Example " + record.key()))));
        now = now.plusSeconds(60);
    }

    private void step(Random random) {
        switch (random.nextInt(5)) {
            case 0 -> merge(random);
            case 1 -> unmerge(random);
            default -> give(random);
        }
    }

    private void give(Random random) {
        EventKind kind = KINDS.get(random.nextInt(KINDS.size()));
        PurposeId purpose = random.nextInt(4) == 0 ? new PurposeId("all") : NEWS;
        consents.record(ConsentEvent.of(kind, RECORDS.get(random.nextInt(RECORDS.size())), purpose)
                .at(now)
                .covering(List.of(NEWS))
                .assurance(random.nextInt(3) == 0 ? Assurance.HIGH : Assurance.LOW)
                .build());
        now = now.plusSeconds(60);
    }

    private void merge(Random random) {
        RecordId first = RECORDS.get(random.nextInt(RECORDS.size()));
        RecordId second = RECORDS.get(random.nextInt(RECORDS.size()));
        if (!profileOf(first).equals(profileOf(second))) {
            merges.add(customers.merge(first, second, "steward", ""));
        }
        now = now.plusSeconds(60);
    }

    private void unmerge(Random random) {
        if (!merges.isEmpty()) {
            customers.unmerge(merges.remove(random.nextInt(merges.size())), "steward", "");
        }
        now = now.plusSeconds(60);
    }

    private ProfileId profileOf(RecordId record) {
        return customers.read(work -> customers.profileOf(record, work)).orElseThrow();
    }

    private Answered answer(String subject, long position) {
        return new Answered(
                position,
                now,
                subject,
                consents.decide(ask(subject, now).knownAt(now).build()));
    }

    private static ConsentQuery.Builder ask(String subject, Instant at) {
        return ConsentQuery.about(subject, NEWS, at);
    }
}
