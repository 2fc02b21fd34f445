package dev.cdm.matching.person;

import dev.cdm.matching.table.Column;

/** Counts with which readings each written form occurs. */
final class UsualReadings {

    private final int[][] best;
    private final int[][] votes;
    private final int[] counts;

    UsualReadings(int forms, NameValues names, int[][] records) {
        best = new int[forms][];
        votes = new int[forms][2];
        for (int form = 0; form < forms; form++) {
            best[form] = new int[] {Texts.NONE, Texts.NONE};
        }
        counts = new int[names.size()];
        for (int[] entries : records) {
            for (int entry : entries) {
                if (entry != Column.MISSING) {
                    counts[entry]++;
                }
            }
        }
        for (int entry = 0; entry < counts.length; entry++) {
            if (counts[entry] > 0 && names.isKanji(entry) && names.readingOf(entry) != Texts.NONE) {
                vote(names.writtenOf(entry), names.readingOf(entry), counts[entry]);
            }
        }
    }

    int[][] readings() {
        return best;
    }

    private void vote(int form, int reading, int count) {
        int[] top = best[form];
        int[] score = votes[form];
        if (count > score[0]) {
            top[1] = top[0];
            score[1] = score[0];
            top[0] = reading;
            score[0] = count;
        } else if (count > score[1]) {
            top[1] = reading;
            score[1] = count;
        }
    }
}
