package dev.cdm.examples.quickstart.generator;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;

/** Writes one value in the many ways in which people and systems write it. */
final class Notation {

    private static final List<JapaneseEra> ERAS =
            List.of(JapaneseEra.MEIJI, JapaneseEra.TAISHO, JapaneseEra.SHOWA, JapaneseEra.HEISEI, JapaneseEra.REIWA);
    private static final List<String> ERA_NAMES = List.of("明治", "大正", "昭和", "平成", "令和");

    private final Dice dice;

    Notation(Dice dice) {
        this.dice = dice;
    }

    String email(String address) {
        return switch (dice.below(10)) {
            case 0 -> address.toUpperCase(Locale.ROOT);
            case 1 -> address.substring(0, 1).toUpperCase(Locale.ROOT) + address.substring(1);
            case 2 -> " " + address + " ";
            default -> address;
        };
    }

    /** A Japanese shop's form takes full-width letters. */
    String wideEmail(String address) {
        return dice.chance(0.1) ? Kana.fullWidth(address) : email(address);
    }

    String phone(String international, String country) {
        String national = national(international, country);
        return switch (dice.below(4)) {
            case 0 -> "+" + international;
            case 1 -> country.equals("JP") ? national.replace("-", "") : national;
            case 2 -> country.equals("JP") ? Kana.fullWidth(national) : "+" + international;
            default -> national;
        };
    }

    private static String national(String number, String country) {
        return switch (country) {
            case "JP" ->
                number.startsWith("813")
                        ? "0" + number.substring(2, 3) + "-" + number.substring(3, 7) + "-" + number.substring(7)
                        : "0" + number.substring(2, 4) + "-" + number.substring(4, 8) + "-" + number.substring(8);
            case "GB" -> "+44 " + number.substring(2, 5) + " " + number.substring(5, 8) + " " + number.substring(8);
            default -> "+1 (" + number.substring(1, 4) + ") " + number.substring(4, 7) + "-" + number.substring(7);
        };
    }

    String loyalty(String number) {
        return switch (dice.below(4)) {
            case 0 -> number.toLowerCase(Locale.ROOT);
            case 1 -> Kana.fullWidth(number);
            default -> number;
        };
    }

    /** A date as a Japanese form takes it: 1985/5/3, 昭和60年5月3日, S60.5.3 or 昭和６０年５月３日. */
    String japaneseDate(LocalDate date) {
        JapaneseDate japanese = JapaneseDate.from(date);
        int era = ERAS.indexOf(japanese.getEra());
        int year = japanese.get(ChronoField.YEAR_OF_ERA);
        String yearText = year == 1 ? "元" : String.valueOf(year);
        String written = ERA_NAMES.get(era) + yearText + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
        return switch (dice.below(5)) {
            case 0 -> written;
            case 1 -> Kana.fullWidth(written);
            case 2 -> "MTSHR".charAt(era) + "" + year + "." + date.getMonthValue() + "." + date.getDayOfMonth();
            case 3 -> Kana.fullWidth(date.toString().replace('-', '/'));
            default -> date.getYear() + "/" + date.getMonthValue() + "/" + date.getDayOfMonth();
        };
    }
}
