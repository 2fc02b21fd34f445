package dev.cdm.examples.quickstart.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the exports into a folder: {@code java … Generate FOLDER}. */
public final class Generate {

    /** The seed of the files in the resources. */
    public static final long SEED = 20_250_601;

    private static final int PEOPLE = 1_200;

    private Generate() {}

    /**
     * Writes all files.
     *
     * @param arguments the folder
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, byte[]> file : files(SEED).entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /**
     * {@return the content of each file by name}
     *
     * @param seed decides about everything that is left to chance
     */
    public static Map<String, byte[]> files(long seed) {
        List<Person> people = People.invent(seed, PEOPLE);
        Population population = Population.of(people, seed + 1);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("crm-contacts.csv", new CrmExport(seed + 2).write(population.crm()));
        files.put(
                "shop-customers.csv",
                new ShopExport(seed + 3, people.get(Population.FIRST_OF_COUPLE - 1)).write(population.shop()));
        files.put("newsletter.jsonl", new NewsletterExport(seed + 4).write(population.newsletter()));
        files.put("shop-events.jsonl", new EventExport(seed + 5).shop(population.shop()));
        files.put("support-cases.jsonl", new EventExport(seed + 6).support(population.crm()));
        files.put("consents.jsonl", new ConsentExport(seed + 7).write(population));
        files.put("truth.csv", truth(population));
        return files;
    }

    private static byte[] truth(Population population) {
        Lines lines = new Lines("\n");
        lines.add("record,person");
        population.crm().forEach(entry -> lines.add(truth("crm", entry)));
        population.shop().forEach(entry -> lines.add(truth("shop", entry)));
        population.newsletter().forEach(entry -> lines.add(truth("newsletter", entry)));
        return lines.bytes();
    }

    private static String truth(String system, Entry entry) {
        return String.format(
                Locale.ROOT, "%s/%s,%d", system, entry.key(), entry.person().number());
    }
}
