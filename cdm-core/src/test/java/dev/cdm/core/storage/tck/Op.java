package dev.cdm.core.storage.tck;

import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.UnitOfWork;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One operation of a random history. What it answers is the same text in every store that keeps the contract: versions
 * and cursors, which are a store's own matter, are left out or put in relation.
 */
interface Op {

    /** Ids, keys and index values from a pool so small that operations meet, and so odd that collations show. */
    List<String> POOL = List.of("a", "A", "b", "a ", "é", "ｱ", "😀", "%", "ß", "İ");

    /** Runs the operation and tells what it answered. */
    String run(UnitOfWork unit);

    /** Whether it may run in a unit of work that only reads. */
    default boolean reads() {
        return true;
    }

    /** Which of two logs and two tables. */
    static LogKind<Note> log(boolean second) {
        return second ? Note.LETTERS : Note.NOTES;
    }

    static TableKind<Card> table(boolean second) {
        return second ? Card.HEADS : Card.CARDS;
    }

    /** All operations; the pool's texts as ids, keys and values. */
    static Arbitrary<Op> any() {
        Arbitrary<String> text = Arbitraries.of(POOL);
        Arbitrary<List<String>> texts = text.list().ofMaxSize(3);
        Arbitrary<Boolean> flag = Arbitraries.of(false, false, true);
        Arbitrary<Integer> number = Arbitraries.integers().between(1, 9);
        Arbitrary<Op> append = Combinators.combine(flag, texts, texts, number).as(Append::new);
        Arbitrary<Op> put = Combinators.combine(flag, text, texts, Arbitraries.of(Put.Expected.class), number)
                .as(Put::new);
        return Arbitraries.oneOf(
                append,
                append,
                put,
                put,
                Combinators.combine(flag, texts).as(GetEntries::new),
                Combinators.combine(flag, text, number).as(ByEntries::new),
                Combinators.combine(flag, texts).as(Erase::new),
                Combinators.combine(flag, text, Arbitraries.of(true, false)).as(Remove::new),
                Combinators.combine(flag, texts).as(GetDocuments::new),
                Combinators.combine(flag, text, text, number).as(ByDocuments::new),
                Combinators.combine(flag, number).as(AllDocuments::new));
    }

    /** Appends an entry per id, all under the same topics. */
    record Append(boolean second, List<String> ids, List<String> topics, int number) implements Op {
        @Override
        public String run(UnitOfWork unit) {
            return "new "
                    + unit.log(log(second))
                            .append(ids.stream()
                                    .map(id -> new Note(id, "crm/1", topics, Note.NOON, "text " + number))
                                    .toList());
        }

        @Override
        public boolean reads() {
            return false;
        }
    }

    /** Looks entries up. */
    record GetEntries(boolean second, List<String> ids) implements Op {
        @Override
        public String run(UnitOfWork unit) {
            Log<Note> log = unit.log(log(second));
            return "got " + log.get(ids) + " present " + log.present(ids);
        }
    }

    /** Pages an index of a log. */
    record ByEntries(boolean second, String topic, int limit) implements Op {
        @Override
        public String run(UnitOfWork unit) {
            return "found " + Group.pages(after -> unit.log(log(second)).by(Note.TOPIC, topic, after, limit));
        }
    }

    /** Erases. */
    record Erase(boolean second, List<String> ids) implements Op {
        @Override
        public String run(UnitOfWork unit) {
            return "erased " + unit.log(log(second)).erase(ids);
        }

        @Override
        public boolean reads() {
            return false;
        }
    }

    /** Puts a document, expecting what is there, nothing, or a version that never was. */
    record Put(boolean second, String key, List<String> tags, Expected expected, int number) implements Op {

        /** What the writer believes to be there. */
        enum Expected {
            CURRENT,
            NOTHING,
            NEVER
        }

        @Override
        public String run(UnitOfWork unit) {
            Table<Card> table = unit.table(table(second));
            long current = table.versions(List.of(key)).getOrDefault(key, 0L);
            long version = table.put(
                    new Card(key, number, tags),
                    switch (expected) {
                        case CURRENT -> current;
                        case NOTHING -> 0;
                        case NEVER -> current + 1_000_000;
                    });
            return "put, version " + (version > current ? "grew" : "did not grow");
        }

        @Override
        public boolean reads() {
            return false;
        }
    }

    /** Removes a document, expecting what is there or a version that never was. */
    record Remove(boolean second, String key, boolean current) implements Op {
        @Override
        public String run(UnitOfWork unit) {
            Table<Card> table = unit.table(table(second));
            long version = table.versions(List.of(key)).getOrDefault(key, 0L);
            if (current && version == 0) {
                return "nothing to remove";
            }
            table.remove(key, current ? version : version + 1_000_000);
            return "removed";
        }

        @Override
        public boolean reads() {
            return false;
        }
    }

    /** Looks documents up. */
    record GetDocuments(boolean second, List<String> keys) implements Op {
        @Override
        public String run(UnitOfWork unit) {
            Table<Card> table = unit.table(table(second));
            StringBuilder answer = new StringBuilder("got");
            table.get(keys).forEach((key, card) -> answer.append(' ').append(card.document()));
            return answer.append(" versions of ")
                    .append(table.versions(keys).keySet())
                    .toString();
        }
    }

    /** Pages a range of an index of a table. */
    record ByDocuments(boolean second, String from, String to, int limit) implements Op {
        @Override
        public String run(UnitOfWork unit) {
            String index = second ? dev.cdm.core.storage.Kind.SUBJECT : Card.TAG;
            return "found "
                    + Group.keys(Group.pages(after -> unit.table(table(second)).by(index, from, to, after, limit)));
        }
    }

    /** Pages a table. */
    record AllDocuments(boolean second, int limit) implements Op {
        @Override
        public String run(UnitOfWork unit) {
            return "all "
                    + Group.keys(Group.pages(after -> unit.table(table(second)).all(after, limit)));
        }
    }

    /** Reads a whole feed; for a unit of work that has written nothing. The order is the store's, so it is left out. */
    record Feed(boolean second, int limit) implements Op {
        @Override
        public String run(UnitOfWork unit) {
            List<String> ids =
                    Group.ids(Group.pages(after -> unit.log(log(second)).feed(after, limit)));
            return "feed of " + ids.size() + ": " + new TreeSet<>(ids);
        }
    }
}
