package dev.cdm.examples.benchmarks;

import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Invented people of another kind for every seed: 500 to 20,000 records, 2 to 60 % duplicates, English, Japanese or both,
 * few or many errors and gaps, many or few in households, with any of the columns but the name missing.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record VariedPeople(String description, Table table, Map<String, Role> roles, int[] truth) {

    private static final String[] COLUMNS =
            "first_name surname first_name_kana surname_kana dob sex street city postcode phone email".split(" ");
    private static final int FIRST_FIELD = 2;

    /** {@return the people of a seed; the record ids are the places in {@code truth}} */
    static VariedPeople of(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        int records = (int) Math.round(500 * Math.pow(40, random.nextDouble()));
        double duplicates = .02 * Math.pow(30, random.nextDouble());
        String language = List.of("en", "en", "ja", "mixed").get(random.nextInt(4));
        double households = random.nextDouble() * .5;
        double missing = .02 + random.nextDouble() * .28;
        double slips = .03 + random.nextDouble() * .17;
        List<String> columns = columns(random);
        List<String[]> rows = PeopleGenerator.rows(records, duplicates, language, households, missing, slips, seed);
        String description = String.format(
                Locale.ROOT,
                "seed %d: %d records, %.0f %% duplicates, %s, %.0f %% in households, %.0f %% missing, %.0f %% slips, %s",
                seed,
                records,
                100 * duplicates,
                language,
                100 * households,
                100 * missing,
                100 * slips,
                columns);
        return new VariedPeople(description, table(rows, columns), roles(columns), truth(rows));
    }

    private static List<String> columns(Random random) {
        List<String> columns = new ArrayList<>(Arrays.asList(COLUMNS));
        List<List<String>> parts = List.of(
                List.of("dob"),
                List.of("street", "postcode", "city"),
                List.of("phone"),
                List.of("email"),
                List.of("sex"));
        int kept = random.nextInt(4);
        for (int part = 0; part < parts.size(); part++) {
            if (part != kept && random.nextInt(3) == 0) {
                columns.removeAll(parts.get(part));
            }
        }
        return columns;
    }

    private static Map<String, Role> roles(List<String> columns) {
        Map<String, Role> roles = new LinkedHashMap<>();
        columns.forEach(column -> roles.put(column, WholeJob.ROLES.get(column)));
        return roles;
    }

    private static Table table(List<String[]> rows, List<String> columns) {
        TableBuilder table = new TableBuilder(columns);
        List<String> all = Arrays.asList(COLUMNS);
        int[] places = columns.stream().mapToInt(all::indexOf).toArray();
        for (int row = 0; row < rows.size(); row++) {
            List<String> values = new ArrayList<>();
            for (int place : places) {
                String value = rows.get(row)[FIRST_FIELD + place];
                values.add(value.isEmpty() ? null : value);
            }
            table.add(Integer.toString(row), values);
        }
        return table.build();
    }

    private static int[] truth(List<String[]> rows) {
        return rows.stream().mapToInt(row -> Integer.parseInt(row[0])).toArray();
    }

    @Override
    public String toString() {
        return description;
    }
}
