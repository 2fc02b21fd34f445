package dev.cdm.examples.quickstart;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells on the error stream how far a long piece of work is, at most once a second. */
final class Progress {

    private static final long SECOND = 1_000_000_000L;

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private long begun;
    private long told;

    Progress(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
    }

    void begin() {
        begun = nanoTime.getAsLong();
        told = begun;
    }

    void at(String what, long rows, long bytes) {
        long now = nanoTime.getAsLong();
        if (now - told >= SECOND) {
            told = now;
            out.printf(Locale.ROOT, "  … %s: %,d rows, %,d KB%n", what, rows, bytes / 1024);
        }
    }

    void end(String what, long rows) {
        double seconds = Math.max(1, nanoTime.getAsLong() - begun) / (double) SECOND;
        out.printf(Locale.ROOT, "  %s: %,d rows in %.1f s (%,.0f rows/s)%n", what, rows, seconds, rows / seconds);
    }
}
