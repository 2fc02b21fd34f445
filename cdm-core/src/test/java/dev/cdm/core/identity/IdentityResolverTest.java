package dev.cdm.core.identity;

import static dev.cdm.core.identity.Resolution.Outcome.CHANGED;
import static dev.cdm.core.identity.Resolution.Outcome.MATCHED;
import static dev.cdm.core.identity.Resolution.Outcome.MERGED;
import static dev.cdm.core.identity.Resolution.Outcome.NEW;
import static dev.cdm.core.identity.Resolution.Outcome.SPLIT;
import static dev.cdm.core.identity.Resolution.Outcome.UNCHANGED;
import static dev.cdm.core.identity.World.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cdm.core.identity.LinkEvent.Ground;
import dev.cdm.core.identity.Resolution.Outcome;
import dev.cdm.core.linking.IdentifierLimits;
import dev.cdm.core.linking.IdentifierRule;
import dev.cdm.core.linking.LimitWindow;
import dev.cdm.core.linking.SurvivorRule;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class IdentityResolverTest {

    private final World world = new World();

    private Outcome outcome(SourceRecord observed) {
        return world.receive(observed).get(0).outcome();
    }

    @Test
    void recordsThatShareAnIdentifierAreOneProfileWithTheOldestId() {
        assertThat(outcome(record("crm/1", 0, "email:ada@example.com"))).isEqualTo(NEW);
        assertThat(outcome(record("shop/7", 1, "phone:+4930123456"))).isEqualTo(NEW);
        assertThat(outcome(record("web/a", 2, "email:ada@example.com"))).isEqualTo(MATCHED);
        assertThat(outcome(record("app/x", 3, "email:ada@example.com", "phone:+4930123456")))
                .isEqualTo(MERGED);
        assertThat(world.partition()).isEqualTo(Map.of("p001", Set.of("crm/1", "shop/7", "web/a", "app/x")));
    }

    @Test
    void aBatchIsResolvedTogether() {
        List<Resolution> resolutions = world.receive(
                record("crm/1", 0, "email:ada@example.com"),
                record("crm/2", 0, "email:ada@example.com"),
                record("crm/3", 0, "email:bob@example.com"));
        assertThat(resolutions).extracting(Resolution::outcome).containsExactly(NEW, MATCHED, NEW);
        assertThat(resolutions.get(1).profile()).contains(new ProfileId("p001"));
        assertThat(resolutions.get(1).evidence()).singleElement().satisfies(edge -> {
            assertThat(edge.ground()).isEqualTo(Ground.SHARED_IDENTIFIER);
            assertThat(edge.detail()).isEqualTo("email");
            assertThat(edge.touches(World.id("crm/1"))).isTrue();
        });
    }

    @Test
    void theSameObservationAgainChangesNothing() {
        SourceRecord ada = record("crm/1", 0, "email:ada@example.com");
        world.receive(ada);
        int events = world.events().size();
        List<Resolution> again = world.receive(ada, ada);
        assertThat(again).extracting(Resolution::outcome).containsOnly(UNCHANGED);
        assertThat(again).extracting(Resolution::profileId).containsOnly(new ProfileId("p001"));
        assertThat(world.events()).hasSize(events);
    }

    @Test
    void anOutdatedObservationIsKeptButChangesNothing() {
        world.receive(record("crm/1", 5, "email:new@example.com"));
        assertThat(outcome(record("crm/1", 1, "email:old@example.com"))).isEqualTo(UNCHANGED);
        assertThat(world.state("crm/1").identifiers()).containsExactly(World.identifier("email:new@example.com"));
    }

    @Test
    void aCorrectedIdentifierTakesBackExactlyTheLinkItMade() {
        world.receive(record("crm/1", 0, "email:ada@example.com"));
        world.receive(record("crm/2", 0, "phone:+4930123456"));
        Map<String, Set<String>> before = world.partition();
        world.receive(record("web/a", 1, "email:ada@example.com", "phone:+4930123456"));
        assertThat(world.partition()).hasSize(1);
        assertThat(outcome(record("web/a", 2, "email:other@example.com"))).isEqualTo(SPLIT);
        assertThat(world.partition()).containsAllEntriesOf(before).containsEntry("p003", Set.of("web/a"));
    }

    @Test
    void aDeletedRecordLinksNothingAndKeepsItsBirthId() {
        world.receive(record("crm/1", 0, "email:ada@example.com"));
        world.receive(record("crm/2", 0, "email:ada@example.com"));
        assertThat(outcome(record("crm/1", 1, ObservationKind.DELETION))).isEqualTo(SPLIT);
        assertThat(world.partition()).isEqualTo(Map.of("p001", Set.of("crm/1"), "p002", Set.of("crm/2")));
        assertThat(world.state("crm/1").kind()).isEqualTo(ObservationKind.DELETION);
        assertThat(outcome(record("crm/1", 2, "email:ada@example.com"))).isEqualTo(MERGED);
        assertThat(world.profileOf("crm/2")).isEqualTo("p001");
    }

    @Test
    void attributesAndUnsharedIdentifiersChangeNoMembership() {
        world.receive(record("crm/1", 0, "email:ada@example.com"));
        assertThat(outcome(record("crm/1", 1, "email:ada@example.com"))).isEqualTo(CHANGED);
        assertThat(outcome(record("crm/1", 2, "email:ada@example.com", "phone:+49301")))
                .isEqualTo(CHANGED);
    }

    @Test
    void blockedAndWeakValuesLinkNothing() {
        world.receive(record("crm/1", 0, "email:noreply@example.com", "user_id:NULL", "phone:000-00", "shoe_size:42"));
        world.receive(record("crm/2", 0, "email:noreply@example.com", "user_id:NULL", "phone:000-00", "shoe_size:42"));
        assertThat(world.clusters()).isEqualTo(Set.of(Set.of("crm/1"), Set.of("crm/2")));
    }

    @Test
    void aUniquenessLimitKeepsTwoAccountsApart() {
        world.receive(record("crm/1", 0, "user_id:u1", "phone:+4930123456"));
        world.receive(record("crm/2", 0, "user_id:u2", "phone:+4930123456"));
        assertThat(world.partition()).hasSize(2);
        assertThat(world.events(LinkEvent.Refused.class)).singleElement().satisfies(event -> {
            assertThat(event.link().barrier()).isEqualTo(LinkEvent.Barrier.LIMIT);
            assertThat(event.link().detail()).isEqualTo("user_id");
        });
    }

    @Test
    void anIdentifierOfHigherPriorityWinsWhereNotAllLinksCanBeMade() {
        world.receive(record("crm/1", 0, "user_id:u1", "email:family@example.com"));
        world.receive(record("crm/2", 0, "user_id:u2", "email:family@example.com"));
        world.receive(record("web/a", 0, "user_id:u2", "email:family@example.com"));
        assertThat(world.clusters()).isEqualTo(Set.of(Set.of("crm/1"), Set.of("crm/2", "web/a")));
    }

    @Test
    void aValueThatTooManyRecordsCarryStopsLinkingAndLinksAgainWhenTheyAreFewer() {
        World small = new World(
                IdentifierLimits.builder()
                        .rule(IdentifierRule.of(World.identifier("phone:1").type())
                                .linking()
                                .maxRecords(3))
                        .build(),
                dev.cdm.core.permission.LinkGate.open());
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            records.add(record("crm/" + i, 0, "phone:+4930"));
        }
        small.receive(records);
        assertThat(small.partition()).hasSize(1);
        small.receive(record("crm/4", 0, "phone:+4930"));
        assertThat(small.partition()).hasSize(4);
        small.receive(record("crm/2", 1));
        assertThat(small.clusters()).isEqualTo(Set.of(Set.of("crm/1", "crm/3", "crm/4"), Set.of("crm/2")));
    }

    @Test
    void aGenericValueDoesNotCountTowardsALimit() {
        IdentifierLimits limits = IdentifierLimits.standard().toBuilder()
                .rule(IdentifierLimits.standard()
                        .rule(World.identifier("user_id:x").type())
                        .maxRecords(2))
                .build();
        World kiosk = new World(limits, dev.cdm.core.permission.LinkGate.open());
        kiosk.receive(
                record("pos/1", 0, "user_id:till-4"),
                record("pos/2", 0, "user_id:till-4"),
                record("pos/3", 0, "user_id:till-4", "email:ada@example.com"),
                record("crm/1", 0, "user_id:u1", "email:ada@example.com"));
        assertThat(kiosk.clusters()).isEqualTo(Set.of(Set.of("pos/1"), Set.of("pos/2"), Set.of("pos/3", "crm/1")));
    }

    @Test
    void randomIdsHave32HexadecimalDigitsAndDependOnTheSeedOnly() {
        Supplier<ProfileId> ids = IdentityResolver.randomIds(new Random(7));
        Supplier<ProfileId> same = IdentityResolver.randomIds(new Random(7));
        for (int i = 0; i < 100; i++) {
            ProfileId id = ids.get();
            assertThat(id.text()).matches("[0-9a-f]{32}");
            assertThat(same.get()).isEqualTo(id);
        }
    }

    @Test
    void reevaluationAppliesOtherLimitsToWhatIsThere() {
        world.receive(record("crm/1", 0, "user_id:u1", "phone:+4930123456"));
        world.receive(record("crm/2", 0, "user_id:u1", "phone:+4930999999"));
        world.receive(record("crm/3", 0, "phone:+4930999999"));
        assertThat(world.clusters()).isEqualTo(Set.of(Set.of("crm/1", "crm/2", "crm/3")));
        IdentifierLimits emailOnly = IdentifierLimits.builder().build();
        World strict = world.with(emailOnly, dev.cdm.core.permission.LinkGate.open());
        strict.reevaluate(List.of(World.id("crm/1"), World.id("crm/2"), World.id("crm/3"), World.id("crm/unknown")));
        assertThat(strict.partition()).hasSize(3);
        world.reevaluate(List.of(World.id("crm/1")));
        world.reevaluate(List.of(World.id("crm/2"), World.id("crm/3")));
        assertThat(world.partition()).isEqualTo(Map.of("p001", Set.of("crm/1", "crm/2", "crm/3")));
        int events = world.events().size();
        world.reevaluate(List.of(World.id("crm/1")));
        assertThat(world.events()).hasSize(events);
    }

    @Test
    void aLimitCountsOnlyWhatIsAssertedInOneSpanWhateverTheOrder() {
        int week = 7 * 24 * 60;
        IdentifierLimits weekly = IdentifierLimits.builder()
                .rule(IdentifierRule.of(World.identifier("email:x").type()).linking())
                .rule(IdentifierRule.of(World.identifier("device:x").type()).limit(1, LimitWindow.WEEKLY))
                .build();
        World some = new World(weekly, dev.cdm.core.permission.LinkGate.open());
        some.receive(record("web/3", week, "email:ada@example.com", "device:d3"));
        some.receive(record("web/1", 0, "email:ada@example.com", "device:d1"));
        some.receive(record("web/2", 1, "email:ada@example.com", "device:d2"));
        assertThat(some.clusters()).isEqualTo(Set.of(Set.of("web/1", "web/3"), Set.of("web/2")));
        some.receive(record("web/2", week * 2, "email:ada@example.com", "device:d2"));
        assertThat(some.clusters()).isEqualTo(Set.of(Set.of("web/1", "web/2", "web/3")));
    }

    @Test
    void aLoyaltyNumberLinksInUpperAndLowerCaseAndIsFoundInBoth() {
        world.receive(record("crm/1", 0, "loyalty_number:AB-17"), record("shop/1", 0, "loyalty_number:ab-17"));
        assertThat(world.clusters()).isEqualTo(Set.of(Set.of("crm/1", "shop/1")));
        for (String asked : List.of("AB-17", "ab-17", "Ab-17")) {
            assertThat(world.<Set<ProfileId>>read(
                            partition -> partition.find(World.identifier("loyalty_number:" + asked))))
                    .containsExactly(new ProfileId("p001"));
        }
    }

    @Test
    void theIdOfTheLargerProfileOrOfThePreferredSourceStaysIfTheRuleSaysSo() {
        for (SurvivorRule rule : List.of(SurvivorRule.largest(), SurvivorRule.preferring("shop"))) {
            World some = new World().surviving(rule);
            some.receive(record("crm/1", 0, "email:ada@example.com"));
            some.receive(record("shop/1", 0, "phone:+4930123456"), record("shop/2", 0, "phone:+4930123456"));
            String crm = some.profileOf("crm/1");
            String shop = some.profileOf("shop/1");
            LinkVerdict merge = some.mustLink("crm/1", "shop/2");
            assertThat(some.profileOf("crm/1")).isEqualTo(shop);
            some.lift(merge);
            assertThat(some.profileOf("crm/1")).isEqualTo(crm);
            assertThat(some.profileOf("shop/2")).isEqualTo(shop);
        }
    }

    @Test
    void nothingButActsOfStewardsCanBePreviewed() {
        world.receive(record("crm/1", 0));
        assertThatIllegalStateException()
                .isThrownBy(() -> world.storage.write(work -> world.resolver.preview(
                        trial -> trial.receive(List.of(record("crm/2", 0)), World.START, work), work)));
    }
}
