package dev.cdm.matching.learned;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.naming.Nicknames;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How values are written where that cannot be seen from one value alone. Immutable.
 *
 * @param japanese whether names are read as Japanese where they may be
 * @param monthFirst for every column of birth dates, whether dates such as 03/04/1990 start with the month; the columns of
 *     whole dates come before those of years. Columns beyond the list start with the day
 * @param readings the one or two usual readings of names written in kanji, the most usual first, by the written form
 * @param families how often a text is the family name in full names that are written without a blank
 * @param givens the same for given names
 * @param nicknames which given names may stand for each other
 * @param words in how many names of organisations each word occurs, by column
 */
public record Conventions(
        boolean japanese,
        List<Boolean> monthFirst,
        Map<String, List<String>> readings,
        Map<String, Double> families,
        Map<String, Double> givens,
        Nicknames nicknames,
        Map<String, Frequencies> words) {

    private static final int MOST_READINGS = 2;

    /**
     * Copies and sorts.
     *
     * @throws IllegalArgumentException if a name has no reading or more than two
     */
    public Conventions {
        monthFirst = ImmutableList.copyOf(monthFirst);
        ImmutableMap.Builder<String, List<String>> sorted = ImmutableMap.builder();
        new TreeMap<>(readings).forEach((form, usual) -> {
            Checks.require(
                    !usual.isEmpty() && usual.size() <= MOST_READINGS, "readings", "must be one or two", usual.size());
            sorted.put(form, ImmutableList.copyOf(usual));
        });
        readings = sorted.buildOrThrow();
        families = ImmutableMap.copyOf(new TreeMap<>(families));
        givens = ImmutableMap.copyOf(new TreeMap<>(givens));
        words = ImmutableMap.copyOf(new TreeMap<>(words));
    }

    /** {@return the sizes; no name} */
    @Override
    public String toString() {
        return "Conventions[japanese=" + japanese + ", monthFirst=" + monthFirst + ", " + readings.size()
                + " readings]";
    }
}
