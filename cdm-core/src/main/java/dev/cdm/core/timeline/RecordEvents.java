package dev.cdm.core.timeline;

import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The events of one record id in order, read page by page. */
final class RecordEvents {

    private static final int PAGE = 200;

    private final Log<Event> log;
    private final String subject;
    private final String name;
    private Cursor place;
    private Page<Event> page;
    private int at;

    RecordEvents(Log<Event> log, RecordId recordId, Map<String, Cursor> places) {
        this.log = log;
        this.subject = recordId.text();
        this.name = new ContentHash().add(subject).finish();
        this.place = places.getOrDefault(name, Cursor.START);
        this.page = log.by(Kind.SUBJECT, subject, place, PAGE);
    }

    static Cursor cursor(String encoded) {
        return new Cursor(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
    }

    /* Goes to the first event after an id; false if there is none. */
    boolean skip(String passed) {
        while (true) {
            while (at < page.items().size()) {
                if (CodePoints.compare(head().id(), passed) > 0) {
                    return true;
                }
                at++;
            }
            if (page.last()) {
                return false;
            }
            place = page.next();
            page = log.by(Kind.SUBJECT, subject, place, PAGE);
            at = 0;
        }
    }

    Event head() {
        return page.items().get(at);
    }

    /* Name and cursor of the page being read, or empty at the start. */
    Optional<String> place() {
        if (place.equals(Cursor.START)) {
            return Optional.empty();
        }
        byte[] bytes = place.text().getBytes(StandardCharsets.UTF_8);
        return Optional.of(name + "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
