package dev.cdm.consent.analysis;

import com.google.common.collect.ImmutableList;
import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.pack.Condition;
import dev.cdm.consent.pack.Condition.AgeIs;
import dev.cdm.consent.pack.Condition.ChannelIs;
import dev.cdm.consent.pack.Condition.Recorded;
import dev.cdm.consent.pack.Condition.RegionIs;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What two packs tell apart: regions, ages, channels and grounds. One stands for all that both packs treat alike. */
final class Distinctions {

    private static final int GROWN_UP = 46;

    private final List<Pack> packs;
    private final LocalDate today;
    private final List<RegionIs> conditions = new ArrayList<>();
    private final List<ChannelIs> channels = new ArrayList<>();
    private final Set<LegalBasis> bases = EnumSet.noneOf(LegalBasis.class);
    private final Set<Integer> bounds = new TreeSet<>();

    Distinctions(Pack before, Pack after, LocalDate today) {
        this.packs = ImmutableList.of(before, after);
        this.today = today;
        packs.stream().flatMap(pack -> pack.rules().stream()).forEach(rule -> {
            note(rule.when());
            note(rule.needs());
        });
        packs.stream()
                .flatMap(pack -> pack.ages().values().stream())
                .flatMap(List::stream)
                .forEach(age -> bounds.add(age.years()));
    }

    private void note(Condition condition) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(this::note);
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(this::note);
        } else if (condition instanceof RegionIs region) {
            conditions.add(region);
        } else if (condition instanceof ChannelIs channel) {
            channels.add(channel);
        } else if (condition instanceof Recorded recorded) {
            bases.addAll(recorded.bases());
        } else if (condition instanceof AgeIs age) {
            bounds.add(age.from());
            bounds.add(age.below());
        }
    }

    /** No region, and one for each way in which the packs treat the regions that they know. */
    Collection<String> regions() {
        Map<List<Object>, String> regions = new LinkedHashMap<>();
        Stream<String> known =
                packs.stream().flatMap(pack -> Stream.concat(pack.regions().stream(), pack.ages().keySet().stream()));
        Stream.concat(known, conditions.stream().flatMap(condition -> condition.regions().stream()))
                .filter(region -> !region.equals("*"))
                .forEach(region -> regions.putIfAbsent(treatment(region), region));
        return ImmutableList.<String>builder().add("").addAll(regions.values()).build();
    }

    private List<Object> treatment(String region) {
        List<Object> treatment = new ArrayList<>();
        for (Pack pack : packs) {
            treatment.add(pack.concerns(region));
            treatment.add(pack.ageOfConsent(region, today));
        }
        for (RegionIs condition : conditions) {
            treatment.add(condition.regions().stream().anyMatch(code -> Pack.within(region, code)));
            treatment.add(condition.regions().stream().anyMatch(code -> Pack.within(code, region)));
        }
        return treatment;
    }

    /** One channel for each way in which the packs treat them. */
    Collection<Channel> channels() {
        Map<List<Object>, Channel> found = new LinkedHashMap<>();
        for (Channel channel : Channel.values()) {
            List<Object> treatment = new ArrayList<>();
            channels.forEach(condition -> treatment.add(condition.channels().contains(channel)));
            found.putIfAbsent(treatment, channel);
        }
        return found.values();
    }

    /** The grounds that the packs or a purpose name, without consent. */
    Collection<LegalBasis> bases(Purpose purpose) {
        Set<LegalBasis> named = EnumSet.copyOf(purpose.bases());
        named.addAll(bases);
        named.remove(LegalBasis.CONSENT);
        return named;
    }

    /** Birth dates of somebody in the last year below each bound of age, and of somebody of middle age. */
    Collection<LocalDate> births() {
        Set<LocalDate> births = new HashSet<>();
        Stream.concat(bounds.stream().filter(bound -> bound > 0 && bound < GROWN_UP), Stream.of(GROWN_UP + 1))
                .forEach(bound -> births.add(LocalDate.of(today.getYear() - bound + 1, 1, 1)));
        return new TreeSet<>(births).descendingSet();
    }
}
