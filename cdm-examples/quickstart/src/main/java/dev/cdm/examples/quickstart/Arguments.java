package dev.cdm.examples.quickstart;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param store which kind of database
 * @param target its file or URL; empty for memory
 * @param folder the folder of the exports, or null for the ones that come with the program
 * @param help whether only the usage is wanted
 */
record Arguments(Store store, String target, @Nullable Path folder, boolean help) {

    static final String USAGE = """
            usage: quickstart [--database PATH | --postgres URL | --memory] [--data DIR]

              --database PATH  keep everything in an embedded H2 database at PATH
                               (the default, with PATH target/quickstart/customers)
              --postgres URL   keep everything in PostgreSQL, as in
                               jdbc:postgresql://localhost/cdm?user=me&password=secret
              --memory         keep everything in memory
              --data DIR       read the exports from DIR instead of the ones inside
              --help           print this
            """;

    private static final String DEFAULT_DATABASE = "target/quickstart/customers";

    /** Which kind of database. */
    enum Store {
        /** Embedded H2 in a file. */
        H2,
        /** A PostgreSQL server. */
        POSTGRES,
        /** The heap. */
        MEMORY
    }

    static Arguments parse(String... words) {
        Deque<String> rest = new ArrayDeque<>(List.of(words));
        Store store = null;
        String target = "";
        Path folder = null;
        boolean help = false;
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--help", "-h" -> help = true;
                case "--data" -> folder = Path.of(value(option, rest));
                case "--database", "--postgres", "--memory" -> {
                    if (store != null) {
                        throw new UsageException("only one of --database, --postgres and --memory can be given");
                    }
                    store = storeOf(option);
                    target = store == Store.MEMORY ? "" : value(option, rest);
                }
                default -> throw new UsageException("unknown option `" + option + "`");
            }
        }
        return store == null
                ? new Arguments(Store.H2, DEFAULT_DATABASE, folder, help)
                : new Arguments(store, checked(store, target), folder, help);
    }

    Optional<Path> data() {
        return Optional.ofNullable(folder);
    }

    private static Store storeOf(String option) {
        return switch (option) {
            case "--postgres" -> Store.POSTGRES;
            case "--memory" -> Store.MEMORY;
            default -> Store.H2;
        };
    }

    private static String checked(Store store, String target) {
        if (store == Store.POSTGRES && !target.startsWith("jdbc:postgresql:")) {
            throw new UsageException("the URL of --postgres must begin with jdbc:postgresql:");
        }
        if (store == Store.H2 && target.contains(";")) {
            throw new UsageException("the path of --database must not contain a semicolon");
        }
        return target;
    }

    private static String value(String option, Deque<String> rest) {
        String value = rest.pollFirst();
        if (value == null || value.startsWith("--")) {
            throw new UsageException(option + " needs a value");
        }
        return value;
    }

    /** Without the target: a URL may hold a password. */
    @Override
    public String toString() {
        return "Arguments[" + store + "]";
    }
}
