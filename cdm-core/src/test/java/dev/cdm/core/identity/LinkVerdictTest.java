package dev.cdm.core.identity;

import static dev.cdm.core.identity.World.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.identity.LinkEvent.Barrier;
import dev.cdm.core.identity.LinkEvent.Ground;
import dev.cdm.core.identity.LinkVerdict.ContradictionException;
import dev.cdm.core.identity.LinkVerdict.Kind;
import dev.cdm.core.linking.IdentifierLimits;
import dev.cdm.core.model.ProfileId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkVerdictTest {

    private final World world = new World();

    @BeforeEach
    void fourPersons() {
        world.receive(record("crm/1", 0, "user_id:u1"));
        world.receive(record("crm/2", 0, "user_id:u2"));
        world.receive(record("shop/1", 0, "email:ada@example.com"));
        world.receive(record("shop/2", 0, "email:bob@example.com"));
    }

    @Test
    void aMergeAndItsUndoAlsoAfterLaterWrites() {
        LinkVerdict merge = world.mustLink("shop/1", "shop/2");
        world.receive(record("web/1", 1, "email:bob@example.com"));
        assertThat(world.partition()).containsEntry("p003", Set.of("shop/1", "shop/2", "web/1"));
        assertThat(world.lift(merge)).isTrue();
        assertThat(world.partition())
                .containsEntry("p003", Set.of("shop/1"))
                .containsEntry("p004", Set.of("shop/2", "web/1"));
        assertThat(world.lift(merge)).isFalse();
    }

    @Test
    void aMustLinkPassesALimitAndACannotLinkParts() {
        world.mustLink("crm/1", "crm/2");
        assertThat(world.profileOf("crm/2")).isEqualTo("p001");
        world.cannotLink("shop/2", "shop/1");
        world.receive(record("web/1", 0, "email:ada@example.com", "email:bob@example.com"));
        assertThat(world.profileOf("shop/1")).isNotEqualTo(world.profileOf("shop/2"));
        assertThat(world.events(LinkEvent.Refused.class))
                .extracting(event -> event.link().barrier())
                .containsOnly(Barrier.CANNOT_LINK);
    }

    @Test
    void theSameVerdictAgainIsTheOneThatStands() {
        LinkVerdict first = world.mustLink("shop/1", "shop/2");
        assertThat(world.mustLink("shop/2", "shop/1")).isEqualTo(first);
        assertThat(world.events(LinkEvent.VerdictGiven.class)).hasSize(1);
    }

    @Test
    void aContradictionIsRefusedWithBothSidesNamed() {
        LinkVerdict one = world.mustLink("crm/1", "shop/1");
        LinkVerdict two = world.mustLink("shop/1", "shop/2");
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> world.cannotLink("crm/1", "shop/2"))
                .satisfies(refusal -> {
                    assertThat(refusal.refused().kind()).isEqualTo(Kind.CANNOT_LINK);
                    assertThat(refusal.standing()).containsExactlyInAnyOrder(one, two);
                    assertThat(refusal).hasMessageContaining("CANNOT_LINK crm/1 shop/2");
                    assertThat(refusal).hasMessageContaining("MUST_LINK shop/1 shop/2");
                });
        LinkVerdict apart = world.cannotLink("crm/2", "crm/1");
        assertThatExceptionOfType(ContradictionException.class)
                .isThrownBy(() -> world.mustLink("crm/2", "shop/2"))
                .satisfies(refusal -> assertThat(refusal.standing()).containsExactlyInAnyOrder(apart, one, two));
        assertThat(world.profileOf("crm/2")).isEqualTo("p002");
    }

    @Test
    void aSeparatedRecordStaysApartUntilTheUndo() {
        world.mustLink("crm/1", "shop/1");
        world.receive(record("web/1", 1, "email:ada@example.com"));
        Map<String, Set<String>> before = world.partition();
        LinkVerdict.Separation separation = world.separate("shop/1");
        assertThat(separation.lifted()).hasSize(1);
        assertThat(separation.pinned()).hasSize(2);
        assertThat(world.clusters())
                .contains(Set.of("shop/1"))
                .contains(Set.of("crm/1"))
                .contains(Set.of("web/1"));
        world.receive(record("shop/1", 2, "email:ada@example.com", "user_id:u1"));
        assertThat(world.clusters()).contains(Set.of("shop/1"));
        world.receive(record("shop/1", 3, "email:ada@example.com"));
        world.undo(separation);
        assertThat(world.partition()).isEqualTo(before);
    }

    @Test
    void recordsAreSeparatedTogether() {
        world.receive(
                record("web/1", 1, "email:ada@example.com", "phone:+4930123456"),
                record("web/2", 1, "phone:+4930123456"));
        world.separate("web/1", "web/2");
        assertThat(world.clusters()).contains(Set.of("web/1", "web/2"), Set.of("shop/1"));
    }

    @Test
    void separationWantsRecordsOfOneProfile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.separate())
                .withMessage("`records` must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.separate("crm/1", "crm/2"))
                .withMessageStartingWith("`records` must belong to one profile");
        assertThat(world.separate("crm/1")).isEqualTo(new LinkVerdict.Separation(List.of(), List.of()));
    }

    @Test
    void aVerdictWantsTwoKnownRecords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.mustLink("crm/1", "crm/1"))
                .withMessage("`second` must be another record than `first`");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.cannotLink("crm/1", "crm/404"))
                .withMessage("`record` must be known, was `crm/404`");
    }

    @Test
    void theGateOutranksAStewardAndTheVerdictTakesEffectOnceItPermits() {
        World guarded = new World(IdentifierLimits.standard(), Lives.gateBetween("crm/1", "shop/1"));
        guarded.receive(record("crm/1", 0), record("shop/1", 0));
        guarded.mustLink("crm/1", "shop/1");
        assertThat(guarded.partition()).hasSize(2);
        Partition.Explanation why =
                guarded.read(partition -> partition.explain(new ProfileId(guarded.profileOf("crm/1"))));
        assertThat(why.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.edge().ground()).isEqualTo(Ground.MUST_LINK);
            assertThat(refused.barrier()).isEqualTo(Barrier.GATE);
            assertThat(refused.detail()).isEqualTo("DO_NOT_LINK");
        });
        World open = guarded.with(IdentifierLimits.standard(), dev.cdm.core.permission.LinkGate.open());
        open.reevaluate(List.of(World.id("shop/1")));
        assertThat(open.partition()).hasSize(1);
    }

    @Test
    void actorsAndReasonsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Act(" ", "", World.START));
        assertThat(new Act("ada", "heard it from her neighbour", World.START).toString())
                .contains("ada")
                .doesNotContain("neighbour");
    }
}
