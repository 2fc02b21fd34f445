package dev.cdm.matching.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NicknamesProperties {

    @Provide
    Arbitrary<Map<String, List<String>>> tables() {
        Arbitrary<String> names = Arbitraries.of("anna", "Ania", "nan", "hannah", "bill", "Will");
        return Arbitraries.maps(names, names.list().ofMaxSize(3)).ofMaxSize(5);
    }

    @Property(tries = 100)
    void oneNameStandsForAnotherInBothDirectionsAndNeverForItself(@ForAll("tables") Map<String, List<String>> table) {
        Nicknames nicknames = Nicknames.usual().with(table);
        for (String name : List.of("anna", "ania", "nan", "hannah", "bill", "will", "william")) {
            assertThat(nicknames.of(name)).doesNotContain(name);
            nicknames.of(name).forEach(other -> assertThat(nicknames.of(other)).contains(name));
        }
    }

    @Example
    void usualOnesAreKnownAndMoreCanBeAdded() {
        assertThat(Nicknames.usual().of("william")).contains("bill", "liam").doesNotContain("robert");
        assertThat(Nicknames.usual().of("bill")).contains("william", "will");
        assertThat(Nicknames.usual().of("aleksander")).isEmpty();
        Nicknames more = Nicknames.usual().with(Map.of(" Aleksander", List.of("Olek ")));
        assertThat(more.of("olek")).containsExactly("aleksander");
        assertThat(Nicknames.usual().of("olek")).isEmpty();
        assertThat(more).asString().endsWith(" nicknames");
    }
}
