package dev.cdm.examples.quickstart;

import dev.cdm.core.Customers;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.profile.Candidate;
import dev.cdm.core.profile.Lineage;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.profile.RankedValue;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Page;
import java.util.List;
import java.util.Locale;

/** Tells of people: one golden profile with its lineage, and two people who were taken for one. */
final class People {

    private static final int PAGE = 1_000;

    private final Customers customers;
    private final Screen screen;

    People(Customers customers, Screen screen) {
        this.customers = customers;
        this.screen = screen;
    }

    void count(long records) {
        screen.title("Who they are");
        screen.line("%,d records became %,d profiles.", records, profiles());
    }

    private long profiles() {
        long count = 0;
        Page<ProfileId> page = customers.profiles(Cursor.START, PAGE);
        while (!page.last()) {
            count += page.items().size();
            page = customers.profiles(page.next(), PAGE);
        }
        return count + page.items().size();
    }

    void golden(RecordId record) {
        Profile profile = profile(record);
        screen.title("One person, where each value comes from");
        screen.line("records: %s", profile.recordIds());
        screen.line("");
        for (Lineage<?> lineage : profile.lineages()) {
            lineage.ranked().forEach(value -> show(lineage.key().name(), value));
        }
    }

    private void show(String name, RankedValue<?> ranked) {
        Candidate<?> best = ranked.supporters().get(0);
        int others = ranked.supporters().size() - 1;
        String from = best.recordId() + (others == 0 ? "" : " and " + others + " more");
        String value = Values.shown(ranked.value());
        if (ranked.survives()) {
            screen.line("%-15s %s  <- %s", name, value, from);
        } else {
            screen.line("%-15s   not %s  <- %s, lost by %s", "", value, from, ranked.decidedBy());
        }
    }

    /** Separates a record from the profile it was wrongly put into; whether that changed anything. */
    boolean separate(RecordId first, RecordId second) {
        screen.title("Two people taken for one, and separated again");
        boolean together = profile(first).id().equals(profile(second).id());
        if (together) {
            show("Together, because they gave one e-mail address:", first);
            screen.line("");
            customers.separate(second, "steward-1", "a couple with one e-mail address");
            screen.line("A steward separates %s.", second);
        } else {
            screen.line("They are separate already; bringing the files in again did not join them.");
        }
        screen.line("");
        show("The one:", first);
        show("The other:", second);
        return together;
    }

    private void show(String caption, RecordId record) {
        Profile profile = profile(record);
        screen.line("%s", caption);
        screen.line("    records  %s", profile.recordIds());
        profile.lineage(StandardSchema.NAME)
                .ranked()
                .forEach(name -> screen.line("    name     %s", Values.shown(name.value())));
        screen.line("    phone    %s", shown(profile));
    }

    private static List<String> shown(Profile profile) {
        return profile.values(StandardSchema.PHONE).stream().map(Values::shown).toList();
    }

    private Profile profile(RecordId record) {
        return customers
                .profile(record)
                .orElseThrow(() -> new IllegalStateException(
                        String.format(Locale.ROOT, "record `%s` is not in the database", record)));
    }
}
