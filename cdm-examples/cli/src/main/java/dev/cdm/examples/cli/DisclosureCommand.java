package dev.cdm.examples.cli;

import dev.cdm.consent.notice.Disclosure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes what people must be told about the registered purposes. */
@Command(
        name = "disclosure",
        description = "Tells what data are used for, since when, until when, and who receives them.",
        mixinStandardHelpOptions = true)
final class DisclosureCommand implements Callable<Integer> {

    @Option(names = "--purposes", description = "The purposes (default: those of the packs' examples).")
    @Nullable
    Path purposes;

    @Option(
            names = "--language",
            defaultValue = "EN",
            description = "The language: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Language language = Language.EN;

    @Option(names = "--output", description = "Where the text goes (default: printed).")
    @Nullable
    Path output;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        String text =
                new Disclosure(PolicyFiles.purposes(purposes), PolicyFiles.recipients(purposes)).text(language.locale);
        if (output == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return 0;
        }
        try {
            Files.writeString(output, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }
}
