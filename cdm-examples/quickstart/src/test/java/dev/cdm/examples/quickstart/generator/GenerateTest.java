package dev.cdm.examples.quickstart.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {

    private static final Pattern DOMAIN = Pattern.compile("@([A-Za-z.]+)");

    @Test
    void theFilesInTheResourcesAreMadeAgainByteForByte() throws IOException {
        for (Map.Entry<String, byte[]> file : Generate.files(Generate.SEED).entrySet()) {
            assertThat(file.getValue()).as(file.getKey()).isEqualTo(resource(file.getKey()));
        }
    }

    @Test
    void anotherSeedGivesOtherPeople() {
        Map<String, byte[]> other = Generate.files(Generate.SEED + 1);
        Generate.files(Generate.SEED)
                .forEach((name, bytes) -> assertThat(other.get(name)).as(name).isNotEqualTo(bytes));
    }

    @Test
    void everyDomainIsReservedForExamples() {
        Generate.files(Generate.SEED)
                .forEach((name, bytes) -> DOMAIN.matcher(new String(bytes, StandardCharsets.UTF_8))
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .forEach(domain -> assertThat(domain.toLowerCase(Locale.ROOT))
                                .as(name)
                                .matches("(new\\.)?(example\\.(com|org|net)|[a-z]+\\.example)")));
    }

    @Test
    void theCommandWritesTheFiles(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("data");
        Generate.main(new String[] {target.toString()});
        assertThat(Files.readAllBytes(target.resolve("truth.csv"))).isEqualTo(resource("truth.csv"));
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files).hasSize(7);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = GenerateTest.class.getResourceAsStream("/dev/cdm/examples/quickstart/data/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
