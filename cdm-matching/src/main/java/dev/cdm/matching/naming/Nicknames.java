package dev.cdm.matching.naming;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.SetMultimap;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which given names may stand for each other: a name and its short forms, and short forms of one name. Names are compared
 * in lower case. Immutable and safe for any thread.
 */
public final class Nicknames {

    private static final Nicknames USUAL = new Nicknames(usualTable());

    private final ImmutableSetMultimap<String, String> forms;
    private final ImmutableSetMultimap<String, String> names;

    private Nicknames(SetMultimap<String, String> table) {
        ImmutableSetMultimap.Builder<String, String> sorted = ImmutableSetMultimap.builder();
        new TreeSet<>(table.keySet()).forEach(name -> sorted.putAll(name, new TreeSet<>(table.get(name))));
        forms = sorted.build();
        names = forms.inverse();
    }

    /** {@return a few hundred short forms, most of them English, that are no beginning of the name} */
    public static Nicknames usual() {
        return USUAL;
    }

    /**
     * {@return nicknames}
     *
     * @param table all short forms by name, as {@link #forms()} gave them
     */
    public static Nicknames of(Map<String, ? extends Collection<String>> table) {
        SetMultimap<String, String> own = HashMultimap.create();
        table.forEach(own::putAll);
        return new Nicknames(own);
    }

    /** {@return all short forms by name, both in alphabetical order} */
    public Map<String, List<String>> forms() {
        ImmutableMap.Builder<String, List<String>> all = ImmutableMap.builder();
        forms.asMap().forEach((name, shorts) -> all.put(name, ImmutableList.copyOf(shorts)));
        return all.buildOrThrow();
    }

    /**
     * {@return these nicknames and more}
     *
     * @param more short forms by name, in any case
     */
    public Nicknames with(Map<String, ? extends Collection<String>> more) {
        SetMultimap<String, String> table = HashMultimap.create(forms);
        more.forEach((name, shorts) -> shorts.forEach(form -> table.put(plain(name), plain(form))));
        return new Nicknames(table);
    }

    /**
     * {@return the names that a given name may stand for, in lower case and in alphabetical order; empty if none are known}
     *
     * @param name a given name in lower case
     */
    public Set<String> of(String name) {
        Set<String> found = new TreeSet<>(forms.get(name));
        for (String full : names.get(name)) {
            found.add(full);
            found.addAll(forms.get(full));
        }
        found.remove(name);
        return ImmutableSet.copyOf(found);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Nicknames that && forms.equals(that.forms);
    }

    @Override
    public int hashCode() {
        return forms.hashCode();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static SetMultimap<String, String> usualTable() {
        SetMultimap<String, String> table = HashMultimap.create();
        for (String line : UsualNicknames.TABLE.split(" ", -1)) {
            List<String> parts = Arrays.asList(line.split("[:,]", -1));
            table.putAll(parts.get(0), parts.subList(1, parts.size()));
        }
        return table;
    }

    @Override
    public String toString() {
        return forms.size() + " nicknames";
    }
}
