package dev.cdm.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.clustering.LinkAssignment;
import dev.cdm.matching.table.TableBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkerTest {

    private final Townspeople people = new Townspeople(400, false, 21);
    private final Linker linker = Linker.of(Townspeople.roles());

    @Test
    void everyRecordHasAtMostOneLinkAndNearlyAllAreRight() {
        MatchPairs links = linker.link(people.half(0), people.half(1));
        Set<String> left = new HashSet<>();
        Set<String> right = new HashSet<>();
        int hits = 0;
        for (int i = 0; i < links.size(); i++) {
            assertThat(left.add(links.firstId(i))).isTrue();
            assertThat(right.add(links.secondId(i))).isTrue();
            hits += people.personOf(links.firstId(i)) == people.personOf(links.secondId(i)) ? 1 : 0;
        }
        assertThat(links.size()).isGreaterThan(80);
        assertThat((double) hits / links.size()).isGreaterThan(.95);
    }

    @Test
    void everyCardinalityKeepsTheLinksOfTheStricterOne() {
        List<String> one = links(LinkAssignment.ONE_TO_ONE);
        List<String> many = links(LinkAssignment.MANY_TO_MANY);
        assertThat(many).containsAll(one);
        assertThat(links(LinkAssignment.ONE_TO_MANY).size()).isBetween(one.size(), many.size());
    }

    @Test
    void aTableWithoutRecordsHasNoLinks() {
        assertThat(linker.link(people.table(), new TableBuilder(Townspeople.COLUMNS).build())
                        .size())
                .isZero();
        assertThat(linker.threshold(.9)
                        .link(new TableBuilder(Townspeople.COLUMNS).build(), people.table())
                        .size())
                .isZero();
    }

    private List<String> links(LinkAssignment assignment) {
        MatchPairs pairs = linker.cardinality(assignment).link(people.half(0), people.half(1));
        List<String> links = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            links.add(pairs.firstId(i) + "-" + pairs.secondId(i));
        }
        return links;
    }
}
