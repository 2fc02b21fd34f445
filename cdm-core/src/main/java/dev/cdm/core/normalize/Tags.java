package dev.cdm.core.normalize;

import dev.cdm.core.internal.CleanText;
import dev.cdm.core.value.Tag;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Labels with a polarity behind them, as in {@code wants on-site service (negative)}; without one they are neutral. */
final class Tags {

    private static final Pattern CANONICAL = Pattern.compile("(?s).*;(?:-1|0|1)");
    private static final Pattern MARKED = Pattern.compile("(?s)(.+?) ?[(\\[]([^()\\[\\]]{1,12})[)\\]]");

    private Tags() {}

    static Normalized<Tag> tag(String text) {
        if (CANONICAL.matcher(text).matches()) {
            Tag tag = Tag.parse(text);
            if (tag.canonicalText().equals(text) && CleanText.line(tag.name()).equals(tag.name())) {
                return Normalized.of(tag);
            }
        }
        String line = CleanText.line(text);
        Matcher marked = MARKED.matcher(line);
        @Nullable Integer polarity = marked.matches() ? polarity(marked.group(2)) : null;
        if (line.isBlank()) {
            return Normalized.failed("tag.malformed", "has no visible character");
        }
        return Normalized.of(polarity == null ? new Tag(line, 0) : new Tag(marked.group(1), polarity));
    }

    private static @Nullable Integer polarity(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "positive", "+", "+1", "good", "ポジティブ", "良い" -> 1;
            case "neutral", "0", "ニュートラル" -> 0;
            case "negative", "-", "-1", "bad", "ネガティブ", "悪い" -> -1;
            default -> null;
        };
    }
}
