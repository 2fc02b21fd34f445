package dev.cdm.core.timeline;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.ContentHash;
import java.time.Instant;

/** Ids of events: 18 hexadecimal digits of the time since the year 1 in nanoseconds, a dash and a content hash. */
final class EventId {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int SECOND_DIGITS = 10;
    private static final int NANO_DIGITS = 8;

    private EventId() {}

    static Instant sortable(Instant time) {
        Checks.require(!time.isBefore(FIRST) && time.isBefore(END), "occurredAt", "must lie in the years 1 to 9999");
        return time;
    }

    static String of(Event event) {
        Instant time = event.occurredAt();
        StringBuilder id = new StringBuilder(46);
        long seconds = time.getEpochSecond();
        hex(id, seconds - FIRST.getEpochSecond(), SECOND_DIGITS);
        hex(id, time.getNano(), NANO_DIGITS);
        String sortable = id.toString();
        return id.append('-').append(hash(event, sortable)).toString();
    }

    private static void hex(StringBuilder text, long number, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((int) (number >> shift) & 0xF, 16));
        }
    }

    private static String hash(Event event, String time) {
        ContentHash hash = new ContentHash()
                .add(event.recordId().text())
                .add(event.type())
                .add(time)
                .add(event.channel())
                .add(event.reference())
                .add(event.properties().size());
        event.properties()
                .forEach((name, value) ->
                        hash.add(name).add(value.getClass().getSimpleName()).add(value.canonicalText()));
        return hash.finish();
    }
}
