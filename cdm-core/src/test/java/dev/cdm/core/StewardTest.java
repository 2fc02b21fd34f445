package dev.cdm.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.identity.LinkEvent.Barrier;
import dev.cdm.core.identity.LinkEvent.IdChange;
import dev.cdm.core.identity.LinkVerdict;
import dev.cdm.core.identity.LinkVerdict.Separation;
import dev.cdm.core.linking.IdentifierLimits;
import dev.cdm.core.linking.SurvivorRule;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.permission.Permission;
import dev.cdm.core.permission.UseGate;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.memory.MemoryStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stewards do and see, and the upkeep of ids, through the front door. */
class StewardTest {

    private static final SourceSystem CRM =
            SourceSystem.builder("crm", SourceKind.CRM).build();
    private static final SourceSystem SHOP =
            SourceSystem.builder("shop", SourceKind.SHOP).build();
    private static final RecordId ANN = CRM.record("1");
    private static final RecordId BUYER = SHOP.record("1");
    private static final RecordId OTHER = SHOP.record("2");

    private final Storage storage = MemoryStorage.create();
    private final List<Integer> seconds = new ArrayList<>();
    private final Customers customers = builder().build();

    private CustomersBuilder builder() {
        return Customers.over(storage).sources(CRM, SHOP).clock(this::tick);
    }

    private Instant tick() {
        seconds.add(1);
        return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(seconds.size());
    }

    @BeforeEach
    void receive() {
        customers.receive(RawRecord.of(ANN, Map.of("name", "Ann Doe", "mail", "ann@example.com")));
        customers.receive(RawRecord.of(BUYER, Map.of("phone", "+4930123456")));
        customers.receive(RawRecord.of(OTHER, Map.of("mail", "ann@example.com")));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private ProfileId id(RecordId record) {
        return customers.profile(record).orElseThrow().id();
    }

    private Steward steward() {
        return customers.steward("steward", "");
    }

    @Test
    void aPreviewShowsTheProfilesTheirGoldenValuesAndWhatElseWouldChange() {
        customers.identities().probe((before, after, work) -> List.of("ORDERS " + before.size() + " " + after.size()));
        ProfileId ann = id(ANN);
        StewardPreview preview = steward().preview(trial -> trial.merge(ANN, BUYER));
        assertThat(preview.before()).hasSize(2);
        assertThat(preview.after()).singleElement().satisfies(profile -> {
            assertThat(profile.id()).isEqualTo(ann);
            assertThat(profile.recordIds()).containsExactly(ANN, BUYER, OTHER);
            assertThat(profile.value(StandardSchema.PHONE)).isPresent();
            assertThat(profile.value(StandardSchema.EMAIL)).isPresent();
        });
        assertThat(preview.impact()).containsExactlyInAnyOrder("ORDERS 2 3", "ORDERS 1 3");
        assertThat(preview.given()).extracting(LinkVerdict::kind).containsExactly(LinkVerdict.Kind.MUST_LINK);
        assertThat(preview.toString()).contains(ann.text()).doesNotContain("Ann");
        assertThat(id(BUYER)).isNotEqualTo(ann);

        MergeReceipt receipt = steward().merge(ANN, BUYER);
        assertThat(customers.profile(ANN).map(Profile::recordIds))
                .contains(preview.after().get(0).recordIds());
        StewardPreview back = steward().preview(trial -> trial.unmerge(receipt));
        assertThat(back.after()).hasSize(2);
        assertThat(back.lifted()).containsExactly(receipt.verdict());
        assertThat(steward().unmerge(receipt)).isTrue();
    }

    @Test
    void aSeparationAndItsUndoArePreviewedToo() {
        StewardPreview preview = steward().preview(trial -> trial.separate(List.of(OTHER)));
        assertThat(preview.before()).hasSize(1);
        assertThat(preview.after()).hasSize(2);
        Separation done = steward().separate(List.of(OTHER));
        assertThat(id(OTHER)).isNotEqualTo(id(ANN));
        assertThat(steward().preview(trial -> trial.undo(done)).after()).hasSize(1);
        steward().undo(done);
        assertThat(id(OTHER)).isEqualTo(id(ANN));
    }

    @Test
    void pinsHoldUntilTheyAreLiftedAndContradictionsNameBoth() {
        LinkVerdict apart = steward().cannotLink(ANN, OTHER);
        assertThat(id(OTHER)).isNotEqualTo(id(ANN));
        assertThatThrownBy(() -> steward().mustLink(ANN, OTHER))
                .isInstanceOfSatisfying(LinkVerdict.ContradictionException.class, refused -> {
                    assertThat(refused.standing()).containsExactly(apart);
                    assertThat(refused.refused().kind()).isEqualTo(LinkVerdict.Kind.MUST_LINK);
                });
        assertThat(steward().lift(apart)).isTrue();
        assertThat(steward().mustLink(ANN, OTHER).kind()).isEqualTo(LinkVerdict.Kind.MUST_LINK);
        assertThat(id(OTHER)).isEqualTo(id(ANN));
    }

    @Test
    void aPreviewTellsThatTheGateWouldRefuse() {
        customers.guard(UseGate.closed(), (first, second, work) -> Permission.refuse("NO_LINKING"));
        StewardPreview preview = steward().preview(trial -> trial.merge(ANN, BUYER));
        assertThat(preview.refused())
                .anySatisfy(refused -> assertThat(refused.barrier()).isEqualTo(Barrier.GATE));
        assertThat(preview.after())
                .noneMatch(profile ->
                        profile.recordIds().contains(ANN) && profile.recordIds().contains(BUYER));
    }

    @Test
    void otherLimitsAreNoticedAndAppliedByOneCall() {
        assertThat(customers.identities().areCurrent()).isTrue();
        assertThat(builder().build().identities().areCurrent()).isTrue();
        Customers strict = builder().limits(IdentifierLimits.builder().build()).build();
        assertThat(strict.identities().areCurrent()).isFalse();
        assertThat(id(OTHER)).isEqualTo(id(ANN));
        List<Long> progress = new ArrayList<>();
        assertThat(strict.identities().reevaluate("host", "", progress::add)).isEqualTo(3);
        assertThat(progress).containsExactly(3L);
        assertThat(strict.identities().areCurrent()).isTrue();
        assertThat(customers.identities().areCurrent()).isFalse();
        assertThat(id(OTHER)).isNotEqualTo(id(ANN));
        assertThat(builder()
                        .survivor(SurvivorRule.largest())
                        .build()
                        .identities()
                        .areCurrent())
                .isFalse();
    }

    @Test
    void aGateThatRefusesLaterPartsWhatItNamesWhenAsked() {
        customers.guard(UseGate.closed(), (first, second, work) -> Permission.refuse("NO_LINKING"));
        assertThat(id(OTHER)).isEqualTo(id(ANN));
        customers.identities().reevaluate(List.of(ANN), "host", "");
        assertThat(id(OTHER)).isNotEqualTo(id(ANN));
    }

    @Test
    void otherSystemsHearOfEveryIdThatBeginsEndsOrMoves() {
        ProfileId ann = id(ANN);
        ProfileId buyer = id(BUYER);
        Cursor before = customers.identities().changes(Cursor.START, 100).next();
        MergeReceipt receipt = steward().merge(ANN, BUYER);
        steward().unmerge(receipt);
        customers.erase(ann, "officer", "");
        List<IdChange> changes = customers.identities().changes(before, 100).items();
        assertThat(changes.get(0).kind()).isEqualTo(IdChange.Kind.MERGED_INTO);
        assertThat(changes.get(0).profile()).isEqualTo(buyer);
        assertThat(changes.get(0).otherProfile()).contains(ann);
        assertThat(changes.get(1).kind()).isEqualTo(IdChange.Kind.SPLIT_FROM);
        assertThat(changes.get(1).profile()).isEqualTo(buyer);
        assertThat(changes.subList(2, changes.size())).allMatch(change -> change.kind() == IdChange.Kind.ERASED);
        assertThat(changes).extracting(IdChange::event).doesNotHaveDuplicates();
    }

    @Test
    void aProbeGivenToTheBuilderIsAsked() {
        Customers probed =
                builder().probe((before, after, work) -> List.of("SEGMENT")).build();
        assertThat(probed.steward("steward", "")
                        .preview(trial -> trial.merge(ANN, BUYER))
                        .impact())
                .containsExactly("SEGMENT");
    }
}
