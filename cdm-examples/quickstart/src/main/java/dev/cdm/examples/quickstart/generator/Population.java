package dev.cdm.examples.quickstart.generator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Who is known to which system.
 *
 * <p>Three people come first, because the quickstart tells of them: person 1 is known to all three systems, to the CRM
 * twice; persons 39 and 40 share a household and an e-mail address, one is known to the CRM, the other to the shop.
 */
record Population(List<Entry> crm, List<Entry> shop, List<Entry> newsletter) {

    static final int SAMPLE = 1;
    static final int FIRST_OF_COUPLE = 39;
    static final int SECOND_OF_COUPLE = 40;

    static boolean isTold(Person person) {
        return person.number() == SAMPLE
                || person.number() == FIRST_OF_COUPLE
                || person.number() == SECOND_OF_COUPLE;
    }

    static Population of(List<Person> people, long seed) {
        Dice dice = new Dice(seed);
        List<Person> crm = new ArrayList<>();
        List<Person> shop = new ArrayList<>();
        List<Person> newsletter = new ArrayList<>();
        for (Person person : people) {
            if (person.number() == FIRST_OF_COUPLE || person.number() == SECOND_OF_COUPLE) {
                continue;
            }
            boolean all = person.number() == SAMPLE;
            boolean inCrm = all || dice.chance(0.55);
            boolean inShop = all || dice.chance(0.5);
            if (all || dice.chance(0.38)) {
                newsletter.add(person);
            } else if (!inCrm && !inShop) {
                inShop = true;
            }
            if (inCrm) {
                crm.add(person);
            }
            if (inShop) {
                shop.add(person);
            }
        }
        crm.add(1, people.get(FIRST_OF_COUPLE - 1));
        shop.add(1, people.get(SECOND_OF_COUPLE - 1));
        return new Population(
                entries(crm, "003A%08d", seed, 0.07),
                entries(shop, "C-%05d", seed + 1, 0.05),
                entries(newsletter, "n-%05d", seed + 2, 0.02));
    }

    /** The first three in place, the others shuffled; some people a second time. */
    private static List<Entry> entries(List<Person> known, String key, long seed, double again) {
        Dice dice = new Dice(seed);
        List<Person> order = new ArrayList<>(known.subList(0, 2));
        List<Person> rest = new ArrayList<>(known.subList(2, known.size()));
        int seconds = 0;
        for (Person person : known.subList(2, known.size())) {
            if (dice.chance(again)) {
                rest.add(person);
                seconds++;
            }
        }
        Collections.shuffle(rest, new Random(seed));
        order.addAll(rest);
        if (seconds > 0) {
            order.add(2, known.get(0));
        }
        List<Entry> entries = new ArrayList<>();
        List<Integer> met = new ArrayList<>();
        for (Person person : order) {
            boolean second = met.contains(person.number());
            met.add(person.number());
            entries.add(new Entry(person, String.format(Locale.ROOT, key, entries.size() + 1), second));
        }
        return List.copyOf(entries);
    }
}
