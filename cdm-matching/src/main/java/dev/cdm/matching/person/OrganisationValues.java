package dev.cdm.matching.person;

import com.google.common.collect.ImmutableMap;
import dev.cdm.matching.learned.Frequencies;
import dev.cdm.matching.naming.OrganisationName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of organisations by their words, and how alike two are: words count the more the fewer names have them. Frozen
 * once filled, then safe for any thread.
 */
final class OrganisationValues {

    static final int EXACT = 1;
    /** The same words in another order, or with other blanks. */
    static final int SAME_WORDS = 2;
    /** Slips and abbreviations of words. */
    static final int NEAR = 3;
    /** The words that say most are shared. */
    static final int MOST_WORDS = 4;

    static final int INITIALS = 5;
    static final int SOME_WORDS = 6;
    static final int OTHER = 7;

    private static final double CLOSE = .9;
    private static final double MOST = .7;
    private static final double SOME = .4;
    private static final double SLIP = .95;
    private static final int SHORTEST = 3;
    private static final int MOST_WORDS_HEARD = 12;

    final Texts cores = new Texts();
    private final Texts words = new Texts();
    private final List<int[]> wordsOf = new ArrayList<>();
    private final List<String> initials = new ArrayList<>();
    private final List<String> joined = new ArrayList<>();
    private int[] names = new int[64];
    private double[] weights = {};

    /** {@return the number of the name without its legal form, or {@link Texts#NONE}} */
    int add(String text) {
        String folded = TextFold.fold(text);
        if (folded.isEmpty()) {
            return Texts.NONE;
        }
        OrganisationName name = OrganisationName.of(folded);
        int known = cores.size();
        int number = cores.add(name.core());
        if (number == known) {
            store(name);
        }
        return number;
    }

    private void store(OrganisationName name) {
        int[] own = name.words().stream()
                .limit(MOST_WORDS_HEARD)
                .mapToInt(words::add)
                .distinct()
                .toArray();
        for (int word : own) {
            names = word < names.length ? names : Arrays.copyOf(names, word * 2);
            names[word]++;
        }
        wordsOf.add(own);
        initials.add(name.initials());
        joined.add(name.core().replace(" ", ""));
    }

    /** Fixes how much each word counts: by these names, or by others if they are known. */
    void weigh(@Nullable Frequencies known) {
        weights = new double[words.size()];
        for (int word = 0; word < weights.length; word++) {
            if (known != null) {
                names[word] = known.counts().getOrDefault(words.text(word), 1);
            }
            double all = known == null ? cores.size() : known.entities();
            weights[word] = Math.log1p(Math.max(1, all) / names[word]);
        }
    }

    /** Fixes how much each word of one name counts, by other names. */
    void weigh(int name, @Nullable Frequencies known) {
        if (known != null) {
            weights = words.size() <= weights.length ? weights : Arrays.copyOf(weights, 2 * words.size());
            for (int word : wordsOf.get(name)) {
                names[word] = known.counts().getOrDefault(words.text(word), 1);
                weights[word] = Math.log1p(Math.max(1, known.entities()) / (double) names[word]);
            }
        }
    }

    /** {@return in how many names each word occurs; words of fewer than a least number are only summed up} */
    Frequencies frequencies(int least) {
        ImmutableMap.Builder<String, Integer> named = ImmutableMap.builder();
        int rare = 0;
        int rareNames = 0;
        for (int word = 0; word < words.size(); word++) {
            if (names[word] >= least) {
                named.put(words.text(word), names[word]);
            } else {
                rare++;
                rareNames += names[word];
            }
        }
        return new Frequencies(cores.size(), 1, named.buildOrThrow(), rare, rareNames);
    }

    int[] words(int name) {
        return wordsOf.get(name);
    }

    /** {@return the word of a name that the fewest names have, after some of the others; {@link Texts#NONE} if there is none} */
    int rarest(int name, int after) {
        int[] own = wordsOf.get(name).clone();
        if (after >= own.length) {
            return Texts.NONE;
        }
        return Arrays.stream(own)
                .boxed()
                .sorted((a, b) -> names[a] == names[b] ? words.text(a).compareTo(words.text(b)) : names[a] - names[b])
                .skip(after)
                .findFirst()
                .orElse(Texts.NONE);
    }

    /** {@return the text of that word, empty if there is none} */
    String rarestText(int name, int after) {
        int word = rarest(name, after);
        return word == Texts.NONE ? "" : words.text(word);
    }

    int level(int a, int b, CloseTexts close) {
        if (joined.get(a).equals(joined.get(b))) {
            return SAME_WORDS;
        }
        if (close.close(cores, a, b)) {
            return NEAR;
        }
        int[] left = wordsOf.get(a);
        int[] right = wordsOf.get(b);
        double alike = (shared(left, right, close) + shared(right, left, close))
                / (2 * Math.sqrt(square(left) * square(right)));
        if (alike >= MOST) {
            return alike >= 1 - 1e-9 ? SAME_WORDS : alike >= CLOSE ? NEAR : MOST_WORDS;
        }
        if (initials(a, b) || initials(b, a)) {
            return INITIALS;
        }
        return alike >= SOME ? SOME_WORDS : OTHER;
    }

    private boolean initials(int longer, int shorter) {
        String letters = initials.get(longer);
        return letters.length() > 1 && joined.get(shorter).equals(letters);
    }

    private double shared(int[] a, int[] b, CloseTexts close) {
        double shared = 0;
        for (int left : a) {
            double best = 0;
            for (int right : b) {
                best = Math.max(best, likeness(left, right, close) * weights[right]);
            }
            shared += best * weights[left];
        }
        return shared;
    }

    private double likeness(int a, int b, CloseTexts close) {
        if (a == b) {
            return 1;
        }
        int shortest = Math.min(words.length(a), words.length(b));
        boolean alike =
                shortest >= SHORTEST && (words.prefixed(a, b) || (shortest > SHORTEST && close.close(words, a, b)));
        return alike ? SLIP : 0;
    }

    private double square(int[] own) {
        double sum = 0;
        for (int word : own) {
            sum += weights[word] * weights[word];
        }
        return sum;
    }
}
