package dev.cdm.core.normalize.ja;

import dev.cdm.core.value.PostalAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Japanese addresses: postcode, prefecture, municipality, then block and house as numbers with hyphens, then the
 * building. 芝公園四丁目2番8号 becomes 芝公園4-2-8; ケ between kanji becomes ヶ.
 */
final class JapaneseAddresses {

    private static final Pattern POSTCODE =
            Pattern.compile("〒 ?([0-9]{3})[-‐‑‒–—―−ー]?([0-9]{4})|^([0-9]{3})[-‐‑‒–—―−ー]([0-9]{4})");
    private static final Pattern CITY =
            Pattern.compile("^(?:(?:札幌|仙台|さいたま|千葉|横浜|川崎|相模原|新潟|静岡|浜松|名古屋|京都|大阪|堺|神戸|岡山|広島|北九州|福岡|熊本)市[^市区 0-9]{1,4}区"
                    + "|[^市区町村 0-9]{1,5}郡[^市区郡 0-9]{1,6}?[町村]|[^ 0-9]{1,7}?[市区町村])");
    private static final Pattern KE = Pattern.compile("(?<=\\p{IsHan})ケ(?=\\p{IsHan})");
    private static final Pattern HYPHEN = Pattern.compile("(?<=[0-9]) ?[‐‑‒–—―−ー~のノ之] ?(?=[0-9])");
    private static final Pattern BLOCK = Pattern.compile("(?<=[0-9])丁目 ?(?=[0-9])");
    private static final Pattern NUMBER = Pattern.compile("(?<=[0-9])番地?[のノ-]? ?(?=[0-9])");
    private static final Pattern LAST_NUMBER = Pattern.compile("(?<=[0-9])番地?(?=$| )");
    private static final Pattern HOUSE = Pattern.compile("(?<=-[0-9]{1,4})号(?![室館棟線車])");
    private static final Pattern BUILDING =
            Pattern.compile("(.{0,200}?[0-9]{1,5}(?:-[0-9]{1,5}){1,4})(?: ?(?=[^0-9\\- 番号丁条])| )(.{1,500})");

    private JapaneseAddresses() {}

    static boolean knows(Map<String, String> parts, String country) {
        boolean here = country.equals("JP") || country.isEmpty();
        return here && parts.values().stream().anyMatch(Kana::isJapanese);
    }

    static PostalAddress address(Map<String, String> parts, String country) {
        Map<String, String> address = new LinkedHashMap<>(parts);
        String whole = parts.getOrDefault("", "").replace('\n', ' ');
        if (!whole.isEmpty()) {
            whole(whole, address);
        }
        String region = Places.prefecture(address.getOrDefault("region", ""));
        String city = address.getOrDefault("city", "");
        if (region.isEmpty()) {
            region = Places.prefectureAtStart(city);
        }
        city = kanji(without(city, region));
        String street = numbered(without(without(address.getOrDefault("street", ""), region), city));
        String extra = address.getOrDefault("extra", "");
        Matcher building = BUILDING.matcher(street);
        if (building.matches()) {
            street = building.group(1);
            extra = (building.group(2) + " " + extra).strip();
        }
        boolean japan = !region.isEmpty() || country.equals("JP");
        return PostalAddress.builder()
                .region(region)
                .city(city)
                .street(street)
                .postcode(address.getOrDefault("postcode", ""))
                .country(japan ? "JP" : "")
                .extra(extra)
                .build();
    }

    private static void whole(String text, Map<String, String> address) {
        String rest = text;
        Matcher postcode = POSTCODE.matcher(rest);
        if (postcode.find()) {
            boolean marked = postcode.group(1) != null;
            address.putIfAbsent("postcode", postcode.group(marked ? 1 : 3) + "-" + postcode.group(marked ? 2 : 4));
            rest = (rest.substring(0, postcode.start()) + " " + rest.substring(postcode.end())).strip();
        }
        String region = Places.prefectureAtStart(rest);
        if (!region.isEmpty()) {
            address.putIfAbsent("region", region);
            rest = rest.substring(region.length()).strip();
        }
        String city = Places.cityAtStart(rest);
        Matcher found = CITY.matcher(rest);
        if (city.isEmpty() && found.find()) {
            city = found.group();
        }
        if (!city.isEmpty() && !address.containsKey("city")) {
            address.put("city", city);
            rest = rest.substring(city.length()).strip();
        }
        if (!rest.isEmpty()) {
            address.merge("street", rest, (street, more) -> street);
        }
    }

    /* The text without a beginning that another part holds already. */
    private static String without(String text, String beginning) {
        String rest = text;
        while (!beginning.isEmpty() && rest.startsWith(beginning) && rest.length() > beginning.length()) {
            rest = rest.substring(beginning.length()).strip();
        }
        return rest;
    }

    private static String kanji(String text) {
        return KE.matcher(text).replaceAll("ヶ");
    }

    private static String numbered(String text) {
        String before;
        String after = kanji(text);
        do {
            before = after;
            after = HYPHEN.matcher(Kana.digits(before)).replaceAll("-");
            after = BLOCK.matcher(after).replaceAll("-");
            after = NUMBER.matcher(after).replaceAll("-");
            after = LAST_NUMBER.matcher(after).replaceAll("");
            after = HOUSE.matcher(after).replaceAll("");
        } while (!after.equals(before));
        return after.strip();
    }
}
