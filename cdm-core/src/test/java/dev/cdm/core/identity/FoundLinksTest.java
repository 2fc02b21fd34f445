package dev.cdm.core.identity;

import static dev.cdm.core.identity.World.described;
import static dev.cdm.core.identity.World.id;
import static dev.cdm.core.identity.World.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.identity.LinkEvent.Barrier;
import dev.cdm.core.identity.LinkEvent.Edge;
import dev.cdm.core.identity.LinkEvent.Evidence;
import dev.cdm.core.identity.LinkEvent.Ground;
import dev.cdm.core.identity.Resolution.Outcome;
import dev.cdm.core.linking.IdentifierLimits;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.permission.LinkGate;
import dev.cdm.core.permission.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that a finder found: where they come, what shows them, and what undoes them. */
class FoundLinksTest {

    private final Set<Set<String>> forbidden = new java.util.LinkedHashSet<>();
    private final World world = new World(IdentifierLimits.standard(), gate()).finding(new NearTexts());

    private LinkGate gate() {
        return (first, second, work) -> forbidden.contains(Set.of(first.text(), second.text()))
                ? Permission.refuse("DO_NOT_LINK")
                : Permission.grant();
    }

    private Partition.Explanation why(String record) {
        return world.read(partition -> partition.explain(new ProfileId(world.profileOf(record))));
    }

    @Test
    void whatTheFinderFindsIsLinkedWithItsWeightAsEvidence() {
        world.receive(described("crm/1", 0, "hanna"));
        Resolution joined = world.receive(described("crm/2", 0, "hannah")).get(0);
        assertThat(joined.outcome()).isEqualTo(Outcome.MATCHED);
        Edge edge = new Edge(id("crm/1"), id("crm/2"), Ground.SCORED, "near-1", 5);
        assertThat(joined.evidence()).containsExactly(edge);
        assertThat(why("crm/1").held()).containsExactly(edge);
        assertThat(world.events(LinkEvent.Moved.class))
                .flatExtracting(LinkEvent.Moved::evidence)
                .containsExactly(new Evidence(Ground.SCORED, "near-1", new ProfileId(world.profileOf("crm/1")), 5));
    }

    @Test
    void identifiersComeFirstAndALimitHoldsForFoundLinksToo() {
        world.receive(
                described("crm/1", 0, "hanna", "user_id:u1"),
                described("crm/2", 0, "hanna", "user_id:u2"),
                described("web/1", 0, "hannah", "user_id:u2"));
        assertThat(world.clusters()).isEqualTo(Set.of(Set.of("crm/1"), Set.of("crm/2", "web/1")));
        assertThat(why("crm/1").refused())
                .extracting(LinkEvent.RefusedEdge::barrier)
                .containsOnly(Barrier.LIMIT);
    }

    @Test
    void aCannotLinkAndTheGateLeaveATraceWithoutPersonalData() {
        world.receive(described("crm/1", 0, "hanna"), described("crm/2", 0, "hanna"), described("web/1", 0, "hannah"));
        assertThat(world.partition()).hasSize(1);
        world.cannotLink("crm/1", "crm/2");
        assertThat(world.clusters()).contains(Set.of("crm/2"));
        forbidden.add(Set.of("crm/1", "web/1"));
        world.reevaluate(List.of(id("web/1")));
        assertThat(world.clusters()).contains(Set.of("crm/1"), Set.of("crm/2", "web/1"));
        assertThat(world.events(LinkEvent.Refused.class))
                .extracting(told -> told.link().barrier())
                .contains(Barrier.CANNOT_LINK, Barrier.GATE);
        assertThat(world.events().toString()).doesNotContain("hanna");
    }

    @Test
    void aCorrectionPartsExactlyWhatItHeldTogetherAndADeletionTakesAllFoundLinks() {
        world.receive(described("crm/1", 0, "anna"), described("crm/2", 0, "annast"));
        Map<String, Set<String>> before = world.partition();
        world.receive(described("web/1", 0, "annas"));
        assertThat(world.partition()).hasSize(1);
        assertThat(world.receive(described("web/1", 1, "otto")).get(0).outcome()).isEqualTo(Outcome.SPLIT);
        assertThat(world.partition()).containsAllEntriesOf(before);
        world.receive(described("web/1", 2, "annas"));
        assertThat(world.partition()).hasSize(1);
        world.receive(record("web/1", 3, ObservationKind.DELETION));
        assertThat(world.partition()).containsAllEntriesOf(before).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"annas", "annast"})
    void aMustLinkIsCertainForTheFinderAndItsPreviewShowsFoundLinks(String text) {
        world.receive(described("crm/1", 0, "anna"), described("crm/2", 0, "otto"), described("web/1", 0, text));
        boolean near = text.equals("annas");
        LinkVerdict.Preview preview = world.storage.read(work ->
                world.resolver.preview(trial -> trial.mustLink(id("crm/2"), id("web/1"), world.act("a"), work), work));
        Set<RecordId> all = new TreeSet<>(List.of(id("crm/2"), id("web/1")));
        if (near) {
            all.add(id("crm/1"));
        }
        assertThat(preview.after().values()).contains(all);
        world.mustLink("crm/2", "web/1");
        assertThat(world.partition()).hasSize(near ? 1 : 2);
    }

    @Test
    void anotherVersionOfTheFinderCallsForAReevaluation() {
        world.change(work -> world.resolver.confirm(World.START, work));
        assertThat(world.storage.read(world.resolver::isCurrent)).isTrue();
        World other = world.finding(new NearTexts("near-2"));
        assertThat(other.storage.read(other.resolver::isCurrent)).isFalse();
        World none = world.finding(null);
        assertThat(none.storage.read(none.resolver::isCurrent)).isFalse();
        assertThat(none.settle()).isZero();
    }

    @Test
    void whatWasRolledBackLeavesNothingInTheFinder() {
        world.receive(described("crm/1", 0, "anna"));
        try {
            world.change(work -> {
                world.resolver.receive(List.of(described("crm/2", 0, "annas")), world.now(), work);
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("on purpose");
        }
        world.receive(described("web/1", 0, "annast"));
        assertThat(world.clusters()).isEqualTo(Set.of(Set.of("crm/1"), Set.of("web/1")));
    }

    @Test
    void recordsBroughtInAtTheSameTimeAreLinkedWhenTheLogIsSettled() {
        world.storage.write(outer -> {
            world.resolver.receive(List.of(described("crm/1", 0, "anna")), world.now(), outer);
            return world.receive(described("crm/2", 0, "annas"));
        });
        assertThat(world.partition()).hasSize(2);
        assertThat(world.settle()).isEqualTo(2);
        assertThat(world.partition()).hasSize(1);
        int events = world.events().size();
        assertThat(world.settle()).isZero();
        assertThat(world.events()).hasSize(events);
    }
}
