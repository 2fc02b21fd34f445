package dev.cdm.core.json;

import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Bodies that earlier versions wrote, one on a line, in one file for each kind and version. They are never changed: who
 * raises the version of a kind adds a file, and the main method here writes it from generated facts.
 */
final class Goldens {

    private static final int LINES = 30;

    private Goldens() {}

    /** The kinds of core, by name. */
    static List<Kind<?>> kinds() {
        List<Kind<?>> kinds = new ArrayList<>();
        ServiceLoader.load(Kinds.class).forEach(module -> kinds.addAll(module.all()));
        kinds.sort(Comparator.comparing(Kind::name));
        return kinds;
    }

    static String file(Kind<?> kind, int version) {
        return kind.name() + "-v" + version + ".jsonl";
    }

    static List<String> bodies(Kind<?> kind, int version) throws IOException {
        try (InputStream stream = Goldens.class.getResourceAsStream("golden/" + file(kind, version))) {
            return stream == null
                    ? List.of()
                    : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        }
    }

    /** Writes the missing files of the present versions into a folder, such as {@code src/test/resources/…/golden}. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Kind<?> kind : kinds()) {
            Path path = folder.resolve(file(kind, kind.version()));
            if (!Files.exists(path)) {
                Files.writeString(path, String.join("\n", generated(kind)) + "\n");
            }
        }
    }

    private static List<String> generated(Kind<?> kind) {
        List<String> bodies = new ArrayList<>();
        JsonCodecs codecs = JsonCodecs.of();
        for (Object fact : Facts.of(kind).list().uniqueElements().ofSize(LINES).sample()) {
            bodies.add(JsonCodecsProperties.Fact.of(kind, fact).encoded(codecs));
        }
        return bodies;
    }
}
