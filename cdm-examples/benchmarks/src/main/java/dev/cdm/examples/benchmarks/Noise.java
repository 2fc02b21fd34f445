package dev.cdm.examples.benchmarks;

import dev.cdm.examples.benchmarks.Person.Home;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;

/** Writes a person down as people and systems do: with gaps, slips, nicknames, other scripts and old addresses. */
final class Noise {

    private static final double DIRTY = 0.3;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String[] KANJI_VARIANTS = "斎斉 高髙 崎﨑 辺邊 沢澤 島嶋 浜濱 桜櫻 広廣 真眞 国國 竜龍 恵惠 栄榮".split(" ");
    private static final Map<String, String> NICKNAMES = Map.ofEntries(
            Map.entry("James", "Jim"),
            Map.entry("Robert", "Bob"),
            Map.entry("William", "Bill"),
            Map.entry("Richard", "Dick"),
            Map.entry("Michael", "Mike"),
            Map.entry("Thomas", "Tom"),
            Map.entry("Elizabeth", "Liz"),
            Map.entry("Margaret", "Peggy"),
            Map.entry("Katherine", "Kate"),
            Map.entry("Jennifer", "Jen"),
            Map.entry("Patricia", "Pat"),
            Map.entry("Edward", "Ted"));

    private final Random random;
    private final double missing;
    private final double slips;

    Noise(Random random, double missing, double slips) {
        this.random = random;
        this.missing = missing;
        this.slips = slips;
    }

    /** {@return the fields of a record, first name to e-mail; a first record has gaps and no slips} */
    String[] record(Person person, boolean first) {
        Name family = first || random.nextDouble() < .5 ? person.family() : person.former();
        Home home = person.homes()[first ? 0 : random.nextInt(person.homes().length)];
        String[] names = names(person.given(), family, first);
        String[] fields = {
            names[0],
            names[1],
            names[2],
            names[3],
            date(person.born(), !family.kana().isEmpty(), first),
            person.male() ? "M" : "F",
            home.street(),
            home.city(),
            home.postcode(),
            person.phone(),
            person.email()
        };
        double chance = !first && random.nextDouble() < DIRTY ? slips * 5 : slips;
        for (int i = 0; i < fields.length; i++) {
            if (random.nextDouble() < missing * (i < 2 ? .3 : 1)) {
                fields[i] = "";
            } else if (!first && random.nextDouble() < chance) {
                fields[i] = slip(fields[i]);
            }
        }
        return fields;
    }

    private String[] names(Name given, Name family, boolean first) {
        String[] names = {given.written(), family.written(), given.kana(), family.kana()};
        if (first) {
            return names;
        }
        if (given.kana().isEmpty()) {
            names[0] = random.nextDouble() < .3 ? NICKNAMES.getOrDefault(names[0], names[0]) : names[0];
            return random.nextDouble() < .02 ? new String[] {names[1], names[0], "", ""} : names;
        }
        return switch (random.nextInt(12)) {
            case 0 -> new String[] {given.kana(), family.kana(), "", ""};
            case 1 -> new String[] {KanaText.hiragana(given.kana()), KanaText.hiragana(family.kana()), "", ""};
            case 2 -> new String[] {KanaText.halfWidth(given.kana()), KanaText.halfWidth(family.kana()), "", ""};
            case 3 -> {
                boolean hepburn = random.nextBoolean();
                yield new String[] {
                    KanaText.romaji(given.kana(), hepburn), KanaText.romaji(family.kana(), hepburn), "", ""
                };
            }
            case 4 -> new String[] {names[0], names[1], KanaText.halfWidth(names[2]), KanaText.halfWidth(names[3])};
            case 5, 6 -> new String[] {variant(names[0]), variant(names[1]), names[2], names[3]};
            case 7 -> new String[] {names[0], names[1], "", ""};
            default -> names;
        };
    }

    private String date(LocalDate born, boolean japanese, boolean first) {
        double chance = random.nextDouble();
        if (!first && chance < .02) {
            return born.getYear() + "-01-01";
        }
        if (!first && japanese && chance < .1 && born.getYear() > 1926 && born.getYear() < 1989) {
            return "S" + (born.getYear() - 1925) + "." + born.getMonthValue() + "." + born.getDayOfMonth();
        }
        return born.toString();
    }

    private static String variant(String text) {
        String varied = text;
        for (String pair : KANJI_VARIANTS) {
            varied = varied.replace(pair.charAt(0), pair.charAt(1));
        }
        return varied;
    }

    private String slip(String text) {
        if (text.length() < 2) {
            return text;
        }
        int at = random.nextInt(text.length() - 1);
        char other = Character.isDigit(text.charAt(at))
                ? (char) ('0' + random.nextInt(10))
                : LETTERS.charAt(random.nextInt(26));
        boolean latin = text.charAt(at) < 128;
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            case 2 -> text.substring(0, at) + (latin ? other : text.charAt(at)) + text.substring(at);
            default -> text.substring(0, at) + (latin ? other : text.charAt(at + 1)) + text.substring(at + 1);
        };
    }
}
