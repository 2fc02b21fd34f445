package dev.cdm.matching.roles;

import dev.cdm.matching.blocking.CandidatePairs;
import dev.cdm.matching.blocking.Neighbourhood;
import dev.cdm.matching.person.Entities;
import dev.cdm.matching.person.PersonKey;
import dev.cdm.matching.person.PersonKeys;
import dev.cdm.matching.person.PersonTable;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Workers;
import java.util.List;
import java.util.function.IntBinaryOperator;

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

    /** {@return the candidates; once entities are known, only those that their records owe to what they lend each other} */
    CandidatePairs find(Entities entities) {
        int rows = people.rows();
        PersonKeys keys = new PersonKeys(people, entities, rows > LARGE);
        List<PersonKey> byKey = keys.keys();
        List<PersonKey> byOrder = keys.orders();
        int[] within = RowOrder.by(keys.nameOrder().values());
        int next = rows > LARGE ? 1 : rows > SMALL ? 2 : 4;
        Neighbourhood[] all = new Neighbourhood[byKey.size() + byOrder.size()];
        workers.run("sorting", all.length, i -> {
            PersonKey key = i < byKey.size() ? byKey.get(i) : byOrder.get(i - byKey.size());
            all[i] = i < byKey.size()
                    ? Neighbourhood.byKey(key.values(), key.lent(), within, (long) (perKey(rows) * rows), next)
                    : Neighbourhood.byOrder(key.values(), key.lent(), window(rows));
        });
        return CandidatePairs.of(rows, List.of(all), admitted, workers);
    }

    private static double perKey(int rows) {
        return rows > LARGE ? .25 : rows > SMALL ? 2 : 6;
    }

    private static int window(int rows) {
        return rows > LARGE ? 1 : rows > SMALL ? 2 : 5;
    }
}
