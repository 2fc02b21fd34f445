package dev.cdm.core.storage.tck;

import dev.cdm.core.storage.Storage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Counts what passed in each group, and prints a report that an adapter author can publish. */
final class ConformanceReport implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, TestWatcher {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(ConformanceReport.class);

    /** The counts of one group. */
    private static final class Tally {
        private int passed;
        private int failed;
        private int skipped;
    }

    /** The counts of one contract class. */
    private static final class Tallies {
        private final Map<String, Tally> groups = new LinkedHashMap<>();
        private String capabilities = "unknown";

        synchronized Tally of(ExtensionContext test) {
            String group =
                    test.getParent().map(ExtensionContext::getDisplayName).orElse("");
            return groups.computeIfAbsent(group, name -> new Tally());
        }
    }

    /** Called by JUnit. */
    ConformanceReport() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isOutermost(context)) {
            context.getStore(OURS).put(Tallies.class, new Tallies());
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            if (instance instanceof StorageContract contract) {
                Storage storage = contract.bench.storage();
                tallies(context).capabilities = new TreeSet<>(storage.capabilities()).toString();
            }
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        tallies(context).of(context).passed++;
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        tallies(context).of(context).failed++;
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        tallies(context).of(context).skipped++;
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        tallies(context).of(context).skipped++;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (isOutermost(context)) {
            String name = context.getRequiredTestClass().getSimpleName();
            String report = report(name, tallies(context));
            new PrintStream(System.out, true, StandardCharsets.UTF_8).print(report);
            String folder = System.getProperty("cdm.tck.report");
            if (folder != null) {
                Files.createDirectories(Path.of(folder));
                Files.writeString(Path.of(folder, name + ".txt"), report);
            }
        }
    }

    private static boolean isOutermost(ExtensionContext context) {
        return context.getRequiredTestClass().getEnclosingClass() == null
                || StorageContract.class.isAssignableFrom(context.getRequiredTestClass());
    }

    private static Tallies tallies(ExtensionContext context) {
        Tallies tallies = context.getStore(OURS).get(Tallies.class, Tallies.class);
        return tallies == null ? new Tallies() : tallies;
    }

    private static String report(String name, Tallies tallies) {
        StringBuilder report = new StringBuilder("storage contract: ")
                .append(name)
                .append("\n  declared: ")
                .append(tallies.capabilities)
                .append("\n  seed: ")
                .append(Samples.SEED)
                .append('\n');
        Tally sum = new Tally();
        tallies.groups.forEach((group, tally) -> {
            report.append(line(group, tally));
            sum.passed += tally.passed;
            sum.failed += tally.failed;
            sum.skipped += tally.skipped;
        });
        return report.append(line(sum.failed == 0 ? "conforms" : "DOES NOT CONFORM", sum))
                .toString();
    }

    private static String line(String group, Tally tally) {
        return String.format(
                Locale.ROOT,
                "  %-20s %3d passed, %d failed, %d not declared%n",
                group,
                tally.passed,
                tally.failed,
                tally.skipped);
    }
}
