package dev.cdm.consent.pack;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of one jurisdiction, as versioned data. Immutable.
 *
 * @param id the id, such as {@code eu-gdpr}
 * @param version the version
 * @param title what it is
 * @param regions where it applies: ISO 3166 codes, a country contains its parts; {@code *} for everywhere
 * @param regimes the names under which events may refer to it, in lower case; its id among them
 * @param otherwise what it says of a use that none of its rules permits or denies
 * @param ages the ages of consent by region, each with the day from which it counts, in rising order
 * @param rules the rules
 */
public record Pack(
        String id,
        String version,
        String title,
        Set<String> regions,
        Set<String> regimes,
        Otherwise otherwise,
        Map<String, List<Age>> ages,
        List<Rule> rules) {

    /** The code that ISO 3166 reserves for the European Union; its members lie in it. */
    public static final String EUROPEAN_UNION = "EU";

    private static final Set<String> MEMBERS = ImmutableSet.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    /** Copies the collections and checks that ids differ and exceptions lead to rules. */
    public Pack {
        Checks.notBlank(id, "id");
        Checks.notBlank(version, "version");
        regions = ImmutableSet.copyOf(regions);
        regimes = ImmutableSet.copyOf(regimes);
        ages = ImmutableMap.copyOf(ages);
        rules = ImmutableList.copyOf(rules);
        Set<String> ids = new LinkedHashSet<>();
        rules.forEach(rule -> Checks.require(ids.add(rule.id()), "rules", "must differ", "`" + rule.id() + "`"));
        for (Rule rule : rules) {
            Checks.require(
                    ids.containsAll(rule.lifts()), "lifts", "must name rules of the pack", "`" + rule.id() + "`");
        }
    }

    /** {@return id and version, as decisions carry them} */
    public String label() {
        return id + "@" + version;
    }

    /**
     * {@return whether the pack may apply in a region: it is one of the pack's, lies in one, or contains one}
     *
     * @param region an ISO 3166 code
     */
    public boolean concerns(String region) {
        return regions.stream().anyMatch(own -> own.equals("*") || within(region, own) || within(own, region));
    }

    /**
     * {@return the age of consent in a region or its country; the highest of the table if neither has one}
     *
     * @param region an ISO 3166 code, or empty
     * @param day the day
     */
    public int ageOfConsent(String region, LocalDate day) {
        String country = region.length() > 2 ? region.substring(0, 2) : region;
        List<Age> own = ages.getOrDefault(region, ages.getOrDefault(country, List.of()));
        List<Age> candidates = own.isEmpty()
                ? ages.values().stream().flatMap(List::stream).toList()
                : own.stream().filter(age -> !day.isBefore(age.from())).toList();
        return own.isEmpty() || candidates.isEmpty()
                ? candidates.stream().mapToInt(Age::years).max().orElse(ADULT)
                : candidates.get(candidates.size() - 1).years();
    }

    private static final int ADULT = 18;

    /**
     * {@return whether a region is another one or lies in it}
     *
     * @param region an ISO 3166 code
     * @param container another one
     */
    public static boolean within(String region, String container) {
        return region.equals(container)
                || region.startsWith(container + "-")
                || (container.equals(EUROPEAN_UNION)
                        && region.length() >= 2
                        && MEMBERS.contains(region.substring(0, 2)));
    }

    @Override
    public String toString() {
        return "Pack[" + label() + "]";
    }

    /** What a pack says of a use that none of its rules permits or denies. */
    public enum Otherwise {
        /** A legal ground must be recorded. */
        NEEDS_GROUND,
        /** It is allowed until the person opts out. */
        ALLOWS,
        /** Nothing: other packs decide. For policies of a host. */
        ABSTAINS
    }

    /**
     * An age of consent.
     *
     * @param from the day from which it counts
     * @param years the age in years
     */
    public record Age(LocalDate from, int years) {}
}
