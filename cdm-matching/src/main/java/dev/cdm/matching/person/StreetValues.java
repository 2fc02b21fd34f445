package dev.cdm.matching.person;

import com.google.common.collect.ImmutableMap;
import dev.cdm.matching.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Street lines: the whole, the name of the street without blanks, and the house numbers in order. */
final class StreetValues {

    private static final Map<String, String> WORDS = ImmutableMap.<String, String>builder()
            .put("st", "street")
            .put("str", "street")
            .put("rd", "road")
            .put("ave", "avenue")
            .put("av", "avenue")
            .put("dr", "drive")
            .put("ln", "lane")
            .put("ct", "court")
            .put("crt", "court")
            .put("pl", "place")
            .put("cl", "close")
            .put("cres", "crescent")
            .put("cr", "crescent")
            .put("tce", "terrace")
            .put("ter", "terrace")
            .put("pde", "parade")
            .put("hwy", "highway")
            .put("sq", "square")
            .put("gdns", "gardens")
            .put("gdn", "gardens")
            .put("blvd", "boulevard")
            .put("cct", "circuit")
            .put("gr", "grove")
            .put("pkwy", "parkway")
            .put("apt", "flat")
            .put("unit", "flat")
            .put("n", "north")
            .put("s", "south")
            .put("e", "east")
            .put("w", "west")
            .buildOrThrow();
    private static final Pattern COUNTERS = Pattern.compile("(?<=[0-9０-９])(丁目|番地の|番地|番|号室|号|の)");

    private static final String COUNTER_STARTS = "丁番号の";

    final Texts wholes = new Texts();
    final Texts names = new Texts();
    final Texts numbers = new Texts();
    private int[] nameOf = new int[64];
    private int[] numbersOf = new int[64];

    /** Adds a line; in one that is not ordered, words may stand in any order: street, city and postcode of an address. */
    int add(String text, boolean ordered) {
        String folded = TextFold.fold(mayCount(text) ? COUNTERS.matcher(text).replaceAll("-") : text);
        if (folded.isEmpty()) {
            return Column.MISSING;
        }
        boolean japanese = NameValues.isJapanese(folded);
        List<String> name = new ArrayList<>();
        StringBuilder whole = new StringBuilder();
        StringBuilder digits = new StringBuilder();
        for (int start = 0, end; start < folded.length(); start = end) {
            end = endOfRun(folded, start);
            String part = folded.substring(start, end).strip();
            if (part.isEmpty()) {
                continue;
            }
            String run = WORDS.getOrDefault(part, part);
            whole.append(run).append(' ');
            if (Character.isDigit(run.charAt(0))) {
                digits.append(digits.length() == 0 ? "" : " ").append(run);
            } else if (!japanese || digits.length() == 0) {
                name.add(run);
            }
        }
        int known = wholes.size();
        int entry = wholes.add(whole.toString());
        if (entry == known) {
            if (entry == nameOf.length) {
                nameOf = Arrays.copyOf(nameOf, entry * 2);
                numbersOf = Arrays.copyOf(numbersOf, entry * 2);
            }
            if (!ordered && !japanese) {
                name.sort(null);
            }
            nameOf[entry] = names.add(String.join("", name));
            numbersOf[entry] = numbers.add(digits.toString());
        }
        return entry;
    }

    private static boolean mayCount(String text) {
        for (int i = 1; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter > 127 && COUNTER_STARTS.indexOf(letter) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return where the digits end that start at a place, or what has none, or the blank} */
    private static int endOfRun(String folded, int start) {
        int end = start + 1;
        while (end < folded.length() && kind(folded.charAt(end)) == kind(folded.charAt(start))) {
            end++;
        }
        return end;
    }

    private static int kind(char letter) {
        return letter == ' ' ? 0 : letter >= '0' && letter <= '9' ? 1 : 2;
    }

    int size() {
        return wholes.size();
    }

    int name(int entry) {
        return nameOf[entry];
    }

    int numbers(int entry) {
        return numbersOf[entry];
    }
}
