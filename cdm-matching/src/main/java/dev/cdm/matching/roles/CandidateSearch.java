package dev.cdm.matching.roles;

import dev.cdm.matching.blocking.CandidatePairs;
import dev.cdm.matching.blocking.Neighbourhood;
import dev.cdm.matching.person.Entities;
import dev.cdm.matching.person.PersonKeys;
import dev.cdm.matching.person.PersonTable;
import dev.cdm.matching.table.Workers;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;

/** Finds the pairs worth comparing: the more records there are, the fewer pairs each of them gets from one key. */
final class CandidateSearch {

    private static final int LARGE = 50_000;
    private static final int SMALL = 10_000;

    private final PersonTable people;
    private final IntBinaryOperator admitted;
    private final Workers workers;

    CandidateSearch(PersonTable people, IntBinaryOperator admitted, Workers workers) {
        this.people = people;
        this.admitted = admitted;
        this.workers = workers;
    }

    CandidatePairs find(Entities entities) {
        int rows = people.rows();
        PersonKeys keys = new PersonKeys(people, entities);
        List<Supplier<int[]>> byKey = keys.keys();
        List<Supplier<int[]>> byOrder = keys.orders();
        int[] within = byOrder.get(0).get();
        int next = rows > LARGE ? 1 : rows > SMALL ? 2 : 4;
        Neighbourhood[] all = new Neighbourhood[byKey.size() + byOrder.size()];
        workers.run(
                "sorting",
                all.length,
                i -> all[i] = i < byKey.size()
                        ? Neighbourhood.byKey(byKey.get(i).get(), within, (long) (perKey(rows) * rows), next)
                        : Neighbourhood.byOrder(byOrder.get(i - byKey.size()).get(), window(rows)));
        return CandidatePairs.of(rows, List.of(all), admitted, workers);
    }

    private static double perKey(int rows) {
        return rows > LARGE ? .5 : rows > SMALL ? 2 : 6;
    }

    private static int window(int rows) {
        return rows > LARGE ? 1 : rows > SMALL ? 2 : 5;
    }
}
