package dev.cdm.core.identity;

import static dev.cdm.core.identity.World.id;
import static dev.cdm.core.identity.World.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.identity.Resolution.Outcome;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ErasureTest {

    private final World world = new World();

    @Test
    void anErasedPersonIsGoneFromEveryKindAndStaysRefused() {
        world.receive(
                record("crm/1", 0, "email:ada@example.com"),
                record("shop/1", 0, "email:ada@example.com", "phone:+491"),
                record("crm/2", 0, "email:bob@example.com"));
        world.receive(record("crm/1", 1, "email:ada@example.com", "phone:+492"));
        world.mustLink("crm/1", "crm/2");
        Map<String, Integer> counts = world.erase("crm/1", "shop/1");
        assertThat(counts)
                .containsEntry("source_record", 3)
                .containsEntry("record_id", 2)
                .containsEntry("record_state", 2)
                .containsEntry("membership", 2)
                .containsEntry("identifier", 4)
                .containsEntry("link_verdict", 1)
                .containsEntry("profile_head", 2);
        for (Kind<?> kind : new IdentityKinds().all()) {
            assertThat(subjects(kind)).as(kind.name()).doesNotContain("crm/1", "shop/1");
        }
        assertThat(world.partition()).isEqualTo(Map.of("p003", Set.of("crm/2")));
        List<Resolution> again = world.receive(record("crm/1", 9, "email:ada@example.com"));
        assertThat(again).extracting(Resolution::outcome).containsExactly(Outcome.REFUSED_ERASED);
        assertThat(again.get(0).profile()).isEmpty();
        assertThat(world.profileOf("crm/1")).isEqualTo("none");
        assertThat(world.<Partition.Fate>read(partition -> partition.resolve(new ProfileId("p001"))))
                .isEqualTo(new Partition.Erased());
    }

    private List<String> subjects(Kind<?> kind) {
        return world.storage.read(work -> kind instanceof LogKind<?> log ? entries(log, work) : documents(kind, work));
    }

    private static <E> List<String> entries(LogKind<E> kind, UnitOfWork work) {
        List<String> subjects = new ArrayList<>();
        work.log(kind)
                .feed(Cursor.START, 1_000)
                .items()
                .forEach(entry -> subjects.addAll(kind.subjects().apply(entry)));
        return subjects;
    }

    private static List<String> documents(Kind<?> kind, UnitOfWork work) {
        List<String> subjects = new ArrayList<>();
        if (kind instanceof TableKind<?> table) {
            collect(table, work, subjects);
        }
        return subjects;
    }

    private static <V> void collect(TableKind<V> kind, UnitOfWork work, List<String> subjects) {
        work.table(kind)
                .all(Cursor.START, 1_000)
                .items()
                .forEach(document -> subjects.addAll(kind.subjects().apply(document.document())));
    }

    @Test
    void whoWasHeldTogetherByTheErasedRecordPartsAndKeepsHistory() {
        world.receive(record("web/1", 0, "email:ada@example.com", "phone:+491"));
        world.receive(record("crm/1", 0, "email:ada@example.com"), record("crm/2", 0, "phone:+491"));
        assertThat(world.partition()).hasSize(1);
        world.erase("web/1");
        assertThat(world.partition()).isEqualTo(Map.of("p002", Set.of("crm/1"), "p003", Set.of("crm/2")));
        assertThat(world.events(LinkEvent.Moved.class))
                .filteredOn(moved -> moved.cause() == LinkEvent.Cause.ERASURE)
                .extracting(LinkEvent.Moved::record)
                .containsExactlyInAnyOrder(id("crm/1"), id("crm/2"));
        assertThat(world.events(LinkEvent.Erased.class))
                .extracting(LinkEvent.Erased::profile)
                .containsExactly(new ProfileId("p001"));
    }

    @Test
    void aRecordThatWasNeverSeenIsRefusedFromThenOn() {
        assertThat(world.erase("crm/1")).containsEntry("membership", 0);
        assertThat(world.receive(record("crm/1", 0)))
                .extracting(Resolution::outcome)
                .containsExactly(Outcome.REFUSED_ERASED);
        assertThat(world.partition()).isEmpty();
    }

    @Test
    void erasingTwiceErasesNothingMore() {
        world.receive(record("crm/1", 0, "email:ada@example.com"));
        world.erase("crm/1");
        assertThat(world.erase("crm/1").values()).containsOnly(0);
        Set<RecordId> members = world.read(partition -> partition.members(new ProfileId("p001")));
        assertThat(members).isEmpty();
    }
}
