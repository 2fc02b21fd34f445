package dev.cdm.core.normalize;

import dev.cdm.core.internal.CleanText;
import dev.cdm.core.value.PostalAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Postal addresses, in parts or on lines. Postcode, country and, where they have codes, states get their normal form; an
 * address without a country gets that of the record or plan. Streets are only cleaned: what "St" means, matching decides.
 */
final class Addresses implements ValueNormalizer<PostalAddress> {

    static final String UNKNOWN_COUNTRY = "ZZ";

    private static final Pattern BREAK = Pattern.compile("[,、]? ?\\n ?|, ?|、");
    private static final Pattern CARE_OF =
            Pattern.compile("(?i)(?:c/o|attn|z\\.? ?hd)[ :.].*|(?:flat|apartment|apt|unit|suite|room)[ .#]+\\w{1,5}");

    Addresses() {}

    @Override
    public Normalized<PostalAddress> normalize(String text, Context context) {
        return normalizeParts(ValueNormalizer.whole(text), context);
    }

    @Override
    public Normalized<PostalAddress> normalizeParts(Map<String, String> parts, Context context) {
        Map<String, String> clean = clean(parts);
        String whole = clean.getOrDefault("", "");
        if (whole.indexOf(';') >= 0) {
            clean.remove("");
            clean(components(whole)).forEach(clean::putIfAbsent);
        }
        if (clean.values().stream().noneMatch(text -> text.codePoints().anyMatch(Character::isLetterOrDigit))) {
            return Normalized.failed("address.malformed", "holds no letter or digit");
        }
        country(clean, context);
        String country = clean.getOrDefault("country", "");
        Normalized<PostalAddress> address = context.plan()
                .rules()
                .flatMap(rules -> rules.address(clean, country).stream())
                .findFirst()
                .orElseGet(() -> Normalized.of(general(clean, country)));
        return address.value().isPresent() ? finished(address, country) : address;
    }

    private static Map<String, String> clean(Map<String, String> parts) {
        Map<String, String> clean = new LinkedHashMap<>();
        parts.forEach((part, text) -> {
            String line = part.isEmpty() ? CleanText.lines(text) : CleanText.line(text);
            if (!line.isEmpty()) {
                clean.put(part, line);
            }
        });
        return clean;
    }

    /* The parts of a canonical text, or of the ADR property of vCard, which has seven. */
    private static Map<String, String> components(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        String[] vCard = text.split(";", -1);
        if (vCard.length == 7 && text.indexOf('\\') < 0) {
            parts.put("extra", (vCard[0] + " " + vCard[1]).strip());
            parts.put("street", vCard[2]);
            parts.put("city", vCard[3]);
            parts.put("region", vCard[4]);
            parts.put("postcode", vCard[5]);
            parts.put("country", vCard[6]);
            return parts;
        }
        PostalAddress address;
        try {
            address = PostalAddress.parse(text);
        } catch (IllegalArgumentException e) {
            return parts;
        }
        parts.put("street", address.street());
        parts.put("city", address.city());
        parts.put("region", address.region());
        parts.put("postcode", address.postcode());
        parts.put("country", address.country());
        parts.put("extra", address.extra());
        return parts;
    }

    /* From the part, from the last line, or else from the context; a name nobody knows moves to the extra text. */
    private static void country(Map<String, String> parts, Context context) {
        String named = parts.getOrDefault("country", "");
        if (!named.isEmpty()) {
            Optional<String> code = Codes.country(named);
            if (code.isEmpty()) {
                parts.merge("extra", named, (extra, unknown) -> extra + ", " + unknown);
            }
            parts.put("country", code.orElse(UNKNOWN_COUNTRY));
            return;
        }
        List<String> lines = lines(parts);
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        boolean state = Codes.table("region_us").code(last).isPresent()
                && context.region().equals("US");
        Optional<String> code = (lines.size() > 1 && last.length() > 3 && !state) || last.matches("USA|UK")
                ? Codes.country(last)
                : Optional.empty();
        if (code.isPresent()) {
            parts.put("", String.join("\n", lines.subList(0, lines.size() - 1)));
        }
        String country = code.orElse(context.region());
        if (!country.isEmpty()) {
            parts.put("country", country);
        }
    }

    private static List<String> lines(Map<String, String> parts) {
        List<String> lines = new ArrayList<>();
        BREAK.splitAsStream(parts.getOrDefault("", ""))
                .filter(line -> !line.isBlank())
                .map(String::strip)
                .forEach(lines::add);
        return lines;
    }

    private static PostalAddress general(Map<String, String> parts, String country) {
        Map<String, String> address = new LinkedHashMap<>(parts);
        List<String> lines = lines(parts);
        address.remove("");
        if (!lines.isEmpty()) {
            split(lines, country).forEach(address::putIfAbsent);
        }
        return PostalAddress.builder()
                .street(address.getOrDefault("street", ""))
                .city(address.getOrDefault("city", ""))
                .region(address.getOrDefault("region", ""))
                .postcode(address.getOrDefault("postcode", ""))
                .country(country)
                .extra(address.getOrDefault("extra", ""))
                .build();
    }

    private static Map<String, String> split(List<String> lines, String country) {
        Map<String, String> address = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>(lines);
        for (int i = rest.size() - 1; i >= Math.max(1, rest.size() - 2) && !address.containsKey("postcode"); i--) {
            int line = i;
            Postcodes.find(rest.get(i), country).ifPresent(found -> take(rest, line, found, address));
        }
        if (rest.size() > 1) {
            place(rest, country, address);
        }
        boolean careOf = rest.size() > 1 && (CARE_OF.matcher(rest.get(0)).matches() || named(rest));
        address.put("street", rest.isEmpty() ? "" : rest.remove(careOf ? 1 : 0));
        if (!rest.isEmpty()) {
            address.put("extra", String.join(", ", rest));
        }
        return address;
    }

    /* A first line without a digit before one with a digit is a name, not a street. */
    private static boolean named(List<String> lines) {
        return !lines.get(0).matches(".*[0-9].*") && lines.get(1).matches("[0-9].*|.* [0-9]{1,4}[a-zA-Z]?");
    }

    private static void take(List<String> lines, int line, Matcher found, Map<String, String> address) {
        String text = lines.get(line);
        address.put("postcode", found.group());
        String left = (text.substring(0, found.start()) + " " + text.substring(found.end())).strip();
        lines.remove(line);
        if (!left.isEmpty()) {
            lines.add(line, left);
        }
    }

    private static void place(List<String> lines, String country, Map<String, String> address) {
        int last = lines.size() - 1;
        String line = lines.get(last);
        List<String> cells = List.of(line.split(" "));
        for (int from = 0; from < cells.size(); from++) {
            String tail = String.join(" ", cells.subList(from, cells.size()));
            Optional<String> state = region(tail, country);
            if (state.isPresent()) {
                address.put("region", state.get());
                lines.remove(last);
                if (from > 0) {
                    lines.add(String.join(" ", cells.subList(0, from)));
                }
                break;
            }
        }
        if (lines.size() > 1) {
            address.put("city", lines.remove(lines.size() - 1));
        }
    }

    private static Optional<String> region(String text, String country) {
        return switch (country) {
            case "US" -> Codes.table("region_us").code(text);
            case "CA" -> Codes.table("region_ca").code(text);
            case "AU" -> Codes.table("region_au").code(text);
            default -> Optional.empty();
        };
    }

    private static Normalized<PostalAddress> finished(Normalized<PostalAddress> found, String given) {
        PostalAddress address = found.value().orElseThrow();
        String country = address.country().isEmpty() ? given : address.country();
        String postcode = address.postcode();
        Optional<String> normal = postcode.isEmpty() ? Optional.of("") : Postcodes.normalize(postcode, country);
        String region = CleanText.line(address.region());
        String street = CleanText.line(address.street());
        String city = CleanText.line(address.city());
        String extra = CleanText.line(address.extra());
        if ((street + city + region + postcode + country + extra).isEmpty()) {
            return Normalized.failed("address.malformed", "holds no letter or digit");
        }
        return found.with(PostalAddress.builder()
                        .street(street)
                        .city(city)
                        .region(region(region, country).orElse(region))
                        .postcode(normal.orElse(postcode))
                        .country(country)
                        .extra(extra)
                        .build())
                .warningIf(normal.isEmpty(), "postcode.malformed", "has a postcode that its country does not have")
                .warningIf(country.equals(UNKNOWN_COUNTRY), "country.unknown", "has a country that nobody knows");
    }
}
