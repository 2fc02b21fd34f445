package dev.cdm.examples.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes invented people with known duplicates: {@code people.csv} and {@code truth.csv}. The same arguments give the same
 * files. Run with: records, share of duplicates, {@code en}, {@code ja} or {@code mixed}, share of people in households,
 * seed, folder.
 */
public final class PeopleGenerator {

    private static final String HEADER =
            "record_id,locale,first_name,surname,first_name_kana,surname_kana,dob,sex,street,city,postcode,phone,email";
    private static final double MISSING = 0.15;
    private static final double SLIPS = 0.13;
    private static final int MOST_RECORDS = 6;

    private final Random random;
    private final List<String[]> rows = new ArrayList<>();
    private final Rates rates = new Rates();

    private PeopleGenerator(long seed) {
        random = new Random(seed);
    }

    /** {@return records of people as rows: the number of the person, the language, and the fields from first name on} */
    static List<String[]> rows(
            int records,
            double duplicates,
            String language,
            double inHouseholds,
            double missing,
            double slips,
            long seed) {
        PeopleGenerator generator = new PeopleGenerator(seed);
        generator.invent(records, duplicates, language, inHouseholds, missing, slips);
        return generator.rows;
    }

    /**
     * Writes a set and prints how hard it is.
     *
     * @param args records, share of duplicates, language, share in households, seed, folder
     * @throws IOException if the files cannot be written
     */
    public static void main(String[] args) throws IOException {
        System.out.println(generate(
                Integer.parseInt(args[0]),
                Double.parseDouble(args[1]),
                args[2],
                Double.parseDouble(args[3]),
                Long.parseLong(args[4]),
                Path.of(args[5])));
    }

    /** Writes a set; returns how hard it is. */
    static String generate(int records, double duplicates, String language, double inHouseholds, long seed, Path folder)
            throws IOException {
        PeopleGenerator generator = new PeopleGenerator(seed);
        generator.invent(records, duplicates, language, inHouseholds, MISSING, SLIPS);
        generator.write(folder);
        return generator.rates.text(generator.rows);
    }

    private void invent(
            int records, double duplicates, String language, double inHouseholds, double missing, double slips) {
        List<Population> populations = new ArrayList<>();
        if (!language.equals("ja")) {
            populations.add(new Population(false, inHouseholds, random));
        }
        if (!language.equals("en")) {
            populations.add(new Population(true, inHouseholds, random));
        }
        Noise noise = new Noise(random, missing, slips);
        int people = (int) Math.round(records * (1 - duplicates));
        List<Person> all = new ArrayList<>();
        while (all.size() < people) {
            List<Person> household =
                    populations.get(all.size() % populations.size()).household();
            rates.add(household);
            all.addAll(household);
        }
        int[] copies = new int[people];
        for (int i = 0; i < people; i++) {
            add(all.get(i), i, noise.record(all.get(i), true));
        }
        while (rows.size() < records) {
            int i = random.nextInt(people);
            if (copies[i] < MOST_RECORDS - 1) {
                do {
                    copies[i]++;
                    add(all.get(i), i, noise.record(all.get(i), false));
                } while (rows.size() < records && copies[i] < MOST_RECORDS - 1 && random.nextInt(3) == 0);
            }
        }
        Collections.shuffle(rows, random);
    }

    private void add(Person person, int number, String[] fields) {
        String[] row = new String[fields.length + 2];
        row[0] = String.valueOf(number);
        row[1] = person.family().kana().isEmpty() ? "en" : "ja";
        System.arraycopy(fields, 0, row, 2, fields.length);
        rows.add(row);
    }

    private void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (BufferedWriter people = Files.newBufferedWriter(folder.resolve("people.csv"), StandardCharsets.UTF_8);
                BufferedWriter truth = Files.newBufferedWriter(folder.resolve("truth.csv"), StandardCharsets.UTF_8)) {
            people.write(HEADER + "\n");
            truth.write("record_id,cluster_id\n");
            for (int i = 0; i < rows.size(); i++) {
                String[] row = rows.get(i);
                truth.write(String.format(Locale.ROOT, "%d,%s%n", i + 1, row[0]).replace("\r", ""));
                people.write((i + 1) + "," + String.join(",", List.of(row).subList(1, row.length)) + "\n");
            }
        }
    }
}
