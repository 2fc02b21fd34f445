package dev.cdm.matching.person;

import dev.cdm.matching.table.RowOrder;

/** Parts of names by their number, computed once: sounds, beginnings and places in the alphabet. */
final class NameParts {

    private static final String SOUNDS = "01230120022455012623010202";

    private final int[][] first = new int[3][];
    private final int[] sounds;
    private final int[] soundex;
    private final int[] ranks;
    private final int[] endRanks;

    NameParts(NameValues names) {
        int size = names.size();
        sounds = new int[size];
        soundex = new int[size];
        long[] prefixes = new long[size];
        long[] ends = new long[size];
        for (int part = 0; part < first.length; part++) {
            first[part] = new int[size];
        }
        for (int entry = 0; entry < size; entry++) {
            int reading = names.likelyReadingOf(entry);
            boolean read = reading != Texts.NONE;
            Texts texts = read ? names.readings : names.written;
            int number = read ? reading : names.writtenOf(entry);
            sounds[entry] = read ? reading * 2 + 1 : number * 2 + 2;
            soundex[entry] = soundex(texts.text(number));
            soundex[entry] = soundex[entry] == 0 ? texts.point(number, 0) : soundex[entry];
            for (int part = 0; part < first.length; part++) {
                first[part][entry] = beginning(texts, number, 2 * part + 1);
            }
            prefixes[entry] = texts.prefix(number, false);
            ends[entry] = texts.prefix(number, true);
        }
        ranks = ranks(prefixes);
        endRanks = ranks(ends);
    }

    int sound(int entry) {
        return sounds[entry];
    }

    int soundex(int entry) {
        return soundex[entry];
    }

    /** {@return a number for the first 1, 3 or 5 letters} */
    int first(int entry, int letters) {
        return first[letters / 2][entry];
    }

    int rank(int entry) {
        return ranks[entry];
    }

    int endRank(int entry) {
        return endRanks[entry];
    }

    private static int beginning(Texts texts, int number, int letters) {
        int hash = letters;
        for (int i = 0; i < Math.min(letters, texts.length(number)); i++) {
            hash = hash * 1_000_003 + texts.point(number, i);
        }
        return hash == 0 ? 1 : hash;
    }

    private static int[] ranks(long[] keys) {
        int[] order = RowOrder.by(keys);
        int[] ranks = new int[order.length];
        for (int i = 1; i < order.length; i++) {
            ranks[order[i]] = ranks[order[i - 1]] + (keys[order[i]] == keys[order[i - 1]] ? 0 : 1);
        }
        return ranks;
    }

    /** {@return the classic four-symbol code of a folded Latin text, or 0 if it does not start with a letter from a to z} */
    static int soundex(String text) {
        if (text.isEmpty() || text.charAt(0) < 'a' || text.charAt(0) > 'z') {
            return 0;
        }
        int code = text.charAt(0);
        char last = SOUNDS.charAt(code - 'a');
        int digits = 0;
        for (int i = 1; i < text.length() && digits < 3; i++) {
            char letter = text.charAt(i);
            char digit = letter >= 'a' && letter <= 'z' ? SOUNDS.charAt(letter - 'a') : '0';
            if (digit != '0' && digit != last) {
                code = code << 4 | (digit - '0');
                digits++;
            }
            last = letter == 'h' || letter == 'w' ? last : digit;
        }
        return code << (4 * (3 - digits));
    }
}
