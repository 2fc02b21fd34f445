package dev.cdm.matching.choice;

import dev.cdm.matching.blocking.BlockingRule;
import dev.cdm.matching.blocking.BlockingRule.Sorted;
import dev.cdm.matching.blocking.BlockingRule.Spread;
import dev.cdm.matching.blocking.RuleBlocking;
import dev.cdm.matching.blocking.RuleSearch;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Dictionary;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/** Makes rules of the columns of a table, with what each costs and which likely matches it finds. */
final class RuleOffers {

    private final Table table;
    private final LikelyMatches matches;
    private final long most;

    RuleOffers(Table table, LikelyMatches matches, long most) {
        this.table = table;
        this.matches = matches;
        this.most = most;
    }

    /**
     * A rule that might be chosen.
     *
     * @param rule the rule
     * @param candidates how many pairs it costs at most
     * @param found which likely matches it finds
     */
    record Offer(BlockingRule rule, long candidates, BitSet found) {}

    /** A field and its value of every row as a number. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Key(Field field, int[] numbers) {}

    /** {@return the offers that find anything at a price that can be paid} */
    List<Offer> of(Map<String, Role> roles, Workers workers) {
        List<Key> keys = new ArrayList<>();
        List<Spread> spreads = new ArrayList<>();
        for (Column column : table.columns()) {
            Role role = roles.getOrDefault(column.name(), Role.IGNORE);
            OfferedFields.of(column.name(), role).forEach(field -> keys.add(new Key(field, numbers(field))));
            spreads.addAll(OfferedFields.spreads(table, column.name(), role));
        }
        List<int[]> places = places(keys);
        Offer[] offers = new Offer[places.size() + spreads.size()];
        workers.run(
                "weighing rules",
                offers.length,
                i -> offers[i] = i < places.size()
                        ? keyed(Arrays.stream(places.get(i)).mapToObj(keys::get).toList())
                        : spread(spreads.get(i - places.size())));
        return Arrays.stream(offers)
                .filter(Objects::nonNull)
                .filter(offer -> offer.candidates() <= most && !offer.found().isEmpty())
                .toList();
    }

    /** {@return the keys alone and in pairs of two columns} */
    private static List<int[]> places(List<Key> keys) {
        List<int[]> places = new ArrayList<>();
        for (int one = 0; one < keys.size(); one++) {
            places.add(new int[] {one});
            for (int other = one + 1; other < keys.size(); other++) {
                if (!keys.get(one)
                        .field()
                        .column()
                        .equals(keys.get(other).field().column())) {
                    places.add(new int[] {one, other});
                }
            }
        }
        return places;
    }

    private int[] numbers(Field field) {
        Field.Values values = new Field.Values(table, field, new Dictionary());
        int[] numbers = new int[table.rows()];
        Arrays.setAll(numbers, values::number);
        return numbers;
    }

    private Offer keyed(List<Key> keys) {
        BlockingRule rule = BlockingRule.on(keys.stream().map(Key::field).toArray(Field[]::new));
        long[] joined = new long[table.rows()];
        for (Key key : keys) {
            for (int row = 0; row < joined.length; row++) {
                int number = key.numbers()[row];
                joined[row] = joined[row] < 0 || number == Column.MISSING ? -1 : joined[row] << Integer.SIZE | number;
            }
        }
        int[] order = RowOrder.by(joined);
        long pairs = 0;
        long same = 0;
        for (int i = 1; i < order.length && joined[order[i]] >= 0; i++) {
            same = joined[order[i]] == joined[order[i - 1]] ? same + 1 : 0;
            pairs += same;
        }
        return new Offer(
                rule, pairs, found((left, right) -> joined[left] >= 0 && joined[left] == joined[right] ? 0 : -1));
    }

    private Offer spread(Spread spread) {
        BlockingRule rule = BlockingRule.on(new Field[0]).sharing(spread);
        RuleSearch search = RuleBlocking.of(List.of(rule)).search(table, 0);
        long candidates = spread instanceof Sorted sorted
                ? (long) table.rows() * sorted.reach()
                : search.known().get(0).candidates();
        return new Offer(rule, candidates, found(search::rule));
    }

    private BitSet found(IntBinaryOperator rule) {
        BitSet found = new BitSet(matches.size());
        IntStream.range(0, matches.size())
                .filter(match -> rule.applyAsInt(matches.left(match), matches.right(match)) >= 0)
                .forEach(found::set);
        return found;
    }
}
