package dev.cdm.matching.person;

import dev.cdm.matching.similarity.PreparedSimilarity;
import dev.cdm.matching.similarity.StringSimilarity;
import org.jspecify.annotations.Nullable;

/** How alike two names are. One instance belongs to one thread; the cache is shared. */
final class NameLevels {

    static final int EXACT = 1;
    /** The same reading, while at most one of both is written in kanji. */
    static final int READING = 2;
    /** One is the beginning of the other, or they share a part. */
    static final int PART = 3;

    static final int NEAR = 4;
    static final int SIMILAR = 5;
    static final int REMOTE = 6;
    static final int INITIAL = 7;
    static final int SWAPPED = 8;
    static final int SWAPPED_NEAR = 9;
    /** The same reading, written in different kanji. */
    static final int HOMOPHONE = 10;

    /** One is known to be short for the other, or both for a third. */
    static final int NICKNAME = 11;

    static final int OTHER = 12;
    static final int COUNT = 13;

    private static final double VERY_CLOSE = 0.92;
    private static final double CLOSE = 0.88;
    private static final double FAR = 0.78;
    private static final int SHORTEST_PREFIX = 3;

    private final NameValues names;
    private final PairCache cache;
    private final PreparedSimilarity winkler = StringSimilarity.jaroWinkler().oneToMany();
    private @Nullable Texts preparedTexts;
    private int prepared;

    NameLevels(NameValues names, PairCache cache) {
        this.names = names;
        this.cache = cache;
    }

    /** Nothing is known that would let the two names be compared. */
    private static final int UNKNOWN = 15;

    /** {@return whether a level speaks for one name} */
    static boolean agree(int level) {
        return level != 0 && level != REMOTE && level != OTHER;
    }

    /**
     * {@return the level of two names, both there; never one of the swapped ones; 0 if one is in kanji and the other is a
     * reading, and how the kanji are read is not known}
     */
    int level(int a, int b) {
        if (a == b) {
            return EXACT;
        }
        if (names.differ(a, b, FAR)) {
            return OTHER;
        }
        int known = cache.get(a, b);
        if (known == 0) {
            known = compared(a, b);
            cache.put(a, b, known);
        }
        return known == UNKNOWN ? 0 : known;
    }

    private int compared(int a, int b) {
        int writtenA = names.writtenOf(a);
        int writtenB = names.writtenOf(b);
        if (writtenA == writtenB) {
            return EXACT;
        }
        int readingA = names.readingOf(a);
        int readingB = names.readingOf(b);
        boolean bothKanji = names.isKanji(a) && names.isKanji(b);
        if (readingA != Texts.NONE && readingA == readingB) {
            return bothKanji ? kanjiWithReading(writtenA, writtenB) : READING;
        }
        if (names.isKanji(a) != names.isKanji(b)) {
            return acrossScripts(a, b, readingA, readingB);
        }
        if (bothKanji) {
            return Math.min(kanji(writtenA, writtenB), bothRead(readingA, readingB));
        }
        return names.sharedToken(a, b) == Texts.NONE ? spelled(a, b) : PART;
    }

    private int spelled(int a, int b) {
        int level = letters(names.written, names.writtenOf(a), names.writtenOf(b));
        return level > NEAR && names.areNicknames(a, b) ? NICKNAME : level;
    }

    private int bothRead(int readingA, int readingB) {
        return readingA == Texts.NONE || readingB == Texts.NONE ? OTHER : read(readingA, readingB);
    }

    private int kanjiWithReading(int a, int b) {
        return kanji(a, b) == NEAR ? NEAR : HOMOPHONE;
    }

    private int acrossScripts(int a, int b, int readingA, int readingB) {
        if (readingA != Texts.NONE && readingB != Texts.NONE) {
            return read(readingA, readingB);
        }
        int inKanji = names.isKanji(a) ? a : b;
        int reading = inKanji == a ? readingB : readingA;
        if (reading == Texts.NONE) {
            return OTHER;
        }
        if (names.isUsual(inKanji, reading)) {
            return READING;
        }
        int likely = names.likelyReadingOf(inKanji);
        return likely == Texts.NONE ? UNKNOWN : Math.max(SIMILAR, read(likely, reading));
    }

    /** Readings have few sounds: only close ones say anything. */
    private int read(int a, int b) {
        int level = letters(names.readings, a, b);
        return level <= NEAR ? NEAR : level == SIMILAR ? SIMILAR : OTHER;
    }

    private int kanji(int a, int b) {
        Texts texts = names.written;
        boolean near = texts.withinOneEdit(a, b);
        if (near && (texts.length(a) != texts.length(b) || transposed(texts, a, b))) {
            return NEAR;
        }
        int longest = Math.max(texts.length(a), texts.length(b));
        return !near ? OTHER : longest > 2 ? SIMILAR : REMOTE;
    }

    private static boolean transposed(Texts texts, int a, int b) {
        for (int i = 0; i + 1 < texts.length(a); i++) {
            if (texts.point(a, i) != texts.point(b, i)) {
                return texts.point(a, i) == texts.point(b, i + 1) && texts.point(a, i + 1) == texts.point(b, i);
            }
        }
        return false;
    }

    private int letters(Texts texts, int a, int b) {
        int shortest = Math.min(texts.length(a), texts.length(b));
        if (shortest == 1) {
            return texts.point(a, 0) == texts.point(b, 0) ? INITIAL : OTHER;
        }
        if (texts.withinOneEdit(a, b)) {
            return shortest > 2 ? NEAR : SIMILAR;
        }
        if (shortest >= SHORTEST_PREFIX && texts.prefixed(a, b)) {
            return PART;
        }
        if (!texts.mayReach(a, b, FAR)) {
            return OTHER;
        }
        if (preparedTexts != texts || prepared != a) {
            winkler.against(texts.points(), texts.start(a), texts.end(a));
            preparedTexts = texts;
            prepared = a;
        }
        double similarity = winkler.similarity(texts.points(), texts.start(b), texts.end(b));
        return similarity >= VERY_CLOSE ? NEAR : similarity >= CLOSE ? SIMILAR : similarity >= FAR ? REMOTE : OTHER;
    }
}
