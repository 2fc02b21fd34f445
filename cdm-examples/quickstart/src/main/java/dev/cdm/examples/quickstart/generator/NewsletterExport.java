package dev.cdm.examples.quickstart.generator;

import java.time.Instant;
import java.util.List;

/** The newsletter tool: JSON Lines, nested names, few fields, times in milliseconds since 1970. */
final class NewsletterExport {

    private static final Instant FIRST = Instant.parse("2021-01-01T00:00:00Z");
    private static final Instant MIDDLE = Instant.parse("2024-06-30T00:00:00Z");
    private static final Instant LAST = Instant.parse("2025-05-31T00:00:00Z");
    private static final List<String> SECTORS = List.of("retail", "food", "manufacturing", "logistics", "", "");
    private static final List<String> TOPICS = List.of("coffee", "tea", "cooking", "travel", "gardening", "music");

    private final Dice dice;
    private final Notation notation;
    private final Lines lines = new Lines("\n");

    NewsletterExport(long seed) {
        this.dice = new Dice(seed);
        this.notation = new Notation(dice);
    }

    byte[] write(List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            String line = i == 75 ? line(entries.get(i)).replace("@", " at ") : line(entries.get(i));
            lines.add(line);
            insertAfter(i, line);
        }
        return lines.bytes();
    }

    private String line(Entry entry) {
        Person person = entry.person();
        Instant subscribed = dice.second(FIRST, MIDDLE);
        String name = Cells.json(
                "family",
                Cells.text(person.family().written()),
                "given",
                Cells.text(person.given().written()));
        return Cells.json(
                "subscriber", Cells.text(entry.key()),
                "email", Cells.text(notation.email(entry.again() ? person.otherEmail() : person.email())),
                "name", dice.chance(0.7) ? name : "",
                "mobile",
                        dice.chance(0.35) || entry.again()
                                ? Cells.text(notation.phone(
                                        person.phone(), person.place().country()))
                                : "",
                "sector", Cells.text(dice.one(SECTORS)),
                "locale",
                        Cells.text(
                                person.japanese()
                                        ? "ja"
                                        : person.place().country().equals("GB") ? "en-GB" : "en-US"),
                "interests", interests(),
                "subscribed_at", Cells.text(subscribed.toString()),
                "updated_at", String.valueOf(dice.second(subscribed, LAST).toEpochMilli()));
    }

    private String interests() {
        int first = dice.below(TOPICS.size());
        return switch (dice.below(3)) {
            case 0 -> "";
            case 1 -> "[" + Cells.text(TOPICS.get(first)) + "]";
            default ->
                "[" + Cells.text(TOPICS.get(first)) + "," + Cells.text(TOPICS.get((first + 1) % TOPICS.size())) + "]";
        };
    }

    /** Lines that cannot be read. */
    private void insertAfter(int index, String line) {
        switch (index) {
            case 60 -> lines.add(line.substring(0, line.length() / 2));
            case 130 -> lines.add("[\"n-90001\",\"jane.doe@example.com\"]");
            case 190 -> lines.add(line);
            case 250 -> lines.add(Cells.json("email", Cells.text("john.doe@example.com")));
            case 290 ->
                lines.add("{\"subscriber\":\"n-90002\",\"email\":\"a@example.com\",\"email\":\"b@example.com\"}");
            default -> {}
        }
    }
}
