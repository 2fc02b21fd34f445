package dev.cdm.matching.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RowOrderProperties {

    @Property(tries = 200)
    void longKeysAreSortedStablyAsUnsigned(@ForAll List<Long> keys) {
        long[] values = keys.stream().mapToLong(Long::longValue).toArray();
        assertThat(RowOrder.by(values))
                .containsExactly(sorted(keys.size(), (a, b) -> Long.compareUnsigned(values[a], values[b])));
    }

    @Property(tries = 200)
    void intKeysAreSortedStablyAsUnsigned(@ForAll List<Integer> keys) {
        int[] values = keys.stream().mapToInt(Integer::intValue).toArray();
        assertThat(RowOrder.by(values, RowOrder.identity(values.length)))
                .containsExactly(sorted(keys.size(), (a, b) -> Integer.compareUnsigned(values[a], values[b])));
    }

    private static int[] sorted(int size, Comparator<Integer> order) {
        return IntStream.range(0, size)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
