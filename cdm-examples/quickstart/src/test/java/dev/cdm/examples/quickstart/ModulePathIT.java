package dev.cdm.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compiles and runs a small modular host against the packaged jars. All other tests run on the class path, where a
 * broken module descriptor goes unnoticed.
 */
class ModulePathIT {

    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path JARS = MODULE.resolve("target/lib");
    private static final Path SOURCES = MODULE.resolve("src/smoke/java");
    private static final Path CLASSES = MODULE.resolve("target/smoke");

    @Test
    void aModularHostCompilesAndReadsBackWhatItWrote() throws IOException, InterruptedException {
        List<String> compile = new ArrayList<>(List.of(
                "javac", "-encoding", "UTF-8", "-Xlint:all,-requires-automatic", "-Werror", "-p", JARS.toString()));
        compile.addAll(List.of("-d", CLASSES.toString()));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .forEach(file -> compile.add(file.toString()));
        }
        assertEquals("", run(compile));
        String modules = JARS + System.getProperty("path.separator") + CLASSES;
        String main = "dev.cdm.examples.smoke/dev.cdm.examples.smoke.Smoke";
        assertEquals("read back crm/4711 [name, phone]", run(List.of("java", "-p", modules, "-m", main)));
    }

    /** What the command printed, or its output with the exit code in front if it failed. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        List<String> full = new ArrayList<>(command);
        full.set(
                0,
                Path.of(System.getProperty("java.home"), "bin", command.get(0)).toString());
        Process process = new ProcessBuilder(full).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int exit = process.waitFor();
        return exit == 0 ? output : "exit " + exit + ": " + output;
    }
}
