package dev.cdm.examples.quickstart.generator;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What happened, as JSON Lines: orders and page views of the shop, support cases of the CRM. */
final class EventExport {

    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2025-05-31T00:00:00Z");
    private static final List<String> PRODUCTS =
            List.of("beans-250", "beans-1000", "teapot", "grinder", "mug", "filter");
    private static final List<String> SUBJECTS =
            List.of("late delivery", "broken item", "invoice", "login", "question");

    private final Dice dice;
    private final Lines lines = new Lines("\n");
    private int count;

    EventExport(long seed) {
        this.dice = new Dice(seed);
    }

    byte[] shop(List<Entry> entries) {
        for (Entry entry : entries) {
            int orders = dice.below(3);
            for (int i = 0; i < orders; i++) {
                lines.add(order(entry));
            }
            if (dice.chance(0.4)) {
                lines.add(pageView(entry));
            }
        }
        lines.add(
                "{\"id\":\"e-99001\",\"type\":\"teleported\",\"customer\":\"C-00001\",\"at\":\"2025-01-01T00:00:00Z\"}");
        lines.add("{\"id\":\"e-99002\",\"type\":\"order_placed\",\"customer\":\"C-00001\",\"at\":\"yesterday\"}");
        lines.add("{\"id\":\"e-99003\",\"type\":\"order_placed\",\"custom");
        return lines.bytes();
    }

    byte[] support(List<Entry> entries) {
        for (Entry entry : entries) {
            if (dice.chance(0.2)) {
                supportCase(entry);
            }
        }
        return lines.bytes();
    }

    private String order(Entry entry) {
        boolean yen = entry.person().japanese();
        String properties = Cells.json(
                "order", Cells.text("A-" + dice.between(10_000, 99_999)),
                "product", Cells.text(dice.one(PRODUCTS)),
                "quantity", String.valueOf(dice.between(1, 4)),
                "amount", yen ? String.valueOf(dice.between(8, 150) * 100) : dice.between(8, 150) + ".50",
                "currency", Cells.text(yen ? "JPY" : "USD"));
        return event("order_placed", "customer", entry.key(), "web", dice.second(FIRST, LAST), properties);
    }

    private String pageView(Entry entry) {
        String page = Cells.json("context.page", Cells.text("https://shop.example/p/" + dice.one(PRODUCTS)));
        return event("page_viewed", "customer", entry.key(), "web", dice.second(FIRST, LAST), page);
    }

    private void supportCase(Entry entry) {
        Instant opened = dice.second(FIRST, LAST);
        String properties =
                Cells.json("case", Cells.text("S-" + (1_000 + count)), "subject", Cells.text(dice.one(SUBJECTS)));
        lines.add(
                event("case_opened", "contact", entry.key(), dice.one(List.of("phone", "email")), opened, properties));
        if (dice.chance(0.8)) {
            Instant closed = opened.plusSeconds(dice.between(600, 900_000));
            lines.add(event("case_closed", "contact", entry.key(), "email", closed, properties));
        }
    }

    private String event(String type, String keyField, String key, String channel, Instant at, String properties) {
        count++;
        return Cells.json(
                "id",
                Cells.text(String.format(Locale.ROOT, "e-%05d", count)),
                "type",
                Cells.text(type),
                keyField,
                Cells.text(key),
                "at",
                Cells.text(at.toString()),
                "channel",
                Cells.text(channel),
                "properties",
                properties);
    }
}
