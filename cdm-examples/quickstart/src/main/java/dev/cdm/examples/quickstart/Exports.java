package dev.cdm.examples.quickstart;

import dev.cdm.core.format.EventFormat;
import dev.cdm.core.format.RecordFormat;
import dev.cdm.core.format.RowReader;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.timeline.Event;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files of the three systems: those that come with the program, or those of a folder. */
final class Exports {

    static final String CONSENTS = "consents.jsonl";

    private final Optional<Path> folder;

    Exports(Optional<Path> folder) {
        this.folder = folder;
    }

    /** The files of records and what they look like. */
    static Map<String, RecordFormat> records() {
        Map<String, RecordFormat> files = new LinkedHashMap<>();
        files.put("crm-contacts.csv", Systems.CONTACTS);
        files.put("shop-customers.csv", Systems.CUSTOMERS);
        files.put("newsletter.jsonl", Systems.SUBSCRIBERS);
        return files;
    }

    /** The files of events and what they look like. */
    static Map<String, EventFormat> events() {
        Map<String, EventFormat> files = new LinkedHashMap<>();
        files.put("shop-events.jsonl", Systems.ORDERS);
        files.put("support-cases.jsonl", Systems.CASES);
        return files;
    }

    RowReader<RawRecord> records(String name, RecordFormat format) {
        return folder.map(path -> format.read(path.resolve(name))).orElseGet(() -> format.read(inside(name), name));
    }

    RowReader<Event> events(String name, EventFormat format, Instant receivedAt) {
        return folder.map(path -> format.read(path.resolve(name), receivedAt))
                .orElseGet(() -> format.read(inside(name), name, receivedAt));
    }

    RowReader<RawRecord> consents() {
        return records(CONSENTS, Systems.CONSENTS);
    }

    private static InputStream inside(String name) {
        InputStream in = Exports.class.getResourceAsStream("data/" + name);
        if (in == null) {
            throw new IllegalStateException("the program lacks its file `" + name + "`");
        }
        return in;
    }
}
