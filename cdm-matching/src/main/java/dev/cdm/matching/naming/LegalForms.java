package dev.cdm.matching.naming;

import java.util.List;

/** Legal forms of organisations in many countries, at the end of a folded name or, in some languages, at its start. */
final class LegalForms {

    private static final int LONGEST = 4;

    private LegalForms() {}

    /** Removes legal forms, unless nothing else is left. */
    static void strip(List<String> words) {
        boolean stripped = true;
        while (stripped && words.size() > 1) {
            stripped = stripEnd(words) || stripStart(words);
        }
        List<String> bare = words.stream()
                .map(LegalForms::withoutJoined)
                .filter(word -> !word.isEmpty())
                .toList();
        if (!bare.isEmpty()) {
            words.clear();
            words.addAll(bare);
        }
    }

    private static boolean stripEnd(List<String> words) {
        for (int length = Math.min(LONGEST, words.size() - 1); length > 0; length--) {
            List<String> end = words.subList(words.size() - length, words.size());
            if (LegalFormNames.ENDS.contains(String.join(" ", end))) {
                end.clear();
                if (words.size() > 1 && LegalFormNames.LINKS.contains(words.get(words.size() - 1))) {
                    words.remove(words.size() - 1);
                }
                return true;
            }
        }
        return false;
    }

    private static boolean stripStart(List<String> words) {
        boolean found = LegalFormNames.STARTS.contains(words.get(0));
        if (found) {
            words.remove(0);
        }
        return found;
    }

    /** Scripts without blanks write the form next to the name. */
    private static String withoutJoined(String word) {
        if (LegalFormNames.JOINED.contains(word)) {
            return "";
        }
        for (String form : LegalFormNames.JOINED) {
            if (word.length() > form.length() && word.startsWith(form)) {
                return word.substring(form.length());
            }
            if (word.length() > form.length() && word.endsWith(form)) {
                return word.substring(0, word.length() - form.length());
            }
        }
        return word;
    }
}
