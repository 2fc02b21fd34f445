package dev.cdm.core.storage.tck;

import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.VersionConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Units of work one after the other, each of some operations; how it ends, and whether the store is opened anew after it. */
record History(List<Unit> units) {

    /** How a unit of work ends. */
    enum End {
        COMMIT,
        ROLL_BACK,
        COMMIT_AND_REOPEN
    }

    /** One unit of work. */
    record Unit(List<Op> ops, End end) {}

    private static final class RollBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static Arbitrary<History> any() {
        Arbitrary<End> end = Arbitraries.of(End.COMMIT, End.COMMIT, End.COMMIT, End.ROLL_BACK, End.COMMIT_AND_REOPEN);
        return Combinators.combine(Op.any().list().ofMinSize(1).ofMaxSize(6), end)
                .as(Unit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(History::new);
    }

    /** Runs on a store, and tells what each unit of work and a look from outside after it answered. */
    List<String> run(Supplier<Storage> store, Supplier<Storage> reopened) {
        List<String> answers = new ArrayList<>();
        Storage storage = store.get();
        for (Unit unit : units) {
            answers.add(write(storage, unit));
            if (unit.end == End.COMMIT_AND_REOPEN) {
                storage = reopened.get();
            }
            answers.add(storage.read(History::look));
            answers.add(storage.read(reader -> answer(reader, readers(unit))));
        }
        return answers;
    }

    private static List<Op> readers(Unit unit) {
        return unit.ops.stream().filter(Op::reads).toList();
    }

    private static String write(Storage storage, Unit unit) {
        try {
            return storage.write(writer -> {
                String answer = answer(writer, unit.ops);
                if (unit.end == End.ROLL_BACK) {
                    throw new RollBack();
                }
                return answer;
            });
        } catch (VersionConflictException e) {
            return "conflict";
        } catch (RollBack e) {
            return "rolled back";
        }
    }

    private static String answer(UnitOfWork unit, List<Op> ops) {
        StringBuilder answers = new StringBuilder();
        for (Op op : ops) {
            answers.append(op.run(unit)).append("; ");
        }
        return answers.toString();
    }

    private static String look(UnitOfWork unit) {
        return answer(
                unit,
                List.of(
                        new Op.Feed(false, 3),
                        new Op.Feed(true, 100),
                        new Op.GetEntries(false, Op.POOL),
                        new Op.GetDocuments(false, Op.POOL),
                        new Op.ByDocuments(false, "", "😀", 4),
                        new Op.ByDocuments(true, "a", "ｱ", 2),
                        new Op.AllDocuments(true, 3)));
    }
}
