package dev.cdm.core.storage.tck;

import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.UnreadableBodyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The kit's own codec: a body is a JSON array of texts, so that a store may keep it in a JSON column. Bodies of version
 * 1 read by a kind of version 2 are marked as upcast.
 */
enum CardCodecs implements Codecs {
    INSTANCE;

    static final String UPCAST = " (from version 1)";

    @Override
    public <T> String encode(Kind<T> kind, T value) {
        List<String> fields = new ArrayList<>();
        if (value instanceof Note note) {
            fields.addAll(List.of(note.id(), note.about(), note.at().toString(), note.text()));
            fields.addAll(note.topics());
        } else if (value instanceof Card card) {
            fields.addAll(List.of(card.key(), Long.toString(card.number())));
            fields.addAll(card.tags());
        } else {
            throw new IllegalArgumentException("not a kind of the kit: `" + kind.name() + "`");
        }
        return write(fields);
    }

    @Override
    public <T> T decode(Kind<T> kind, int version, String body) {
        if (version > kind.version()) {
            throw new UnreadableBodyException("kind `" + kind.name() + "` cannot read bodies of version " + version);
        }
        List<String> fields = read(body);
        if (kind.type() == Note.class) {
            String text = fields.get(3) + (version < kind.version() ? UPCAST : "");
            List<String> topics = List.copyOf(fields.subList(4, fields.size()));
            return kind.type().cast(new Note(fields.get(0), fields.get(1), topics, Instant.parse(fields.get(2)), text));
        }
        List<String> tags = List.copyOf(fields.subList(2, fields.size()));
        return kind.type().cast(new Card(fields.get(0), Long.parseLong(fields.get(1)), tags));
    }

    private static String write(List<String> fields) {
        StringBuilder json = new StringBuilder("[");
        for (String field : fields) {
            json.append(json.length() > 1 ? ",\"" : "\"");
            for (int i = 0; i < field.length(); i++) {
                char unit = field.charAt(i);
                if (unit < ' ' || unit == '"' || unit == '\\') {
                    json.append("\\u00").append(Character.forDigit(unit >> 4, 16));
                    json.append(Character.forDigit(unit & 15, 16));
                } else {
                    json.append(unit);
                }
            }
            json.append('"');
        }
        return json.append(']').toString();
    }

    /* Reads what write wrote, also when a store put spaces between the fields or shortened an escape. */
    private static List<String> read(String json) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < json.length(); i++) {
            char unit = json.charAt(i);
            if (unit == '"') {
                if (inside) {
                    fields.add(field.toString());
                    field.setLength(0);
                }
                inside = !inside;
            } else if (inside && unit == '\\') {
                i++;
                char escape = json.charAt(i);
                int place = "bfnrt".indexOf(escape);
                if (escape == 'u') {
                    field.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                    i += 4;
                } else {
                    field.append(place < 0 ? escape : "\b\f\n\r\t".charAt(place));
                }
            } else if (inside) {
                field.append(unit);
            }
        }
        return fields;
    }
}
