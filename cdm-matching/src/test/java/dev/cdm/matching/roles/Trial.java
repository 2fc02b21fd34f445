package dev.cdm.matching.roles;

import dev.cdm.matching.clustering.LinkAssignment;
import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs the matching on sets with known truth; prints precision, recall and F1 of the clusters. For experiments. */
final class Trial {

    private static final String FEBRL =
            "given_name=given-name,surname=family-name,street_number=street,address_1=street,"
                    + "address_2=address,suburb=city,postcode=postcode,state=region,date_of_birth=birth-date,soc_sec_id=national-id";
    private static final String PEOPLE = "first_name=given-name,surname=family-name,first_name_kana=given-name-kana,"
            + "surname_kana=family-name-kana,dob=birth-date,sex=sex,street=street,city=city,postcode=postcode,phone=phone,"
            + "email=email";

    private Trial() {}

    public static void main(String[] args) {
        Path data = Path.of(System.getProperty("cdm.data", "../shared/data"));
        String wanted = args.length > 0 ? args[0] : "all";
        if (wanted.equals("file")) {
            dedupe(args[1], Path.of(args[2]), Path.of(args[3]), "record_id", args.length > 4 ? args[4] : PEOPLE);
            return;
        }
        Map<String, Runnable> sets = new LinkedHashMap<>();
        sets.put(
                "fake",
                () -> dedupe(
                        "fake",
                        data.resolve("fake_1000/fake_1000.csv"),
                        data.resolve("fake_1000/truth.csv"),
                        "unique_id",
                        "first_name=given-name,surname=family-name,dob=birth-date,city=city,email=email"));
        for (int i = 1; i <= 3; i++) {
            int k = i;
            sets.put(
                    "febrl" + i,
                    () -> dedupe(
                            "febrl" + k,
                            data.resolve("febrl/dataset" + k + ".csv"),
                            data.resolve("febrl/truth" + k + ".csv"),
                            "rec_id",
                            FEBRL));
        }
        sets.put(
                "clk",
                () -> link(
                        "clk",
                        data.resolve("clk/left.csv"),
                        data.resolve("clk/right.csv"),
                        data.resolve("clk/truth.csv"),
                        "rec_id",
                        FEBRL + ",phone_number=phone"));
        sets.put(
                "en",
                () -> dedupe(
                        "en",
                        data.resolve("people_en/people.csv"),
                        data.resolve("people_en/truth.csv"),
                        "record_id",
                        PEOPLE));
        sets.put(
                "ja",
                () -> dedupe(
                        "ja",
                        data.resolve("people_ja/people.csv"),
                        data.resolve("people_ja/truth.csv"),
                        "record_id",
                        PEOPLE));
        sets.forEach((name, run) -> {
            if (wanted.equals("all") || List.of(wanted.split(",")).contains(name)) {
                run.run();
            }
        });
    }

    static void dedupe(String name, Path file, Path truth, String id, String roles) {
        long start = System.nanoTime();
        Table table = read(file, id);
        long read = System.nanoTime();
        PersonRecords records = new PersonRecords(table, roles(roles));
        Workers workers = workers();
        PersonMatching matching = PersonMatching.dedupe(records, workers);
        int[] labels = matching.labels();
        long end = System.nanoTime();
        report(name, records, labels, matching, truth, false, (read - start) / 1e9, (end - read) / 1e9);
    }

    static void link(String name, Path left, Path right, Path truth, String id, String roles) {
        long start = System.nanoTime();
        PersonRecords records = new PersonRecords(read(left, id), roles(roles), read(right, id), roles(roles));
        PersonMatching matching = PersonMatching.link(records, LinkAssignment.ONE_TO_ONE, workers());
        report(name, records, matching.labels(), matching, truth, true, 0, (System.nanoTime() - start) / 1e9);
    }

    private static Workers workers() {
        int threads = Integer.getInteger("threads", 2);
        long start = System.nanoTime();
        Workers workers = threads < 2 ? Workers.caller() : Workers.of(POOL, threads);
        return !Boolean.getBoolean("times")
                ? workers
                : workers.reporting((stage, done, total) -> {
                    if (done == total) {
                        System.out.printf(
                                Locale.ROOT, "  %6.2f %s %d%n", (System.nanoTime() - start) / 1e9, stage, total);
                    }
                });
    }

    private static final ExecutorService POOL = Executors.newFixedThreadPool(2, run -> {
        Thread thread = new Thread(run);
        thread.setDaemon(true);
        return thread;
    });

    private static void report(
            String name,
            PersonRecords records,
            int[] labels,
            PersonMatching matching,
            Path truthFile,
            boolean link,
            double readSeconds,
            double seconds) {
        Map<String, String> truth = new HashMap<>();
        lines(truthFile).stream().skip(1).map(line -> line.split(",")).forEach(part -> truth.put(part[0], part[1]));
        int rows = labels.length;
        Map<String, Integer> numbers = new HashMap<>();
        int[] real = new int[rows];
        for (int row = 0; row < rows; row++) {
            real[row] = numbers.computeIfAbsent(truth.get(records.id(row)), key -> numbers.size());
        }
        long all = pairs(real, records, link);
        long found = pairs(labels, records, link);
        int[] both = new int[rows];
        Map<Long, Integer> joint = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            both[row] = joint.computeIfAbsent((long) real[row] << 32 | labels[row], key -> joint.size());
        }
        long right = pairs(both, records, link);
        ScoredPairs scored = matching.pairs();
        long candidateHits = 0;
        long byCut = 0;
        long byCutRight = 0;
        for (int pair = 0; pair < scored.size(); pair++) {
            boolean same = real[scored.left()[pair]] == real[scored.right()[pair]];
            candidateHits += same ? 1 : 0;
            if (scored.logits()[pair] > 0) {
                byCut++;
                byCutRight += same ? 1 : 0;
            }
        }
        double p = (double) right / Math.max(1, found);
        double r = (double) right / all;
        System.out.printf(
                Locale.ROOT,
                "%-8s F1 %.4f P %.4f R %.4f | pairs > -6: %d recall %.4f; pairs > 0: P %.4f R %.4f | read %.2f s match %.2f s cpu %.1f s%n",
                name,
                2 * p * r / (p + r),
                p,
                r,
                scored.size(),
                (double) candidateHits / all,
                (double) byCutRight / Math.max(1, byCut),
                (double) byCutRight / all,
                readSeconds,
                seconds,
                cpu());
    }

    private static double cpu() {
        return java.lang.management.ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }

    private static long pairs(int[] labels, PersonRecords records, boolean link) {
        Map<Integer, long[]> counts = new HashMap<>();
        for (int row = 0; row < labels.length; row++) {
            counts.computeIfAbsent(labels[row], key -> new long[2])[records.isRight(row) ? 1 : 0]++;
        }
        return counts.values().stream()
                .mapToLong(c -> link ? c[0] * c[1] : c[0] * (c[0] - 1) / 2)
                .sum();
    }

    static Map<String, Role> roles(String text) {
        Map<String, Role> roles = new LinkedHashMap<>();
        Arrays.stream(text.split(","))
                .map(part -> part.split("="))
                .forEach(part -> roles.put(part[0], Role.of(part[1]).orElseThrow()));
        return roles;
    }

    static Table read(Path file, String id) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            List<String> header = Arrays.stream(reader.readLine().split(","))
                    .map(String::strip)
                    .toList();
            TableBuilder builder = new TableBuilder(header);
            int at = header.indexOf(id);
            String line;
            List<String> cells = new ArrayList<>();
            while ((line = reader.readLine()) != null) {
                cells.clear();
                int from = 0;
                for (int i = line.indexOf(','); i >= 0; i = line.indexOf(',', from)) {
                    cells.add(line.substring(from, i));
                    from = i + 1;
                }
                cells.add(line.substring(from));
                builder.add(cells.get(at).strip(), cells);
            }
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
