package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.pack.Pack;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which packs apply: those of where the person lives and of where the controller is established. Where the person lives
 * is unknown, or no pack knows it, all apply: the strictest counts.
 */
final class Regions {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final Set<String> COUNTRIES = ImmutableSet.copyOf(Locale.getISOCountries());

    private final ImmutableList<Pack> packs;

    Regions(ImmutableList<Pack> packs) {
        this.packs = packs;
    }

    /** Whether the regions named are countries or parts of countries. */
    boolean known(ConsentQuery query) {
        return known(query.region()) && known(query.establishment());
    }

    private static boolean known(String region) {
        return region.isEmpty()
                || region.equals(Pack.EUROPEAN_UNION)
                || (CODE.matcher(region).matches() && COUNTRIES.contains(region.substring(0, 2)));
    }

    /** The packs that apply, in their order. */
    List<Pack> packs(ConsentQuery query) {
        if (query.region().isEmpty() || uncovered(query)) {
            return packs;
        }
        return packs.stream()
                .filter(pack -> pack.concerns(query.region())
                        || (!query.establishment().isEmpty() && pack.concerns(query.establishment())))
                .toList();
    }

    /** Whether no pack of law knows where the person lives. */
    boolean uncovered(ConsentQuery query) {
        return !query.region().isEmpty()
                && packs.stream()
                        .noneMatch(
                                pack -> pack.otherwise() != Pack.Otherwise.ABSTAINS && pack.concerns(query.region()));
    }

    /** Whether a recorded ground is needed besides: no pack of law applies, or none knows where the person lives. */
    boolean needsGround(ConsentQuery query) {
        return uncovered(query) || packs(query).stream().allMatch(pack -> pack.otherwise() == Pack.Otherwise.ABSTAINS);
    }

    /** Whether a guardian's grant decided for a person who is of age now. */
    boolean grownUp(ConsentQuery query, ConsentHistory history, Collection<String> events) {
        LocalDate today = LocalDate.ofInstant(query.effectiveAt(), query.zone());
        return query.birthDate()
                        .filter(born -> packs(query).stream()
                                .allMatch(pack -> Period.between(born, today).getYears()
                                        >= pack.ageOfConsent(query.region(), today)))
                        .isPresent()
                && history.events().stream()
                        .anyMatch(event ->
                                events.contains(event.id()) && event.evidence().actor() == Actor.GUARDIAN);
    }
}
