package dev.cdm.matching.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Workers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CandidatePairsTest {

    private static final long[] FIVE = {1, 2, 3, 4, 5};
    private static final boolean[] ALL = {};

    @Property(tries = 100)
    void recordsWithTheSameKeyMeetOnceWhateverTheNumberOfKeys(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 5) Integer> first,
            @ForAll @IntRange(min = 1, max = 3) int repeated) {
        long[] keys = first.stream().mapToLong(key -> (long) key << 40).toArray();
        Neighbourhood all = Neighbourhood.byKey(keys, ALL, RowOrder.identity(keys.length), 10_000, 1);
        CandidatePairs pairs = pairs(keys.length, java.util.Collections.nCopies(repeated, all));
        Set<String> expected = new TreeSet<>();
        for (int a = 0; a < keys.length; a++) {
            for (int b = a + 1; b < keys.length; b++) {
                if (keys[a] != 0 && keys[a] == keys[b]) {
                    expected.add(a + "-" + b);
                }
            }
        }
        assertThat(pairs.size()).isEqualTo(expected.size());
        assertThat(texts(pairs)).isEqualTo(expected);
    }

    @net.jqwik.api.Example
    void blocksBeyondTheBudgetAreThinned() {
        long one = 1L << 40;
        long[] keys = {one, one, one, one, 2 * one, 2 * one};
        int[] within = {3, 1, 2, 0, 5, 4};
        Neighbourhood thinned = Neighbourhood.byKey(keys, ALL, within, 1, 1);
        assertThat(texts(pairs(6, List.of(thinned)))).containsExactlyInAnyOrder("4-5", "1-3", "1-2", "0-2");
    }

    @net.jqwik.api.Example
    void neighboursInAnOrderMeet() {
        Neighbourhood order = Neighbourhood.byOrder(new long[] {7, 8, 2, -1, 1, 0}, ALL, 1);
        assertThat(texts(pairs(6, List.of(order)))).containsExactlyInAnyOrder("2-4", "0-2", "0-1", "1-3");
    }

    @net.jqwik.api.Example
    void oncePairsAreKnownOnlyRecordsWithALentKeyAreHeard() {
        boolean[] lent = {false, true, false, false, false};
        long[] keys = {1L << 40, 1L << 40, 1L << 40, 0, 0};
        Neighbourhood byKey = Neighbourhood.byKey(keys, lent, RowOrder.identity(5), 100, 1);
        assertThat(texts(pairs(5, List.of(byKey)))).containsExactlyInAnyOrder("0-1", "1-2");
        Neighbourhood byOrder = Neighbourhood.byOrder(FIVE, lent, 1);
        assertThat(texts(pairs(5, List.of(byOrder)))).containsExactlyInAnyOrder("0-1", "1-2");
    }

    @net.jqwik.api.Example
    void forbiddenPairsAreLeftOut() {
        CandidatePairs even = CandidatePairs.of(
                5, List.of(Neighbourhood.byOrder(FIVE, ALL, 2)), (a, b) -> (a + b) % 2 == 0 ? 1 : 0, Workers.caller());
        assertThat(texts(even)).containsExactlyInAnyOrder("0-2", "1-3", "2-4");
    }

    private static CandidatePairs pairs(int rows, List<Neighbourhood> neighbourhoods) {
        return CandidatePairs.of(rows, neighbourhoods, (a, b) -> 1, Workers.caller());
    }

    private static Set<String> texts(CandidatePairs pairs) {
        Set<String> texts = new TreeSet<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            texts.add(pairs.left(pair) + "-" + pairs.right(pair));
        }
        return texts;
    }
}
