package dev.cdm.examples.cli;

import dev.cdm.matching.json.ModelFormat;
import dev.cdm.matching.json.PersonModelFormat;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.scoring.FellegiSunterModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A model in a file: one of people, or one of comparisons, ours or of Splink. Its content tells which. */
record ModelFile(@Nullable PersonModel people, @Nullable FellegiSunterModel comparisons) {

    static ModelFile read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return PersonModelFormat.isPersonModel(text)
                    ? new ModelFile(PersonModelFormat.read(text), null)
                    : new ModelFile(null, ModelFormat.read(text));
        } catch (IllegalArgumentException e) {
            throw new InputProblem("`" + file + "` is no model: " + e.getMessage());
        } catch (MalformedInputException e) {
            throw new InputProblem("`" + file + "` is no model: it is not UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the model of comparisons, where one of people will not do} */
    FellegiSunterModel comparisonsOnly() {
        if (comparisons == null) {
            throw new InputProblem("a model of comparisons is needed, not one of people");
        }
        return comparisons;
    }

    static void write(Path file, FellegiSunterModel model) {
        write(file, ModelFormat.write(model));
    }

    static void write(Path file, PersonModel model) {
        write(file, PersonModelFormat.write(model));
    }

    private static void write(Path file, String json) {
        try {
            Files.writeString(file, json, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
