package dev.cdm.examples.quickstart.generator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

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
        return person.number() == SAMPLE || person.number() == FIRST_OF_COUPLE || person.number() == SECOND_OF_COUPLE;
    }

    static Population of(List<Person> people, long seed) {
        Dice dice = new Dice(seed);
        List<Person> crm = new ArrayList<>();
        List<Person> shop = new ArrayList<>();
        List<Person> newsletter = new ArrayList<>();
        for (Person person : people) {
            if (person.number() != FIRST_OF_COUPLE && person.number() != SECOND_OF_COUPLE) {
                join(person, dice, List.of(crm, shop, newsletter));
            }
        }
        crm.add(1, people.get(FIRST_OF_COUPLE - 1));
        shop.add(1, people.get(SECOND_OF_COUPLE - 1));
        return new Population(
                entries(crm, "003A%08d", seed, 0.07),
                entries(shop, "C-%05d", seed + 1, 0.05),
                entries(newsletter, "n-%05d", seed + 2, 0.02));
    }

    private static void join(Person person, Dice dice, List<List<Person>> systems) {
        boolean all = person.number() == SAMPLE;
        boolean inCrm = all || dice.chance(0.55);
        boolean inShop = all || dice.chance(0.5);
        boolean inNewsletter = all || dice.chance(0.38);
        if (inCrm) {
            systems.get(0).add(person);
        }
        if (inShop || (!inCrm && !inNewsletter)) {
            systems.get(1).add(person);
        }
        if (inNewsletter) {
            systems.get(2).add(person);
        }
    }

    /** The first three in place, the others shuffled; some people a second time. */
    private static List<Entry> entries(List<Person> known, String key, long seed, double again) {
        List<Person> rest = new ArrayList<>(known.subList(2, known.size()));
        Dice dice = new Dice(seed);
        known.stream().skip(2).filter(person -> dice.chance(again)).forEach(rest::add);
        Collections.shuffle(rest, new Random(seed));
        List<Person> order = new ArrayList<>(known.subList(0, 2));
        order.add(known.get(0));
        order.addAll(rest);
        List<Entry> entries = new ArrayList<>();
        Set<Integer> met = new HashSet<>();
        for (Person person : order) {
            boolean second = !met.add(person.number());
            entries.add(new Entry(person, String.format(Locale.ROOT, key, entries.size() + 1), second));
        }
        return List.copyOf(entries);
    }
}
