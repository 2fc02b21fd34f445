package dev.cdm.core.normalize;

import com.google.common.base.Splitter;
import dev.cdm.core.internal.CleanText;
import dev.cdm.core.value.PersonName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of persons. Titles and suffixes are split off, a comma turns the order, particles stay with the family name, and
 * case is repaired only where a name is all upper or all lower. A name that cannot be split stays whole.
 */
final class Names implements ValueNormalizer<PersonName> {

    private static final Pattern NICKNAME = Pattern.compile(" ?(?:\\([^()]*\\)|\"[^\"]*\"|“[^“”]*”) ?");
    private static final Pattern APOSTROPHES = Pattern.compile("[’‘ʼ`´]");
    private static final Pattern HYPHENS = Pattern.compile("[‐‑‒–]");
    private static final Pattern HANGUL = Pattern.compile("[\\p{IsHangul} ]+");
    private static final List<String> GENERATIONS = List.of("Jr", "Sr", "II", "III", "IV");
    private static final List<String> ALSO_NAMES = List.of("Gen", "Hon", "Maj", "Col");

    private static final Splitter COMMAS = Splitter.on(',');

    Names() {}

    @Override
    public Normalized<PersonName> normalize(String text, Context context) {
        return normalizeParts(ValueNormalizer.whole(text), context);
    }

    @Override
    public Normalized<PersonName> normalizeParts(Map<String, String> parts, Context context) {
        Map<String, String> clean = clean(parts);
        String whole = clean.getOrDefault("", "");
        if (whole.indexOf(';') >= 0) {
            clean.remove("");
            clean(components(whole)).forEach(clean::putIfAbsent);
        }
        if (clean.isEmpty()) {
            return Normalized.failed("name.malformed", "has no visible character");
        }
        return checked(context.plan()
                .rules()
                .flatMap(rules -> rules.name(clean).stream())
                .findFirst()
                .orElseGet(() -> general(clean)));
    }

    private static Map<String, String> clean(Map<String, String> parts) {
        Map<String, String> clean = new LinkedHashMap<>();
        parts.forEach((part, text) -> {
            String straight = APOSTROPHES.matcher(CleanText.line(text)).replaceAll("'");
            String line = CleanText.line(HYPHENS.matcher(straight).replaceAll("-"));
            if (!line.isEmpty()) {
                clean.put(part, line);
            }
        });
        return clean;
    }

    /* The parts of a canonical text, which is also the N property of vCard with more components. */
    private static Map<String, String> components(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        PersonName name;
        try {
            name = PersonName.parse(text);
        } catch (IllegalArgumentException e) {
            return parts;
        }
        parts.put("family", name.family());
        parts.put("given", name.given());
        parts.put("middle", name.middle());
        parts.put("prefix", name.prefix());
        parts.put("suffix", name.suffix());
        parts.put("familyKana", name.familyKana());
        parts.put("givenKana", name.givenKana());
        parts.put("familyLatin", name.familyLatin());
        parts.put("givenLatin", name.givenLatin());
        parts.put("", name.whole());
        return parts;
    }

    private static Normalized<PersonName> general(Map<String, String> parts) {
        Map<String, String> name = new LinkedHashMap<>(parts);
        String whole = name.getOrDefault("", name.getOrDefault("latin", ""));
        boolean known = List.of("family", "given", "middle").stream().anyMatch(name::containsKey);
        name.remove("");
        if (!known && !whole.isEmpty()) {
            split(isOneCase(whole) ? repaired(whole, false) : whole).forEach(name::putIfAbsent);
        }
        String letters =
                name.getOrDefault("family", "") + name.getOrDefault("given", "") + name.getOrDefault("middle", "");
        if (isOneCase(letters)) {
            name.computeIfPresent("family", (part, text) -> repaired(text, true));
            name.computeIfPresent("given", (part, text) -> repaired(text, false));
            name.computeIfPresent("middle", (part, text) -> repaired(text, false));
        }
        name.computeIfPresent("prefix", (part, text) -> listed(text, "title"));
        name.computeIfPresent("suffix", (part, text) -> listed(text, "suffix"));
        name.replaceAll((part, text) -> CleanText.line(text));
        return name.values().stream().allMatch(String::isEmpty)
                ? Normalized.failed("name.malformed", "has no visible character")
                : built(name);
    }

    private static Normalized<PersonName> built(Map<String, String> name) {
        PersonName.Builder built = PersonName.builder()
                .family(name.getOrDefault("family", ""))
                .given(name.getOrDefault("given", ""))
                .middle(name.getOrDefault("middle", ""))
                .prefix(name.getOrDefault("prefix", ""))
                .suffix(name.getOrDefault("suffix", ""))
                .familyLatin(name.getOrDefault("familyLatin", ""))
                .givenLatin(name.getOrDefault("givenLatin", ""))
                .whole(name.getOrDefault("", ""));
        return Normalized.of(built.build());
    }

    private static Normalized<PersonName> checked(Normalized<PersonName> found) {
        String text = found.value().map(PersonName::canonicalText).orElse("");
        if (text.codePoints().noneMatch(Character::isLetter)) {
            return Normalized.failed("name.malformed", "holds no letter");
        }
        boolean digits = text.codePoints().anyMatch(Character::isDigit);
        return found.warningIf(digits, "name.suspicious", "holds digits");
    }

    private static Map<String, String> split(String whole) {
        String text = CleanText.line(NICKNAME.matcher(whole).replaceAll(" "));
        List<String> segments =
                new ArrayList<>(COMMAS.omitEmptyStrings().trimResults().splitToList(text.isEmpty() ? whole : text));
        Map<String, String> name = new LinkedHashMap<>();
        while (segments.size() > 1 && isSuffix(segments.get(segments.size() - 1))) {
            name.merge("suffix", segments.remove(segments.size() - 1), (last, earlier) -> earlier + " " + last);
        }
        Deque<String> words = new ArrayDeque<>();
        if (!segments.isEmpty()) {
            words.addAll(List.of(segments.get(segments.size() - 1).split(" ")));
        }
        titles(words, name);
        if (segments.size() == 2) {
            turned(segments.get(0), words, name);
        } else if (segments.size() == 1) {
            inOrder(words, name);
        }
        if (!name.containsKey("family") && !name.containsKey("given")) {
            return Map.of("", whole);
        }
        return name;
    }

    private static void titles(Deque<String> words, Map<String, String> name) {
        StringJoiner titles = new StringJoiner(" ");
        while (!words.isEmpty() && isTitle(words.peekFirst())) {
            titles.add(words.removeFirst());
        }
        if (titles.length() > 0) {
            name.put("prefix", titles.toString());
        }
    }

    /* "Smith, John Q" and "Beethoven, Ludwig van" */
    private static void turned(String family, Deque<String> words, Map<String, String> name) {
        Deque<String> particles = new ArrayDeque<>();
        while (words.size() > 1 && isParticle(words.peekLast())) {
            particles.addFirst(words.removeLast());
        }
        particles.addLast(family);
        name.put("family", String.join(" ", particles));
        given(words, name);
    }

    private static void inOrder(Deque<String> words, Map<String, String> name) {
        while (words.size() > 1 && endsWithSuffix(words)) {
            name.merge("suffix", words.removeLast(), (later, earlier) -> earlier + " " + later);
        }
        boolean hangul = HANGUL.matcher(String.join(" ", words)).matches();
        if (words.isEmpty() || (words.size() == 1 && name.isEmpty())) {
            return;
        }
        if (hangul && words.size() > 1) {
            name.put("family", words.removeFirst());
        } else if (isParticle(words.peekFirst())) {
            name.put("family", String.join(" ", words));
            words.clear();
        } else {
            Deque<String> family = new ArrayDeque<>();
            family.addFirst(words.removeLast());
            while (words.size() > 1 && isParticle(words.peekLast())) {
                boolean and = words.peekLast().equals("y");
                family.addFirst(words.removeLast());
                if (and && words.size() > 1) {
                    family.addFirst(words.removeLast());
                }
            }
            name.put("family", String.join(" ", family));
        }
        given(words, name);
    }

    private static void given(Deque<String> words, Map<String, String> name) {
        if (!words.isEmpty()) {
            name.put("given", words.removeFirst());
        }
        if (!words.isEmpty()) {
            name.put("middle", String.join(" ", words));
        }
    }

    private static boolean isTitle(String word) {
        Optional<String> title = Codes.table("title").code(word);
        return title.isPresent() && (word.length() > 3 || !ALSO_NAMES.contains(title.get()));
    }

    private static boolean isSuffix(String words) {
        return List.of(words.split(" ")).stream()
                .allMatch(word -> Codes.table("suffix").code(word).isPresent());
    }

    /* Without a comma "Jack Ma" is not a master of arts. */
    private static boolean endsWithSuffix(Deque<String> words) {
        String word = words.getLast();
        Optional<String> suffix = Codes.table("suffix").code(word);
        return suffix.isPresent()
                && (GENERATIONS.contains(suffix.get())
                        || (words.size() > 2 && (word.equals(suffix.get()) || word.indexOf('.') > 0)));
    }

    private static boolean isParticle(String word) {
        return word.equals(word.toLowerCase(Locale.ROOT))
                && Codes.table("particle").code(word).isPresent();
    }

    private static String listed(String text, String table) {
        return List.of(text.split(" ")).stream()
                .map(word -> Codes.table(table).code(word).orElse(word))
                .collect(Collectors.joining(" "));
    }

    private static boolean isOneCase(String text) {
        boolean upper = text.codePoints().anyMatch(Character::isUpperCase);
        boolean lower = text.codePoints().anyMatch(Character::isLowerCase);
        return upper != lower && text.codePoints().filter(Character::isLetter).count() > 2;
    }

    private static String repaired(String text, boolean family) {
        String[] words = text.split(" ");
        for (int i = 0; i < words.length; i++) {
            String lower = words[i].toLowerCase(Locale.ROOT);
            boolean inside = i < words.length - 1 && (family || i > 0);
            Optional<String> suffix = Codes.table("suffix").code(lower);
            if (!inside || lower.length() < 2 || !isParticle(lower)) {
                words[i] = i > 0 && suffix.isPresent() && GENERATIONS.contains(suffix.get())
                        ? suffix.get()
                        : capitalized(lower);
            } else {
                words[i] = lower;
            }
        }
        return CleanText.line(String.join(" ", words));
    }

    private static String capitalized(String lower) {
        StringBuilder word = new StringBuilder();
        boolean first = true;
        for (int point : lower.codePoints().toArray()) {
            boolean third = word.length() == 2 && word.indexOf("Mc") == 0 && lower.length() > 4;
            word.appendCodePoint(first || third ? Character.toTitleCase(point) : point);
            first = point == '-' || point == '\'' || point == '.';
        }
        return word.toString();
    }
}
