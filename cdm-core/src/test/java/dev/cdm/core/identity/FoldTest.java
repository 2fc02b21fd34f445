package dev.cdm.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.identity.Fold.Place;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.value.TextValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldTest {

    private static Place place(int minute, String version, String observation) {
        return new Place(World.START.plusSeconds(60L * minute), version, observation);
    }

    @Test
    void timeCountsFirstThenVersionAsANumberThenTheObservation() {
        List<Place> sorted = List.of(
                place(0, "zz", "b"),
                place(1, "9", "b"),
                place(1, "10", "a"),
                place(1, "10", "b"),
                place(1, "", "a"),
                place(1, "v2", "a"));
        assertThat(sorted.stream().sorted()).containsExactlyElementsOf(sorted);
        assertThat(Stream.concat(sorted.stream().skip(3), sorted.stream().limit(3))
                        .sorted())
                .containsExactlyElementsOf(sorted);
    }

    @Test
    void aDeletionLeavesNoValuesAndAPatchBringsTheRecordBack() {
        SourceRecord whole = World.builder("crm/1", 0)
                .value(StandardSchema.HOBBY, new TextValue("chess"))
                .identifier(World.identifier("email:ada@example.com"))
                .problem(problem("fax"))
                .build();
        SourceRecord deletion = World.record("crm/1", 1, ObservationKind.DELETION);
        SourceRecord deleted = Fold.fold(whole, List.of(deletion));
        assertThat(deleted.kind()).isEqualTo(ObservationKind.DELETION);
        assertThat(deleted.values()).isEmpty();
        assertThat(deleted.identifiers()).isEmpty();
        assertThat(deleted.problems()).isEmpty();
        SourceRecord patch = World.record("crm/1", 2, ObservationKind.PATCH, "phone:+491");
        SourceRecord revived = Fold.fold(deleted, List.of(patch));
        assertThat(revived.kind()).isEqualTo(ObservationKind.SNAPSHOT);
        assertThat(revived.identifiers()).containsExactly(World.identifier("phone:+491"));
    }

    @Test
    void aPatchReplacesTheProblemsOfTheFieldsItNames() {
        SourceRecord whole = World.builder("crm/1", 0)
                .problem(problem("hobby"))
                .problem(problem("fax"))
                .build();
        SourceRecord patch = World.builder("crm/1", 1)
                .kind(ObservationKind.PATCH)
                .value(StandardSchema.HOBBY, new TextValue("go"))
                .build();
        assertThat(Fold.fold(whole, List.of(patch)).problems()).containsExactly(problem("fax"));
    }

    @Test
    void nothingCannotBeFolded() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fold.fold(null, List.of()));
    }

    private static ValueProblem problem(String field) {
        return new ValueProblem("text.odd", ProblemSeverity.WARNING, field, "odd", "?");
    }
}
