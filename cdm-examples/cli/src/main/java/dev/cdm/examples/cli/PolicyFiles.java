package dev.cdm.examples.cli;

import dev.cdm.consent.json.PackFiles;
import dev.cdm.consent.json.PurposeFiles;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.consent.recipient.Recipients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads packs, purposes and recipients; without a file those that come with the library. */
final class PolicyFiles {

    private PolicyFiles() {}

    /** {@return the packs of the JSON files of a directory in the order of their names; schemas are left out} */
    static List<Pack> packs(@Nullable Path directory) {
        if (directory == null) {
            return PackFiles.all();
        }
        if (!Files.isDirectory(directory)) {
            throw new InputProblem("`--packs` must be a directory: `" + directory + "` is none");
        }
        Map<String, Pack> packs = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(PolicyFiles::isPack).sorted().forEach(file -> {
                Pack pack = parse(file, "pack", PackFiles::parse);
                if (packs.put(pack.id(), pack) != null) {
                    throw new InputProblem("`" + directory + "` has the pack `" + pack.id() + "` twice");
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (packs.isEmpty()) {
            throw new InputProblem("`" + directory + "` has no pack: a file that ends in .json is needed");
        }
        return List.copyOf(packs.values());
    }

    private static boolean isPack(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".json") && !name.endsWith(".schema.json");
    }

    static Purposes purposes(@Nullable Path file) {
        return file == null ? PurposeFiles.examples() : parse(file, "register of purposes", PurposeFiles::parse);
    }

    static Recipients recipients(@Nullable Path file) {
        return file == null ? Recipients.none() : parse(file, "register of purposes", PurposeFiles::recipients);
    }

    private static <T> T parse(Path file, String what, Function<String, T> parser) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return parser.apply(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (MalformedInputException e) {
            throw new InputProblem("`" + file + "` is not UTF-8");
        } catch (IllegalArgumentException e) {
            throw new InputProblem("`" + file + "` is no " + what + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
