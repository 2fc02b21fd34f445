package dev.cdm.examples.cli;

import dev.cdm.matching.table.Workers;
import java.io.PrintWriter;
import java.util.Locale;

/** One line on the terminal that shows how far the work is. */
final class ProgressBar implements Workers.Progress {

    private static final int WIDTH = 30;

    private final PrintWriter out;
    private String shown = "";

    ProgressBar(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void at(String stage, int done, int total) {
        int full = (int) ((long) done * WIDTH / total);
        String line = String.format(Locale.ROOT, "%-18s [%s%s]", stage, "#".repeat(full), " ".repeat(WIDTH - full));
        if (!line.equals(shown)) {
            shown = line;
            out.print("\r" + line + (done == total ? "\r" + " ".repeat(line.length()) + "\r" : ""));
            out.flush();
        }
    }
}
