package dev.cdm.matching.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of an SQL condition, read one by one. */
final class SqlTokens {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|[0-9]+(?:\\.[0-9]+)?(?:[eE]-?[0-9]+)?"
                    + "|[A-Za-z_][A-Za-z_0-9]*|<=|>=|<>|!=|::|[-+*/=<>(),.\\[\\]])");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    SqlTokens(String sql) {
        Matcher matcher = TOKEN.matcher(sql.strip());
        int at = 0;
        while (at < sql.strip().length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("cannot be read from character " + (at + 1) + " on");
            }
            tokens.add(matcher.group(1));
            at = matcher.end();
        }
    }

    boolean atEnd() {
        return next == tokens.size();
    }

    String peek() {
        return atEnd() ? "" : tokens.get(next);
    }

    String take() {
        if (atEnd()) {
            throw new IllegalArgumentException("ends too early");
        }
        return tokens.get(next++);
    }

    /** Takes the next tokens if they are these words, in any case. */
    boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (next + i >= tokens.size() || !tokens.get(next + i).equalsIgnoreCase(words[i])) {
                return false;
            }
        }
        next += words.length;
        return true;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw new IllegalArgumentException("has `" + peek() + "` where `" + word + "` was expected");
        }
    }

    int position() {
        return next;
    }

    void back(int position) {
        next = position;
    }

    static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
