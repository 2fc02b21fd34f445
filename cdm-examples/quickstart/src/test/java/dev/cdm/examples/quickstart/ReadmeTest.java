package dev.cdm.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.memory.MemoryStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what the sources say and what the program prints. */
class ReadmeTest {

    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();
    private static final Path ROOT = MODULE.resolve("../..").normalize();

    @Test
    void theProgramIsTheOneInTheSources() throws IOException {
        String source = Files.readString(MODULE.resolve("src/main/java/dev/cdm/examples/quickstart/FirstSteps.java"));
        String region = between(source, "        // [readme]\n", "        // [/readme]\n")
                .replaceAll("(?m)^ {8}", "");
        assertThat(blocks("java").get(0)).isEqualTo(region);
        assertThat(region.lines()).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void theOutputIsWhatTheProgramPrints() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Storage storage = MemoryStorage.create();
                PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            FirstSteps.run(storage, out);
        }
        String printed = bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        assertThat(blocks("text").get(0)).isEqualTo(printed);
    }

    @Test
    void theSecondCommandIsTheOneThatCiRuns() throws IOException {
        String ci = Files.readString(ROOT.resolve(".ci/run"));
        assertThat(blocks("sh")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(ci.lines()).contains(blocks("sh").get(1).strip());
    }

    private static List<String> blocks(String language) {
        Matcher block =
                Pattern.compile("(?ms)^```" + language + "\\R(.*?)^```$").matcher(readme());
        return block.results()
                .map(found -> found.group(1).replace("\r\n", "\n"))
                .toList();
    }

    private static String readme() {
        try {
            return Files.readString(ROOT.resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }
}
