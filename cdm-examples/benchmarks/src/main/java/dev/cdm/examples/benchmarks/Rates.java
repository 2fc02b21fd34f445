package dev.cdm.examples.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what makes a set hard. */
final class Rates {

    private static final int LEAST_HOUSEHOLD = 3;
    private static final int[] EXACT = {2, 3, 6, 10};

    private int people;
    private int inHouseholds;
    private int twins;
    private int movers;

    void add(List<Person> household) {
        people += household.size();
        inHouseholds += household.size() >= LEAST_HOUSEHOLD ? household.size() : 0;
        for (Person person : household) {
            movers += person.homes().length > 1 ? 1 : 0;
            long bornThen = household.stream()
                    .filter(other -> other.born().equals(person.born()))
                    .count();
            twins += bornThen > 1 ? 1 : 0;
        }
    }

    /** {@return the rates as one line} */
    String text(List<String[]> rows) {
        Map<String, List<String[]>> entities = new HashMap<>();
        long missing = 0;
        for (String[] row : rows) {
            entities.computeIfAbsent(row[0], key -> new java.util.ArrayList<>()).add(row);
            for (int i = 6; i < row.length; i++) {
                missing += row[i].isEmpty() ? 1 : 0;
            }
        }
        long pairs = 0;
        long nothingExact = 0;
        for (List<String[]> rowsOfOne : entities.values()) {
            for (int a = 0; a < rowsOfOne.size(); a++) {
                for (int b = 0; b < a; b++) {
                    pairs++;
                    nothingExact += sharesNothing(rowsOfOne.get(a), rowsOfOne.get(b)) ? 1 : 0;
                }
            }
        }
        return String.format(
                Locale.ROOT,
                "%d records, %d people, %d true pairs, %.1f %% without exact name, birth date or postcode;"
                        + " %.1f %% missing, %.1f %% in households, %.1f %% twins, %.1f %% movers",
                rows.size(),
                entities.size(),
                pairs,
                100.0 * nothingExact / Math.max(1, pairs),
                100.0 * missing / (7.0 * rows.size()),
                100.0 * inHouseholds / people,
                100.0 * twins / people,
                100.0 * movers / people);
    }

    private static boolean sharesNothing(String[] a, String[] b) {
        for (int field : EXACT) {
            if (!a[field].isEmpty() && a[field].equals(b[field])) {
                return false;
            }
        }
        return true;
    }
}
