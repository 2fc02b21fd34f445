package dev.cdm.core.storage.tck;

import dev.cdm.core.storage.LogKind;
import java.time.Instant;
import java.util.List;

/** An entry of the kit's logs: what somebody wrote about somebody, under some topics. */
record Note(String id, String about, List<String> topics, Instant at, String text) {

    static final String TOPIC = "topic";
    static final Instant NOON = Instant.parse("2024-02-29T12:00:00.123456789Z");

    /** The log most tests write to. */
    static final LogKind<Note> NOTES = LogKind.named("tck_note", Note.class)
            .index(TOPIC, Note::topics)
            .subjects(note -> List.of(note.about))
            .keyedBy(Note::id);

    /** A second log, for what spans several kinds. */
    static final LogKind<Note> LETTERS = LogKind.named("tck_letter", Note.class)
            .index(TOPIC, Note::topics)
            .subjects(note -> List.of(note.about))
            .keyedBy(Note::id);

    /** The next version of {@link #NOTES}. */
    static final LogKind<Note> NOTES_2 = LogKind.named("tck_note", Note.class)
            .version(2)
            .index(TOPIC, Note::topics)
            .subjects(note -> List.of(note.about))
            .keyedBy(Note::id);

    static Note of(String id) {
        return of(id, "topic");
    }

    static Note of(String id, String topic) {
        return new Note(id, "crm/1", List.of(topic), NOON, "text of " + id);
    }

    Note about(String subject) {
        return new Note(id, subject, topics, at, text);
    }

    Note at(Instant instant) {
        return new Note(id, about, topics, instant, text);
    }

    Note saying(String words) {
        return new Note(id, about, topics, at, words);
    }
}
