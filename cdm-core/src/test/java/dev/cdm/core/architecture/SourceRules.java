package dev.cdm.core.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cdm.core.architecture.SourceFile.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rules that every module's source files keep: they stay small, and nothing is left for later. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SourceRules {

    private static final int MEDIAN_FILE = 95;
    private static final int LARGE_FILE = 200;
    private static final int LARGEST_FILE = 400;
    private static final int LARGEST_TEST = 600;
    private static final int LARGE_METHOD = 20;
    private static final int LARGEST_METHOD = 60;
    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TODO|FIXME)\\b");

    private final List<SourceFile> main = SourceTree.read(moduleFolder().resolve("src/main/java"));
    private final List<SourceFile> tests = SourceTree.read(moduleFolder().resolve("src/test/java"));

    /** For subclasses. */
    protected SourceRules() {}

    /** The folder of the module under test: Surefire names it; an IDE starts there. */
    static Path moduleFolder() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();
    }

    final List<SourceFile> mainFiles() {
        return main;
    }

    @Test
    void noFileIsTooLong() {
        List<String> tooLong = new ArrayList<>();
        main.forEach(file -> note(tooLong, file, LARGEST_FILE));
        tests.forEach(file -> note(tooLong, file, LARGEST_TEST));
        none(tooLong);
    }

    @Test
    void halfOfTheFilesAreShortAndEightInNineAreNotLong() {
        List<Integer> sizes = main.stream()
                .filter(file -> !file.isDescriptor())
                .map(file -> file.lines().size())
                .sorted()
                .toList();
        List<String> problems = new ArrayList<>();
        if (!sizes.isEmpty() && sizes.get((sizes.size() - 1) / 2) > MEDIAN_FILE) {
            problems.add("the median file has " + sizes.get((sizes.size() - 1) / 2) + " lines, " + MEDIAN_FILE
                    + " are allowed");
        }
        long large = sizes.stream().filter(size -> size > LARGE_FILE).count();
        if (large > Math.max(1, sizes.size() / 9)) {
            problems.add(large + " of " + sizes.size() + " files have more than " + LARGE_FILE + " lines");
        }
        none(problems);
    }

    @Test
    void noMethodIsTooLongAndNineteenInTwentyAreShort() {
        List<String> problems = new ArrayList<>();
        List<String> large = new ArrayList<>();
        long all = 0;
        for (SourceFile file : main) {
            all += file.methods().size();
            for (Method method : file.methods()) {
                String found = file.path() + ": " + method.name() + " has " + method.lines() + " lines";
                if (method.lines() > LARGEST_METHOD) {
                    problems.add(found);
                }
                if (method.lines() > LARGE_METHOD) {
                    large.add(found);
                }
            }
        }
        if (large.size() > Math.max(1, all / 20)) {
            problems.add(large.size() + " of " + all + " methods have more than " + LARGE_METHOD + " lines:");
            problems.addAll(large);
        }
        none(problems);
    }

    @Test
    void nothingIsLeftForLater() {
        List<String> found = new ArrayList<>();
        for (SourceFile file : main) {
            IntStream.range(0, file.lines().size())
                    .filter(line ->
                            LEFT_FOR_LATER.matcher(file.lines().get(line)).find())
                    .forEach(line -> found.add(file.path() + ": line " + (line + 1)));
        }
        none(found);
    }

    static void none(List<String> problems) {
        assertEquals("", String.join("\n", problems));
    }

    private static void note(List<String> tooLong, SourceFile file, int limit) {
        if (file.lines().size() > limit) {
            tooLong.add(file.path() + " has " + file.lines().size() + " lines, " + limit + " are allowed");
        }
    }
}
