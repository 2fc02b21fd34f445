package dev.cdm.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.Records;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.profile.ProfileAssembler;
import dev.cdm.core.schema.StandardSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PersonExportProperties {

    private static Profile profile(List<SourceRecord> records) {
        return ProfileAssembler.builder(StandardSchema.schema()).build().assemble(new ProfileId("p-1"), records);
    }

    @Property(tries = 60)
    void theOrderOfRecordsDoesNotMatter(@ForAll("records") List<SourceRecord> records, @ForAll Random random)
            throws IOException {
        List<SourceRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);
        String text = PersonExport.text(profile(records), records, List.of());
        assertThat(PersonExport.text(profile(shuffled), shuffled, List.of())).isEqualTo(text);
        assertThat(new ObjectMapper().readTree(text).get("source_records")).hasSize(records.size());
    }

    @Provide
    Arbitrary<List<SourceRecord>> records() {
        return Records.all().list().ofMaxSize(4);
    }
}
