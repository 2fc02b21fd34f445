package dev.cdm.consent.ledger;

import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Page;
import java.util.ArrayList;
import java.util.List;

/** Reads all entries of a log about one record id, page by page. */
final class SubjectPages {

    private static final int PAGE = 500;

    private SubjectPages() {}

    static <E> List<E> all(Log<E> log, RecordId subject) {
        List<E> found = new ArrayList<>();
        Cursor next = Cursor.START;
        boolean last = false;
        while (!last) {
            Page<E> page = log.by(LogKind.SUBJECT, subject.text(), next, PAGE);
            found.addAll(page.items());
            next = page.next();
            last = page.last();
        }
        return found;
    }
}
