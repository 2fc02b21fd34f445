package dev.cdm.core.profile;

import static dev.cdm.core.schema.StandardSchema.ADDRESS;
import static dev.cdm.core.schema.StandardSchema.EMAIL;
import static dev.cdm.core.schema.StandardSchema.NAME;
import static dev.cdm.core.schema.StandardSchema.NATIONAL_ID;
import static dev.cdm.core.schema.StandardSchema.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.model.AssertionKind;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.SourceRecordBuilder;
import dev.cdm.core.model.VerificationState;
import dev.cdm.core.value.PostalAddress;
import dev.cdm.core.value.SealedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProfileProperties {

    private static final ProfileId ID = new ProfileId("p-1");

    private final ProfileAssembler assembler = People.assembler()
            .rule(PLAN, SurvivorshipRule.sameRecordAs(NAME))
            .rule(ADDRESS, SurvivorshipRule.mostFrequent().then(SurvivorshipRule.mostRecent()))
            .build();

    @Property(tries = 300)
    void theSameStatesInAnyOrderWithRepeatsGiveTheSameProfile(
            @ForAll("states") List<SourceRecord> states, @ForAll Random random) {
        List<SourceRecord> shuffled = new ArrayList<>(states);
        states.stream().filter(state -> random.nextBoolean()).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        Profile expected = assembler.assemble(ID, states);
        Profile profile = assembler.assemble(ID, shuffled);
        assertThat(profile).isEqualTo(expected).hasToString(expected.toString());
        assertThat(profile.lineages()).hasToString(expected.lineages().toString());
    }

    @Property(tries = 200)
    void everyAssertedValueIsInTheLineageOnceAndSomeValueSurvives(@ForAll("states") List<SourceRecord> states) {
        Profile profile = assembler.assemble(ID, states);
        long asserted = states.stream()
                .filter(state -> state.kind() != ObservationKind.DELETION)
                .flatMap(state -> state.values().stream().map(value -> List.of(state.recordId(), value)))
                .distinct()
                .count();
        assertThat(profile.lineages().stream()
                        .flatMap(lineage -> lineage.ranked().stream())
                        .mapToLong(value -> value.supporters().size())
                        .sum())
                .isEqualTo(asserted);
        assertThat(profile.lineages())
                .allSatisfy(lineage -> assertThat(lineage.values()).isNotEmpty().doesNotHaveDuplicates());
    }

    @Property(tries = 200)
    void aMergeAndASeparationGiveBackBothProfiles(
            @ForAll("states") List<SourceRecord> first, @ForAll("states") List<SourceRecord> second) {
        List<SourceRecord> both = new ArrayList<>(first);
        both.addAll(second);
        MergePreview preview = assembler.preview(ID, first, new ProfileId("p-2"), second);
        assertThat(preview.merged()).isEqualTo(assembler.assemble(ID, both));
        assertThat(assembler.assemble(ID, both.subList(0, first.size()))).isEqualTo(preview.survivor());
        assertThat(assembler.assemble(new ProfileId("p-2"), second)).isEqualTo(preview.other());
    }

    @Property(tries = 200)
    void aValueThatFailedItsCheckNeverBeatsOneThatDidNot(@ForAll("states") List<SourceRecord> states) {
        Lineage<?> lineage = People.assembler().build().assemble(ID, states).lineage(NAME);
        boolean good = lineage.ranked().stream()
                .flatMap(value -> value.supporters().stream())
                .anyMatch(candidate -> candidate.provenance().verification() != VerificationState.FAILED);
        lineage.winner()
                .ifPresent(winner -> assertThat(
                                winner.supporters().get(0).provenance().verification() == VerificationState.FAILED)
                        .isEqualTo(!good));
    }

    @Provide
    Arbitrary<List<SourceRecord>> states() {
        return state().list().ofMaxSize(6);
    }

    private static Arbitrary<SourceRecord> state() {
        Arbitrary<RecordId> recordIds = Combinators.combine(
                        Arbitraries.of("crm", "shop", "letter"), Arbitraries.of("1", "2"))
                .as(RecordId::new);
        Arbitrary<ObservationKind> kinds = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(5, Arbitraries.just(ObservationKind.SNAPSHOT)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(ObservationKind.DELETION)));
        return Combinators.combine(recordIds, kinds, Arbitraries.randoms()).as(ProfileProperties::state);
    }

    private static SourceRecord state(RecordId recordId, ObservationKind kind, Random random) {
        SourceRecordBuilder builder =
                SourceRecord.builder(recordId, provenance(recordId, random)).kind(kind);
        for (int i = random.nextInt(6); i > 0; i--) {
            Provenance own = random.nextBoolean() ? provenance(recordId, random) : provenance(recordId, new Random(1));
            String raw = random.nextBoolean() ? "raw" + random.nextInt(2) : null;
            String word = List.of("A", "B", "ｶ", "😀").get(random.nextInt(4));
            switch (random.nextInt(5)) {
                case 0 -> builder.value(NAME, People.name(word), own, raw);
                case 1 -> builder.value(EMAIL, People.email(word), own, raw);
                case 2 ->
                    builder.value(ADDRESS, PostalAddress.builder().city(word).build(), own, raw);
                case 3 -> builder.value(NATIONAL_ID, new SealedText("k", word, "c" + random.nextInt(2)), own, raw);
                default -> builder.value(PLAN, People.text(word), own, raw);
            }
        }
        return builder.build();
    }

    private static Provenance provenance(RecordId recordId, Random random) {
        Provenance.Builder provenance = Provenance.builder(
                        recordId.system(), People.NOON.plusSeconds(random.nextInt(2)))
                .verification(any(random, VerificationState.class))
                .assertion(any(random, AssertionKind.class));
        return random.nextBoolean()
                ? provenance.build()
                : provenance
                        .observedAt(People.NOON.minusNanos(random.nextInt(2)))
                        .build();
    }

    private static <E extends Enum<E>> E any(Random random, Class<E> type) {
        List<E> all = List.of(type.getEnumConstants());
        return all.get(random.nextInt(all.size()));
    }
}
