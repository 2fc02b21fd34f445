package dev.cdm.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WarningsTest {

    private static final Map<String, Role> ROLES = roles();

    private static Map<String, Role> roles() {
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("name", Role.FULL_NAME);
        roles.put("born", Role.BIRTH_DATE);
        roles.put("tel", Role.PHONE);
        roles.put("town", Role.CITY);
        roles.put("county", Role.REGION);
        roles.put("land", Role.COUNTRY);
        roles.put("points", Role.NUMBER);
        roles.put("gone", Role.EMAIL);
        return roles;
    }

    private static Table table() {
        TableBuilder builder = new TableBuilder(List.copyOf(ROLES.keySet()));
        builder.add("1", Arrays.asList("Ann Lee", "1970-01-02", "call me", "Leeds", "Yorks", "GB", "1,200", null));
        builder.add("2", Arrays.asList("Bob Ray", "unknown", "0161 555 0001", "York", "Kent", "GB", "many", null));
        builder.add("3", Arrays.asList("Cy Fox", "soon", null, "Hull", "Yorks", "GB", "7", null));
        return builder.build();
    }

    @Test
    void unreadableValuesAndUselessColumnsAreToldWithoutAnyValue() {
        List<String> warnings = Deduplicator.of(ROLES).dedupe(table()).warnings();
        assertThat(warnings)
                .containsExactlyInAnyOrder(
                        "`land` with the role `country` has one value only and tells nothing",
                        "`gone` with the role `email` is empty and has no effect",
                        "2 values of `born` cannot be read as `birth-date` and count as missing",
                        "1 value of `tel` cannot be read as `phone` and counts as missing",
                        "1 value of `points` cannot be read as `number` and counts as missing",
                        "`land` with the role `country` has no effect: a city and a region say more");
        assertThat(String.join(" ", warnings)).doesNotContain("Ann", "unknown", "call me", "many");
    }

    @Test
    void linksWarnToo() {
        TableBuilder other = new TableBuilder(List.of("name"));
        other.add("9", List.of("Ann Lee"));
        Map<String, Role> right = Map.of("name", Role.FULL_NAME);
        assertThat(Linker.of(ROLES, right)
                        .nicknames(Map.of("ann", List.of("nancy")))
                        .link(table(), other.build())
                        .warnings())
                .contains("2 values of `born` cannot be read as `birth-date` and count as missing");
    }
}
