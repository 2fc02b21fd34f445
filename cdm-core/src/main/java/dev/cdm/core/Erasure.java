package dev.cdm.core;

import dev.cdm.core.audit.ErasureReceipt;
import dev.cdm.core.identity.IdentityKinds;
import dev.cdm.core.identity.IdentityResolver;
import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.StorageException;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.Versioned;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Erases what all kinds tell about some record ids. It knows no kind but those of identity, which repair the partition;
 * a new capability's kinds are walked like any other.
 */
final class Erasure {

    private static final int PAGE = 500;

    private final List<Kind<?>> kinds;
    private final IdentityResolver resolver;
    private final UnitOfWork work;

    Erasure(Fittings fittings, UnitOfWork work) {
        this.kinds = fittings.kinds();
        this.resolver = fittings.resolver;
        this.work = work;
    }

    ErasureReceipt erase(String person, Collection<RecordId> records, Act act) {
        Map<String, Integer> erased = new LinkedHashMap<>();
        List<Kind<?>> ofIdentity = new IdentityKinds().all();
        for (Kind<?> kind : kinds) {
            erased.put(kind.name(), ofIdentity.contains(kind) ? 0 : erase(kind, records));
        }
        erased.putAll(resolver.erase(records, act, work));
        int remaining = remaining(records);
        if (remaining > 0) {
            throw new StorageException("an erasure left " + remaining + " entries; it was rolled back");
        }
        ErasureReceipt receipt =
                new ErasureReceipt(person, records.size(), erased, remaining, act.actor(), act.reason(), act.at());
        work.log(ErasureReceipt.ERASURES).append(List.of(receipt));
        return receipt;
    }

    private int erase(Kind<?> kind, Collection<RecordId> records) {
        int count = 0;
        for (RecordId record : records) {
            count += kind instanceof LogKind<?> log ? eraseLog(log, record) : eraseTable((TableKind<?>) kind, record);
        }
        return count;
    }

    private <E> int eraseLog(LogKind<E> kind, RecordId record) {
        Log<E> log = work.log(kind);
        int count = 0;
        Page<E> page = log.by(Kind.SUBJECT, record.text(), Cursor.START, PAGE);
        while (!page.items().isEmpty()) {
            count += log.erase(page.items().stream().map(kind::key).toList());
            page = log.by(Kind.SUBJECT, record.text(), Cursor.START, PAGE);
        }
        return count;
    }

    private <V> int eraseTable(TableKind<V> kind, RecordId record) {
        Table<V> table = work.table(kind);
        int count = 0;
        Page<Versioned<V>> page = table.by(Kind.SUBJECT, record.text(), record.text(), Cursor.START, PAGE);
        while (!page.items().isEmpty()) {
            for (Versioned<V> found : page.items()) {
                table.remove(kind.key(found.document()), found.version());
                count++;
            }
            page = table.by(Kind.SUBJECT, record.text(), record.text(), Cursor.START, PAGE);
        }
        return count;
    }

    private int remaining(Collection<RecordId> records) {
        int count = 0;
        for (Kind<?> kind : kinds) {
            for (RecordId record : records) {
                count += kind instanceof LogKind<?> log
                        ? work.log(log)
                                .by(Kind.SUBJECT, record.text(), Cursor.START, 1)
                                .items()
                                .size()
                        : work.table((TableKind<?>) kind)
                                .by(Kind.SUBJECT, record.text(), record.text(), Cursor.START, 1)
                                .items()
                                .size();
            }
        }
        return count;
    }
}
