package dev.cdm.core.profile;

import static dev.cdm.core.profile.People.CRM;
import static dev.cdm.core.profile.People.SHOP;
import static dev.cdm.core.profile.People.email;
import static dev.cdm.core.profile.People.name;
import static dev.cdm.core.profile.People.record;
import static dev.cdm.core.profile.People.text;
import static dev.cdm.core.schema.StandardSchema.EMAIL;
import static dev.cdm.core.schema.StandardSchema.NAME;
import static dev.cdm.core.schema.StandardSchema.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.SourceRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergePreviewTest {

    private static final ProfileId ANN = new ProfileId("p-1");
    private static final ProfileId ANNE = new ProfileId("p-2");

    private final SourceRecord crm = record(CRM, "1")
            .value(NAME, name("Miller"))
            .value(EMAIL, email("ann"))
            .build();
    private final SourceRecord shop = record(SHOP, "1")
            .value(NAME, name("Meyer"))
            .value(EMAIL, email("ann"))
            .value(PLAN, text("gold"))
            .build();
    private final ProfileAssembler assembler = People.assembler().build();

    @Test
    void showsWhatEachSideWouldGainAndLose() {
        MergePreview preview = assembler.preview(ANN, List.of(crm), ANNE, List.of(shop));
        assertThat(preview.merged()).isEqualTo(assembler.assemble(ANN, List.of(shop, crm)));
        assertThat(preview.survivor()).isEqualTo(assembler.assemble(ANN, List.of(crm)));
        assertThat(preview.other()).isEqualTo(assembler.assemble(ANNE, List.of(shop)));
        assertThat(preview.changes()).extracting(change -> change.key().name()).containsExactly("name", "plan");
        MergePreview.Change<?> family = preview.changes().get(0);
        assertThat(family.changesSurvivor()).isFalse();
        assertThat(family.changesOther()).isTrue();
        assertThat(family.isConflict()).isTrue();
        assertThat(family.merged().ranked()).hasSize(2);
        MergePreview.Change<?> plan = preview.changes().get(1);
        assertThat(plan.changesSurvivor()).isTrue();
        assertThat(plan.changesOther()).isFalse();
        assertThat(plan.isConflict()).isFalse();
    }

    @Test
    void aMergeWithTheSameRecordsChangesNothing() {
        assertThat(assembler.preview(ANN, List.of(crm), ANNE, List.of(crm)).changes())
                .isEmpty();
    }
}
