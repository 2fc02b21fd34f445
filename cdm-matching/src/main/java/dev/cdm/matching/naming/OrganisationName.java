package dev.cdm.matching.naming;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The name of an organisation without its legal form: the words that identify it. Names in scripts without blanks have
 * their neighbouring pairs of characters as words. Immutable and safe for any thread.
 */
public final class OrganisationName {

    private static final ImmutableSet<String> FILLING = ImmutableSet.copyOf(
            "the and of und et y e i og och de del des du la le les las los der die das fur for en van voor da do di"
                    .split(" ", -1));
    private static final int FIRST_UNSPACED = 0x2E80;

    private final String core;
    private final ImmutableList<String> words;
    private final String initials;

    private OrganisationName(String core, List<String> words, String initials) {
        this.core = core;
        this.words = ImmutableList.copyOf(words);
        this.initials = initials;
    }

    /**
     * {@return the parts of a name}
     *
     * @param folded the name in lower case, without accents and signs, words parted by single blanks
     */
    public static OrganisationName of(String folded) {
        List<String> all = new ArrayList<>(Arrays.asList(folded.split(" ", -1)));
        LegalForms.strip(all);
        List<String> words =
                all.stream().filter(word -> !FILLING.contains(word)).toList();
        List<String> kept = words.isEmpty() ? all : words;
        String core = String.join(" ", kept);
        if (core.codePoints().anyMatch(point -> point >= FIRST_UNSPACED)) {
            String joined = core.replace(" ", "");
            return new OrganisationName(joined, pairs(joined), "");
        }
        String initials = kept.size() < 2
                ? ""
                : kept.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
        return new OrganisationName(core, kept, initials);
    }

    /** {@return the words that identify the organisation, parted by blanks; without blanks in unspaced scripts} */
    public String core() {
        return core;
    }

    /** {@return those words, in their order} */
    public List<String> words() {
        return words;
    }

    /** {@return the first letters of the words; empty for a single word and in unspaced scripts} */
    public String initials() {
        return initials;
    }

    private static List<String> pairs(String text) {
        int[] points = text.codePoints().toArray();
        if (points.length < 3) {
            return List.of(text);
        }
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at + 1 < points.length; at++) {
            pairs.add(new String(points, at, 2));
        }
        return pairs;
    }
}
