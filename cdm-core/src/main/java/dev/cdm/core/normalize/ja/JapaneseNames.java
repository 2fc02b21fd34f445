package dev.cdm.core.normalize.ja;

import dev.cdm.core.normalize.Normalized;
import dev.cdm.core.value.PersonName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names in kanji and kana. A space divides family and given name, a middle dot given and family name of foreigners;
 * without either the name stays whole. Readings become katakana; kanji are kept as they are written.
 */
final class JapaneseNames {

    private static final Pattern READING = Pattern.compile("(.{1,200}?) ?[(\\[]([^()\\[\\]]{1,200})[)\\]]");
    private static final Pattern HONORIFIC = Pattern.compile("(?:様| さん| さま| 殿| 氏| 先生| 御中)$");

    private JapaneseNames() {}

    static boolean knows(Map<String, String> parts) {
        boolean kana = Stream.of("kana", "familyKana", "givenKana").anyMatch(parts::containsKey);
        return kana || Stream.of("", "family", "given").anyMatch(part -> Kana.isJapanese(parts.getOrDefault(part, "")));
    }

    static Normalized<PersonName> name(Map<String, String> parts) {
        Map<String, String> name = new LinkedHashMap<>(parts);
        String whole = stripped(name.getOrDefault("", ""));
        Matcher reading = READING.matcher(whole);
        if (reading.matches() && Kana.isKana(reading.group(2))) {
            name.putIfAbsent("kana", reading.group(2));
            whole = stripped(reading.group(1));
        }
        name.remove("");
        if (!whole.isEmpty() && !name.containsKey("family") && !name.containsKey("given")) {
            whole(whole, name);
        }
        name.replaceAll((part, text) -> part.endsWith("Kana") || part.equals("kana") ? Kana.katakana(text) : text);
        boolean unsplit = readings(name);
        latin(name);
        Normalized<PersonName> value = Normalized.of(built(name));
        return unsplit ? value.warning("name.reading_not_split", "has a reading that shows no family name") : value;
    }

    private static String stripped(String text) {
        String before;
        String after = text;
        do {
            before = after;
            after = HONORIFIC.matcher(before).replaceFirst("");
        } while (!after.equals(before) && !after.isBlank());
        return after.isBlank() ? before : after;
    }

    private static void whole(String whole, Map<String, String> name) {
        List<String> dotted = cells(whole, "・");
        List<String> spaced = cells(whole, " ");
        if (spaced.size() == 2) {
            name.put("family", spaced.get(0));
            name.put("given", spaced.get(1));
        } else if (spaced.size() == 1 && (dotted.size() == 2 || dotted.size() == 3)) {
            name.put("given", dotted.get(0));
            name.put("family", dotted.get(dotted.size() - 1));
            if (dotted.size() == 3) {
                name.putIfAbsent("middle", dotted.get(1));
            }
        } else {
            name.put("", whole);
        }
    }

    private static List<String> cells(String text, String separator) {
        return Stream.of(text.split(separator)).filter(cell -> !cell.isBlank()).toList();
    }

    /* A name written in kana is its own reading. */
    private static boolean readings(Map<String, String> name) {
        for (String part : List.of("family", "given")) {
            String text = name.getOrDefault(part, "");
            if (Kana.isKana(text)) {
                name.putIfAbsent(part + "Kana", Kana.katakana(text));
            }
        }
        String reading = name.getOrDefault("kana", "");
        String family = name.getOrDefault("familyKana", "");
        String given = name.getOrDefault("givenKana", "");
        if (reading.isEmpty() || (!family.isEmpty() && !given.isEmpty())) {
            return false;
        }
        List<String> cells = cells(reading, "[ ・]");
        String joined = String.join("", cells);
        if (cells.size() == 2) {
            name.putIfAbsent("familyKana", cells.get(0));
            name.putIfAbsent("givenKana", cells.get(1));
        } else if (!given.isEmpty() && joined.endsWith(given) && joined.length() > given.length()) {
            name.put("familyKana", joined.substring(0, joined.length() - given.length()));
        } else if (!family.isEmpty() && joined.startsWith(family) && joined.length() > family.length()) {
            name.put("givenKana", joined.substring(family.length()));
        } else {
            name.putIfAbsent("familyKana", reading);
            return true;
        }
        return false;
    }

    /* Given name first, unless a comma or one word in capitals shows the family name. */
    private static void latin(Map<String, String> name) {
        String text = name.getOrDefault("latin", "");
        List<String> cells = cells(text, ",? ?, ?| ");
        boolean capitals = cells.size() == 2 && isCapitals(cells.get(0)) && !isCapitals(cells.get(1));
        if (cells.size() == 2) {
            boolean familyFirst = text.indexOf(',') > 0 || capitals;
            name.putIfAbsent("familyLatin", cells.get(familyFirst ? 0 : 1));
            name.putIfAbsent("givenLatin", cells.get(familyFirst ? 1 : 0));
        } else if (!text.isEmpty()) {
            name.putIfAbsent("familyLatin", text);
        }
        name.computeIfPresent("familyLatin", (part, latin) -> capitalized(latin));
        name.computeIfPresent("givenLatin", (part, latin) -> capitalized(latin));
    }

    private static boolean isCapitals(String text) {
        return text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static String capitalized(String text) {
        boolean mixed = !text.equals(text.toUpperCase(Locale.ROOT)) && !text.equals(text.toLowerCase(Locale.ROOT));
        return mixed
                ? text
                : Stream.of(text.split(" "))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)
                                + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" "));
    }

    private static PersonName built(Map<String, String> name) {
        return PersonName.builder()
                .family(name.getOrDefault("family", ""))
                .given(name.getOrDefault("given", ""))
                .middle(name.getOrDefault("middle", ""))
                .prefix(name.getOrDefault("prefix", ""))
                .suffix(name.getOrDefault("suffix", ""))
                .familyKana(name.getOrDefault("familyKana", ""))
                .givenKana(name.getOrDefault("givenKana", ""))
                .familyLatin(name.getOrDefault("familyLatin", ""))
                .givenLatin(name.getOrDefault("givenLatin", ""))
                .whole(name.getOrDefault("", ""))
                .build();
    }
}
