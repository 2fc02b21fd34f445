package dev.cdm.consent.recipient;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.UnitOfWork;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The log of disclosures, inside one unit of work; for its thread. */
public final class DisclosureLog {

    /** The entries. */
    public static final LogKind<Disclosed> ENTRIES = LogKind.named("disclosure", Disclosed.class)
            .subjects(entry -> entry.subjects().stream().map(RecordId::text).toList())
            .index("recipient", entry -> List.of(entry.recipient().text()))
            .keyedBy(Disclosed::id);

    private static final int PAGE = 500;

    private final Log<Disclosed> log;

    private DisclosureLog(Log<Disclosed> log) {
        this.log = log;
    }

    /**
     * {@return the log in a unit of work}
     *
     * @param work the unit of work
     */
    public static DisclosureLog in(UnitOfWork work) {
        return new DisclosureLog(work.log(ENTRIES));
    }

    /**
     * Appends an entry; the same one again changes nothing.
     *
     * @param entry the entry
     */
    public void append(Disclosed entry) {
        log.append(List.of(entry));
    }

    /**
     * {@return what was disclosed of a person, each entry once}
     *
     * @param subjects the record ids of the person
     */
    public List<Disclosed> of(Collection<RecordId> subjects) {
        Map<String, Disclosed> found = new LinkedHashMap<>();
        for (RecordId subject : subjects) {
            Cursor next = Cursor.START;
            boolean last = false;
            while (!last) {
                Page<Disclosed> page = log.by(LogKind.SUBJECT, subject.text(), next, PAGE);
                page.items().forEach(entry -> found.putIfAbsent(entry.id(), entry));
                next = page.next();
                last = page.last();
            }
        }
        return ImmutableList.copyOf(found.values());
    }
}
