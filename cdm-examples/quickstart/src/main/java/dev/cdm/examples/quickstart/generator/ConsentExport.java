package dev.cdm.examples.quickstart.generator;

import java.time.Instant;
import java.util.Locale;

/** What people permitted, refused and withdrew, as JSON Lines of a consent tool that knows the keys of all systems. */
final class ConsentExport {

    private static final Instant FIRST = Instant.parse("2022-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2025-05-31T00:00:00Z");

    private final Dice dice;
    private final Lines lines = new Lines("\n");
    private int count;

    ConsentExport(long seed) {
        this.dice = new Dice(seed);
    }

    byte[] write(Population population) {
        population.newsletter().forEach(this::subscribe);
        for (Entry entry : population.crm()) {
            boolean sample = entry.person().number() == Population.SAMPLE;
            if (sample || dice.chance(0.55)) {
                add("crm/" + entry.key(), entry, "marketing", sample ? "given" : answer(), "", FIRST);
            }
        }
        for (Entry entry : population.shop()) {
            if (dice.chance(0.5)) {
                add("shop/" + entry.key(), entry, "analytics", answer(), "", FIRST);
            }
        }
        addUnusable();
        return lines.bytes();
    }

    private void subscribe(Entry entry) {
        String subject = "newsletter/" + entry.key();
        Instant given = add(subject, entry, "newsletter", "given", "email", FIRST);
        if (dice.chance(0.08) && entry.person().number() != Population.SAMPLE) {
            add(subject, entry, "newsletter", "withdrawn", "email", given);
        }
    }

    private String answer() {
        return dice.chance(0.83) ? "given" : "refused";
    }

    private void addUnusable() {
        lines.add(
                "{\"id\":\"k-99001\",\"subject\":\"crm/003A00000001\",\"purpose\":\"astrology\",\"kind\":\"given\",\"at\":\"2025-01-01T00:00:00Z\"}");
        lines.add(
                "{\"id\":\"k-99002\",\"subject\":\"crm/003A00000001\",\"purpose\":\"newsletter\",\"kind\":\"perhaps\",\"at\":\"2025-01-01T00:00:00Z\"}");
        lines.add("{\"id\":\"k-99003\",\"subject\":\"crm/003A");
    }

    private Instant add(String subject, Entry entry, String purpose, String kind, String channel, Instant after) {
        Instant at = dice.second(after, LAST);
        count++;
        lines.add(Cells.json(
                "id", Cells.text(String.format(Locale.ROOT, "k-%05d", count)),
                "subject", Cells.text(subject),
                "purpose", Cells.text(purpose),
                "kind", Cells.text(kind),
                "channel", Cells.text(channel),
                "at", Cells.text(at.toString()),
                "notice", Cells.text("privacy@" + (at.isBefore(Instant.parse("2024-01-01T00:00:00Z")) ? 2 : 3)),
                "locale", Cells.text(entry.person().japanese() ? "ja" : "en")));
        return at;
    }
}
