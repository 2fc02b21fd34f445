package dev.cdm.examples.cli;

import dev.cdm.matching.json.ModelFormat;
import dev.cdm.matching.scoring.FellegiSunterModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes models. */
final class ModelFile {

    private ModelFile() {}

    static FellegiSunterModel read(Path file) {
        try {
            return ModelFormat.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new InputProblem("`" + file + "` is no model: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, FellegiSunterModel model) {
        try {
            Files.writeString(file, ModelFormat.write(model), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
