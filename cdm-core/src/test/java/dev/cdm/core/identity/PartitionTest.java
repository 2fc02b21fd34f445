package dev.cdm.core.identity;

import static dev.cdm.core.identity.World.id;
import static dev.cdm.core.identity.World.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.identity.LinkEvent.Ground;
import dev.cdm.core.identity.Partition.Erased;
import dev.cdm.core.identity.Partition.Fate;
import dev.cdm.core.identity.Partition.Live;
import dev.cdm.core.identity.Partition.Redirected;
import dev.cdm.core.identity.Partition.Unknown;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Page;
import dev.cdm.core.value.TextValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionTest {

    private static final ProfileId FIRST = new ProfileId("p001");
    private static final ProfileId SECOND = new ProfileId("p002");

    private final World world = new World();
    private Instant beforeMerge = World.START;

    @BeforeEach
    void twoRecordsOfOnePersonAndOneOfAnother() {
        world.receive(record("crm/1", 0, "email:ada@example.com"));
        world.receive(record("crm/2", 0, "phone:+4930123456"));
        world.receive(record("shop/1", 0, "email:bob@example.com", "shoe_size:42"));
        beforeMerge = world.now();
        world.receive(record("crm/2", 1, "phone:+4930123456", "email:ada@example.com"));
    }

    @Test
    void anIdIsLiveRedirectedErasedOrUnknown() {
        world.erase("shop/1");
        Map<ProfileId, Fate> fates = world.read(
                partition -> partition.resolve(List.of(FIRST, SECOND, new ProfileId("p003"), new ProfileId("p999"))));
        assertThat(fates.values()).containsExactly(new Live(FIRST), new Redirected(FIRST), new Erased(), new Unknown());
        world.receive(record("crm/2", 2));
        Fate afterwards = world.read(partition -> partition.resolve(SECOND));
        assertThat(afterwards).isEqualTo(new Live(SECOND));
    }

    @Test
    void anyIdEverGivenLeadsToTheMembersAndTheirRecords() {
        Set<RecordId> members = world.read(partition -> partition.members(SECOND));
        assertThat(members).containsExactly(id("crm/1"), id("crm/2"));
        List<SourceRecord> records = world.read(partition -> partition.records(SECOND));
        assertThat(records).extracting(SourceRecord::recordId).containsExactly(id("crm/1"), id("crm/2"));
        assertThat(world.<Set<RecordId>>read(partition -> partition.members(new ProfileId("p999"))))
                .isEmpty();
    }

    @Test
    void recordsAskForTheirProfiles() {
        Map<RecordId, ProfileId> profiles =
                world.read(partition -> partition.profilesOf(List.of(id("crm/2"), id("crm/404"), id("crm/1"))));
        assertThat(profiles).containsExactly(Map.entry(id("crm/2"), FIRST), Map.entry(id("crm/1"), FIRST));
    }

    @Test
    void anIdentifierFindsProfilesWhetherItLinksOrNot() {
        Set<ProfileId> byEmail = world.read(partition -> partition.find(World.identifier("email:ada@example.com")));
        assertThat(byEmail).containsExactly(FIRST);
        Set<ProfileId> byShoe = world.read(partition -> partition.find(World.identifier("shoe_size:42")));
        assertThat(byShoe).containsExactly(new ProfileId("p003"));
        Set<ProfileId> byOther = world.read(partition -> partition.find(World.identifier("email:eve@example.com")));
        assertThat(byOther).isEmpty();
    }

    @Test
    void allLiveProfilesAreListedPageByPage() {
        Page<ProfileId> first = world.read(partition -> partition.profiles(Cursor.START, 2));
        assertThat(first.items()).containsExactly(FIRST);
        Page<ProfileId> second = world.read(partition -> partition.profiles(first.next(), 2));
        assertThat(second.items()).containsExactly(new ProfileId("p003"));
        assertThat(second.last()).isTrue();
    }

    @Test
    void anExplanationNamesLinksAndWhatWasRefused() {
        world.receive(record("web/1", 0, "user_id:u1", "email:bob@example.com"));
        world.receive(record("web/2", 0, "user_id:u2", "email:bob@example.com"));
        Partition.Explanation held = world.read(partition -> partition.explain(SECOND));
        assertThat(held.members()).hasSize(2);
        assertThat(held.held())
                .containsExactly(new LinkEvent.Edge(id("crm/1"), id("crm/2"), Ground.SHARED_IDENTIFIER, "email"));
        assertThat(held.refused()).isEmpty();
        Partition.Explanation torn = world.read(partition -> partition.explain(new ProfileId("p003")));
        assertThat(torn.refused())
                .isNotEmpty()
                .allMatch(refused -> refused.detail().equals("user_id"));
    }

    @Test
    void theLedgerSaysWhoWasLinkedWhen() {
        Set<RecordId> then = world.read(partition -> partition.linkedAt(id("crm/2"), beforeMerge));
        assertThat(then).containsExactly(id("crm/2"));
        Instant later = world.now();
        Set<RecordId> now = world.read(partition -> partition.linkedAt(id("crm/2"), later));
        assertThat(now).containsExactly(id("crm/1"), id("crm/2"));
        Set<RecordId> never = world.read(partition -> partition.linkedAt(id("crm/2"), World.START));
        assertThat(never).isEmpty();
        Set<RecordId> own = world.read(partition -> partition.membersAt(SECOND, beforeMerge));
        assertThat(own).containsExactly(id("crm/2"));
        Set<RecordId> redirected = world.read(partition -> partition.membersAt(SECOND, later));
        assertThat(redirected).containsExactly(id("crm/1"), id("crm/2"));
        Set<RecordId> nobody = world.read(partition -> partition.membersAt(new ProfileId("never"), later));
        assertThat(nobody).isEmpty();
    }

    @Test
    void aMoveCarriesEvidenceThatNamesNobody() {
        assertThat(world.events(LinkEvent.Moved.class)).singleElement().satisfies(moved -> {
            assertThat(moved.record()).isEqualTo(id("crm/2"));
            assertThat(moved.from()).isEqualTo(SECOND);
            assertThat(moved.to()).isEqualTo(FIRST);
            assertThat(moved.cause()).isEqualTo(LinkEvent.Cause.OBSERVATION);
            assertThat(moved.evidence())
                    .containsExactly(new LinkEvent.Evidence(Ground.SHARED_IDENTIFIER, "email", FIRST, 0));
            assertThat(moved.records()).containsExactly(id("crm/2"));
        });
    }

    @Test
    void patchesOverrideWhatTheyNameAndNothingElse() {
        SourceRecord whole = World.builder("crm/9", 0)
                .value(StandardSchema.HOBBY, new TextValue("chess"))
                .value(StandardSchema.INDUSTRY, new TextValue("toys"))
                .identifier(World.identifier("email:eve@example.com"))
                .identifier(World.identifier("phone:+491"))
                .build();
        SourceRecord patch = World.builder("crm/9", 1)
                .kind(ObservationKind.PATCH)
                .value(StandardSchema.HOBBY, new TextValue("go"))
                .identifier(World.identifier("phone:+492"))
                .build();
        world.receive(patch);
        world.receive(whole);
        SourceRecord now = world.state("crm/9");
        assertThat(now.value(StandardSchema.HOBBY)).contains(new TextValue("go"));
        assertThat(now.value(StandardSchema.INDUSTRY)).contains(new TextValue("toys"));
        assertThat(now.identifiers())
                .containsExactlyInAnyOrder(World.identifier("email:eve@example.com"), World.identifier("phone:+492"));
    }
}
