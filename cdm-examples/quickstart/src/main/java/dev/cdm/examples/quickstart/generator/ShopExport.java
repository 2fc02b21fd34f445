package dev.cdm.examples.quickstart.generator;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The shop: a Japanese system. Japanese headers, semicolons, CRLF and a byte order mark, half-width kana, digits in both
 * widths, dates by era, times of Tokyo.
 */
final class ShopExport {

    private static final String HEADER = "\uFEFF顧客番号;氏名;フリガナ;メールアドレス;電話番号;郵便番号;都道府県;市区町村;番地;国;生年月日;性別;会員番号;業種;登録日;更新日時";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss", Locale.ROOT).withZone(TOKYO);
    private static final Instant FIRST = Instant.parse("2020-04-01T00:00:00Z");
    private static final Instant MIDDLE = Instant.parse("2024-03-31T00:00:00Z");
    private static final Instant LAST = Instant.parse("2025-05-31T00:00:00Z");
    private static final List<String> INDUSTRIES = List.of("小売", "食品", "製造", "物流", "");

    private final Dice dice;
    private final Notation notation;
    private final Lines lines = new Lines("\r\n");
    private final Person couple;

    ShopExport(long seed, Person couple) {
        this.dice = new Dice(seed);
        this.notation = new Notation(dice);
        this.couple = couple;
    }

    byte[] write(List<Entry> entries) {
        lines.add(HEADER);
        for (int i = 0; i < entries.size(); i++) {
            String[] row = row(entries.get(i));
            spoil(i, row);
            lines.add(Cells.csv(';', row));
            insertAfter(i, row);
        }
        return lines.bytes();
    }

    private String[] row(Entry entry) {
        Person person = entry.person();
        boolean shared = person.number() == Population.SECOND_OF_COUPLE;
        String email = shared ? couple.email() : person.email();
        boolean other = dice.chance(0.15) && !Population.isTold(person);
        boolean hasPhone = dice.chance(0.75) || other;
        Instant created = dice.second(FIRST, MIDDLE);
        return new String[] {
            entry.key(),
            name(person, entry.again()),
            person.japanese()
                    ? Kana.halfWidth(
                            person.family().katakana() + " " + person.given().katakana())
                    : "",
            notation.wideEmail(other ? person.otherEmail() : email),
            hasPhone ? notation.phone(person.phone(), person.place().country()) : "",
            person.japanese() && dice.chance(0.3)
                    ? Kana.fullWidth(person.place().postcode())
                    : person.place().postcode(),
            person.place().region(),
            person.place().city(),
            address(person),
            person.place().country(),
            dice.chance(0.6) ? birthDate(person) : "",
            dice.chance(0.7) ? (person.woman() ? "女" : "男") : "",
            notation.loyalty(person.loyalty()),
            dice.one(INDUSTRIES),
            created.atZone(TOKYO).toOffsetDateTime().toString(),
            TIME.format(dice.second(created, LAST))
        };
    }

    private String name(Person person, boolean again) {
        if (!person.japanese()) {
            return person.given().written() + " " + person.family().written();
        }
        String gap = again || dice.chance(0.2) ? "" : dice.chance(0.7) ? "　" : " ";
        return person.family().written() + gap + person.given().written();
    }

    private String address(Person person) {
        String plain = person.japanese()
                ? person.place().quarter() + person.house()
                : person.house() + " " + person.place().quarter();
        return person.japanese() && dice.chance(0.4) ? Kana.fullWidth(plain) : plain;
    }

    private String birthDate(Person person) {
        return person.japanese()
                ? notation.japaneseDate(person.born())
                : person.born().toString();
    }

    /** Faults inside a row that can be read: what people type who do not want to tell. */
    private static void spoil(int index, String[] row) {
        switch (index) {
            case 90 -> row[3] = "メールなし";
            case 180 -> row[10] = "昭和99年13月1日";
            case 200, 210, 220, 230 -> {
                row[3] = "none@example.com";
                row[4] = "000-0000-0000";
            }
            case 260 -> row[4] = "携帯なし";
            default -> {}
        }
    }

    /** Rows that cannot be read. */
    private void insertAfter(int index, String[] row) {
        switch (index) {
            case 100 -> lines.add(";" + Cells.csv(';', row).split(";", 2)[1]);
            case 240 -> lines.add("C-90001;山田 太郎;ﾔﾏﾀﾞ ﾀﾛｳ;taro@example.com");
            case 320 ->
                lines.add(
                        "C-90002;鈴木 一郎;ｽｽﾞｷ ｲﾁﾛｳ;ichiro@example.com;;;;;;JP;;男;;;2024/01/05;",
                        Charset.forName("Shift_JIS"));
            case 410 -> lines.add(Cells.csv(';', row));
            case 500 -> lines.add("C-90003;\"佐藤 次郎;ｻﾄｳ ｼﾞﾛｳ;jiro@example.com;;;;;;JP;;男;;;2024/01/05;");
            default -> {}
        }
    }
}
