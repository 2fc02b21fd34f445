package dev.cdm.examples.quickstart;

import dev.cdm.consent.Consents;
import dev.cdm.core.Customers;
import dev.cdm.core.format.DataFileException;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.Storage;
import dev.cdm.core.storage.StorageException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Brings the exports of three systems together, in one command.
 *
 * <p>The exit code is 0 if all went well, 1 if a file or the database cannot be used, 2 if the command line cannot be
 * understood.
 */
public final class Quickstart {

    private static final RecordId SAMPLE = Systems.CRM.record("003A00000001");
    private static final RecordId SAMPLE_ELSEWHERE = Systems.NEWSLETTER.record("n-00001");
    private static final RecordId COUPLE_FIRST = Systems.CRM.record("003A00000002");
    private static final RecordId COUPLE_SECOND = Systems.SHOP.record("C-00002");

    private static final String CHANGED = "The database holds it all now. Run it again: nothing will change.";
    private static final String UNCHANGED = "Nothing: the database held it all already.";

    private Quickstart() {}

    /**
     * Runs it.
     *
     * @param words the command line, see {@code --help}
     */
    public static void main(String... words) {
        System.exit(run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), words));
    }

    static int run(PrintStream out, PrintStream err, String... words) {
        try {
            Arguments arguments = Arguments.parse(words);
            if (arguments.help()) {
                out.print(Arguments.USAGE);
                return 0;
            }
            return walk(arguments, out, err);
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.print(Arguments.USAGE);
            return 2;
        } catch (DataFileException | StorageException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static int walk(Arguments arguments, PrintStream out, PrintStream err) {
        try (Storage storage = Databases.open(arguments)) {
            Progress progress = new Progress(err, System::nanoTime);
            List<String> failures = walk(storage, new Exports(arguments.data()), new Screen(out), progress);
            failures.forEach(err::println);
            return failures.isEmpty() ? 0 : 1;
        }
    }

    /** Record, normalise, resolve, profile, decide, view; gives what made files unusable, and then goes no further. */
    private static List<String> walk(Storage storage, Exports exports, Screen screen, Progress progress) {
        Customers customers = Customers.over(storage)
                .sources(Systems.CRM, Systems.SHOP, Systems.NEWSLETTER)
                .normalization(plan -> plan.region("JP"))
                .build();
        Consents consents = Consents.over(customers)
                .purposes(Uses.NEWSLETTER, Uses.MARKETING, Uses.ANALYTICS)
                .build();
        Loading loading = new Loading(exports, customers, consents, screen, progress);
        boolean changed = loading.run();
        new People(customers, screen).count(loading.usable());
        if (loading.failures().isEmpty()) {
            tell(customers, consents, screen, changed);
        }
        return loading.failures();
    }

    private static void tell(Customers customers, Consents consents, Screen screen, boolean loaded) {
        People people = new People(customers, screen);
        people.golden(SAMPLE);
        Telling telling = new Telling(customers, consents, screen);
        telling.decision(SAMPLE);
        boolean changed = telling.withdrawal(SAMPLE, SAMPLE_ELSEWHERE) || loaded;
        changed |= people.separate(COUPLE_FIRST, COUPLE_SECOND);
        screen.title("What changed");
        screen.line(changed ? CHANGED : UNCHANGED);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
