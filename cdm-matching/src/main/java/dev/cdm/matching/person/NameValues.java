package dev.cdm.matching.person;

import dev.cdm.matching.naming.NameWords;
import dev.cdm.matching.naming.Nicknames;
import dev.cdm.matching.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Names as they are compared: as written and, for Japanese, as read. One number stands for a written form with its
 * reading; given and family names share the numbers, so that swapped names compare like others.
 */
final class NameValues {

    /** More parts of one name are not looked at. */
    static final int MOST_PARTS = 3;

    private static final int LEAST_WHOLE = 4;

    final Texts written = new Texts();
    final Texts readings = new Texts();
    private final Texts wholes = new Texts();
    private final LongCodes entries = new LongCodes();
    private final List<int[]> tokens = new ArrayList<>();
    private final Texts tokenTexts = new Texts();
    private boolean[] kanji = new boolean[64];
    /** Whether an entry has no kanji, one part at most, and no known nicknames. */
    private boolean[] plain = new boolean[64];

    private int[][] usual = new int[0][];
    /** How many written forms have their usual readings. */
    private int read;

    private final boolean japanese;
    private final Nicknames nicknames;
    private final Texts firstWords = new Texts();
    private final List<int[]> related = new ArrayList<>();

    NameValues(boolean japanese, Nicknames nicknames) {
        this.japanese = japanese;
        this.nicknames = nicknames;
    }

    /** {@return whether a text has kana or kanji} */
    static boolean isJapanese(String text) {
        return text.codePoints().anyMatch(point -> Japanese.isKana(point) || Japanese.isKanji(point));
    }

    /** Numbers every combination of written columns and reading columns; a record without a name gets -1. */
    int[] add(Tuples tuples, int writtenColumns, int columns) {
        int[] numbers = new int[tuples.size()];
        for (int code = 0; code < numbers.length; code++) {
            numbers[code] = add(tuples.joined(code, 0, writtenColumns), tuples.joined(code, writtenColumns, columns));
        }
        return Tuples.through(tuples.codes(), numbers);
    }

    int add(String text, String kana) {
        String folded = plain(TextFold.fold(japanese ? NameWords.withoutHonorific(text) : text));
        String read = japanese ? Japanese.reading(TextFold.fold(kana)) : "";
        boolean ideographs = folded.codePoints().anyMatch(Japanese::isKanji);
        if (japanese && read.isEmpty() && !ideographs) {
            read = Japanese.reading(folded);
        }
        String form = folded.isEmpty() ? read : folded;
        if (form.isEmpty()) {
            return Column.MISSING;
        }
        int known = entries.size();
        int entry = entries.add((long) written.add(form) << Integer.SIZE | readings.add(read) + 1L);
        if (entry == known) {
            if (entry == kanji.length) {
                kanji = Arrays.copyOf(kanji, entry * 2);
                plain = Arrays.copyOf(plain, entry * 2);
            }
            kanji[entry] = ideographs;
            tokens.add(tokens(form));
            related.add(related(form));
            plain[entry] = !ideographs && tokens.get(entry).length <= 1 && related.get(entry).length <= 1;
        }
        return entry;
    }

    /** {@return a number that is the same for a full name however it is cut, or {@link Column#MISSING}} */
    int addWhole(String[] parts) {
        String joined = TextFold.fold(parts[1] + parts[0]).replace(" ", "");
        return parts[0].isEmpty() && joined.length() < LEAST_WHOLE ? Column.MISSING : wholes.add(joined);
    }

    int size() {
        return entries.size();
    }

    /** {@return the number of the form as written} */
    int writtenOf(int entry) {
        return (int) (entries.value(entry) >>> Integer.SIZE);
    }

    /** {@return the number of the reading given with the name, or {@link Texts#NONE}} */
    int readingOf(int entry) {
        return (int) entries.value(entry) - 1;
    }

    /** {@return the reading given with the name, else the most usual one of the written form, or {@link Texts#NONE}} */
    int likelyReadingOf(int entry) {
        int own = readingOf(entry);
        int form = writtenOf(entry);
        return own != Texts.NONE || form >= read ? own : usual[form][0];
    }

    /** {@return whether a reading is one of the two most usual ones of the entry's written form} */
    boolean isUsual(int entry, int reading) {
        int form = writtenOf(entry);
        return form < read && (usual[form][0] == reading || usual[form][1] == reading);
    }

    boolean isKanji(int entry) {
        return kanji[entry];
    }

    boolean isJapanese() {
        return japanese;
    }

    /**
     * {@return the first part that means something of two names of which one has several, if they share it, or
     * {@link Texts#NONE}}
     */
    int sharedToken(int a, int b) {
        int[] left = tokens.get(a);
        int[] right = tokens.get(b);
        if (left.length + right.length <= 2) {
            return Texts.NONE;
        }
        for (int token : left) {
            for (int other : right) {
                if (token == other) {
                    return token;
                }
            }
        }
        return Texts.NONE;
    }

    /** {@return whether a glance shows that two names have nothing to do with each other, not even a similarity} */
    boolean differ(int a, int b, double similarity) {
        return plain[a]
                && plain[b]
                && (readingOf(a) == Texts.NONE || readingOf(a) != readingOf(b))
                && !written.mayBeAlike(writtenOf(a), writtenOf(b), similarity);
    }

    /** {@return whether the first parts of two names are known to stand for each other} */
    boolean areNicknames(int a, int b) {
        int[] others = related.get(a);
        int first = related.get(b)[0];
        for (int i = 1; i < others.length; i++) {
            if (others[i] == first) {
                return true;
            }
        }
        return false;
    }

    /** {@return the parts of names} */
    Texts partTexts() {
        return tokenTexts;
    }

    /** {@return a part of a name, or {@link Column#MISSING} if it has fewer} */
    int token(int entry, int place) {
        return entry == Column.MISSING || place >= tokens.get(entry).length ? Column.MISSING : tokens.get(entry)[place];
    }

    /** Learns from records with both how written forms are usually read. */
    void learnReadings(int[]... records) {
        if (japanese) {
            usual = new UsualReadings(written.size(), this, records).readings();
            read = usual.length;
        }
    }

    /** Takes usual readings that were learned from other records, for all forms that have none yet. */
    void useReadings(Map<String, List<String>> known) {
        if (japanese && !known.isEmpty()) {
            for (; read < written.size(); read++) {
                if (read == usual.length) {
                    usual = Arrays.copyOf(usual, Math.max(written.size(), 2 * read));
                }
                List<String> readings = known.getOrDefault(written.text(read), List.of());
                usual[read] = new int[] {
                    readings.isEmpty() ? Texts.NONE : this.readings.add(readings.get(0)),
                    readings.size() < 2 ? Texts.NONE : this.readings.add(readings.get(1))
                };
            }
        }
    }

    /** {@return the usual readings that so many records bear out, by the written form} */
    Map<String, List<String>> usualReadings(int least, int[]... records) {
        int[] counts = new int[size()];
        Arrays.stream(records)
                .flatMapToInt(Arrays::stream)
                .filter(entry -> entry != Column.MISSING)
                .forEach(entry -> counts[entry]++);
        Map<String, List<String>> found = new TreeMap<>();
        for (int entry = 0; entry < counts.length; entry++) {
            if (counts[entry] >= least
                    && kanji[entry]
                    && readingOf(entry) != Texts.NONE
                    && isUsual(entry, readingOf(entry))) {
                List<String> readings =
                        found.computeIfAbsent(written.text(writtenOf(entry)), form -> new ArrayList<>());
                boolean first = usual[writtenOf(entry)][0] == readingOf(entry);
                readings.add(first ? 0 : readings.size(), this.readings.text(readingOf(entry)));
            }
        }
        return found;
    }

    private static String plain(String folded) {
        if (folded.indexOf(' ') < 0) {
            return folded;
        }
        StringBuilder kept = new StringBuilder();
        for (String token : folded.split(" ", -1)) {
            if (!NameWords.isTitle(token)) {
                kept.append(kept.length() == 0 ? "" : " ").append(token);
            }
        }
        return kept.length() == 0 ? folded : kept.toString();
    }

    /** The first part of a name, then what it may stand for. */
    private int[] related(String form) {
        String first = form.split(" ", 2)[0];
        return IntStream.concat(
                        IntStream.of(firstWords.add(first)),
                        nicknames.of(first).stream().mapToInt(firstWords::add))
                .toArray();
    }

    private int[] tokens(String form) {
        return Arrays.stream(form.split(" ", -1))
                .filter(token -> !NameWords.isParticle(token) && (token.length() > 2 || isJapanese(token)))
                .limit(MOST_PARTS)
                .mapToInt(tokenTexts::add)
                .toArray();
    }
}
