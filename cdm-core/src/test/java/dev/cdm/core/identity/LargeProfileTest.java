package dev.cdm.core.identity;

import static dev.cdm.core.identity.World.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.identity.Resolution.Outcome;
import dev.cdm.core.linking.IdentifierLimits;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LargeProfileTest {

    private static final int MANY = 1_000;

    private static List<SourceRecord> users(int from, int to) {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = from; i < to; i++) {
            records.add(record("web/" + i, 0, "user_id:u1", "anonymous_id:a" + i));
        }
        return records;
    }

    private static IdentifierLimits roomy() {
        IdentifierLimits standard = IdentifierLimits.standard();
        return standard.toBuilder()
                .rule(standard.rule(World.identifier("anonymous_id:a").type()).limit(IdentifierLimits.UNLIMITED))
                .rule(standard.rule(World.identifier("user_id:u").type()).maxRecords(MANY))
                .build();
    }

    @Test
    void aProfileMayHaveVeryManyRecordsAndOneMoreMakesItsValueGeneric() {
        World world = new World(roomy(), dev.cdm.core.permission.LinkGate.open());
        for (int from = 0; from < MANY; from += MANY / 2) {
            world.receive(users(from, from + MANY / 2));
        }
        int members = world.read(partition ->
                partition.members(new ProfileId(world.profileOf("web/0"))).size());
        assertThat(members).isEqualTo(MANY);
        world.receive(record("web/" + MANY, 0, "user_id:u1"));
        assertThat(world.profileOf("web/1")).isNotEqualTo(world.profileOf("web/2"));
        world.receive(record("web/" + MANY, 1));
        assertThat(world.profileOf("web/1")).isEqualTo(world.profileOf("web/" + (MANY - 1)));
    }

    @Test
    void oneRecordMayCarryVeryManyIdentifiers() {
        World world = new World();
        String[] many = new String[5_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = "anonymous_id:a" + i;
        }
        world.receive(record("crm/1", 0, many));
        assertThat(world.receive(record("web/1", 0, "anonymous_id:a4999"))
                        .get(0)
                        .outcome())
                .isEqualTo(Outcome.MATCHED);
        assertThat(world.receive(record("crm/1", 1)).get(0).outcome()).isEqualTo(Outcome.SPLIT);
    }
}
