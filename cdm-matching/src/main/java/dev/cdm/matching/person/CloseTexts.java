package dev.cdm.matching.person;

import dev.cdm.matching.similarity.EditDistance;
import dev.cdm.matching.similarity.PreparedDistance;
import dev.cdm.matching.similarity.PreparedSimilarity;
import dev.cdm.matching.similarity.StringSimilarity;
import org.jspecify.annotations.Nullable;

/** Says whether two texts of one kind are nearly the same. One instance belongs to one thread. */
final class CloseTexts {

    private static final double CLOSE = 0.92;
    private static final int LONG = 6;

    private final PreparedDistance edits = EditDistance.OPTIMAL_STRING_ALIGNMENT.oneToMany();
    private final PreparedSimilarity winkler = StringSimilarity.jaroWinkler().oneToMany();
    /** The texts that were prepared last: the next pair often has the same. */
    private @Nullable Texts ofEdits;

    private @Nullable Texts ofWinkler;
    private int inEdits;
    private int inWinkler;

    /** {@return whether two texts are at most some edits apart} */
    boolean within(Texts texts, int a, int b, int most) {
        if (most == 1) {
            return texts.withinOneEdit(a, b);
        }
        if (!texts.mayBeWithin(a, b, most)) {
            return false;
        }
        if (inEdits != a || ofEdits != texts) {
            inEdits = a;
            ofEdits = texts;
            edits.against(texts.points(), texts.start(a), texts.end(a));
        }
        return edits.distance(texts.points(), texts.start(b), texts.end(b), most) <= most;
    }

    /** {@return whether two texts are one edit apart, two if they are long, or very similar} */
    boolean close(Texts texts, int a, int b) {
        int shortest = Math.min(texts.length(a), texts.length(b));
        if (within(texts, a, b, shortest >= LONG ? 2 : 1)) {
            return shortest > 2;
        }
        if (shortest < LONG || !texts.mayReach(a, b, CLOSE)) {
            return false;
        }
        if (inWinkler != a || ofWinkler != texts) {
            inWinkler = a;
            ofWinkler = texts;
            winkler.against(texts.points(), texts.start(a), texts.end(a));
        }
        return winkler.similarity(texts.points(), texts.start(b), texts.end(b)) >= CLOSE;
    }

    /** {@return whether one text ends the other, or begins it: a city with and without its prefecture} */
    boolean contained(Texts texts, int a, int b) {
        String left = texts.text(a);
        String right = texts.text(b);
        String shorter = left.length() < right.length() ? left : right;
        String longer = left.length() < right.length() ? right : left;
        return shorter.length() > 2 && (longer.endsWith(shorter) || longer.startsWith(shorter));
    }
}
