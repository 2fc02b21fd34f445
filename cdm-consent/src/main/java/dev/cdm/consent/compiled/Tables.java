package dev.cdm.consent.compiled;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.compiled.CompiledPolicy.Form;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.pack.Condition;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Rule;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.PurposeId;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Purposes, categories, regimes and periods as small numbers. Immutable. */
final class Tables {

    /** The number of a regime that no pack knows. */
    static final int FOREIGN = 4094;

    private static final int MOST = 65_000;

    final Purposes register;
    final Purpose[] purposes;
    final int[][] parents;
    final long[][] above;
    final int every;
    final Map<PurposeId, Integer> purposeNumbers = new HashMap<>();
    final int purposeWords;
    final int categoryWords;
    final Period[] periods;

    /** The days on which a rule or an age of consent changes. */
    final ImmutableSet<LocalDate> days;

    private final int glanceShift;
    private final Map<Set<LegalBasis>, Node> grounds = new ConcurrentHashMap<>();
    private final Map<ZoneId, Form> forms = new ConcurrentHashMap<>();
    private final Map<String, Integer> categoryNumbers = new HashMap<>();
    private final Map<String, Integer> regimeNumbers = new HashMap<>();

    Tables(Purposes register, List<Pack> packs) {
        this.register = register;
        this.purposes = register.all().toArray(new Purpose[0]);
        this.every = purposes.length;
        Checks.require(every <= MOST, "purposes", "must be at most " + MOST, every);
        Checks.require(register.find(ConsentEvent.EVERY_PURPOSE).isEmpty(), "purposes", "must not be every purpose");
        this.purposeWords = words(every + 1);
        this.glanceShift = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(every) - 6);
        this.parents = new int[every][];
        this.above = new long[every + 1][purposeWords];
        number();
        register.categories().names().forEach(name -> categoryNumbers.put(name, categoryNumbers.size()));
        this.categoryWords = words(categoryNumbers.size());
        Set<String> regimes = new LinkedHashSet<>();
        packs.forEach(pack -> regimes.addAll(pack.regimes()));
        Checks.require(regimes.size() < FOREIGN, "packs", "must name fewer regimes than " + FOREIGN, regimes.size());
        regimes.forEach(name -> regimeNumbers.put(name, regimeNumbers.size()));
        this.periods = periods(packs);
        this.days = days(packs);
    }

    private void number() {
        for (int i = 0; i < every; i++) {
            purposeNumbers.put(purposes[i].id(), i);
        }
        purposeNumbers.put(ConsentEvent.EVERY_PURPOSE, every);
        for (int i = 0; i < every; i++) {
            PurposeId id = purposes[i].id();
            parents[i] = register.parents(id).stream().mapToInt(this::purpose).toArray();
            for (PurposeId up : register.upward(id)) {
                set(above[i], purpose(up));
            }
            set(above[i], every);
        }
    }

    private Period[] periods(List<Pack> packs) {
        Set<Period> found = new LinkedHashSet<>();
        for (Purpose purpose : purposes) {
            purpose.validity().ifPresent(found::add);
        }
        for (Pack pack : packs) {
            for (Rule rule : pack.rules()) {
                periods(rule.when(), found);
                periods(rule.needs(), found);
            }
        }
        return found.toArray(new Period[0]);
    }

    private static ImmutableSet<LocalDate> days(List<Pack> packs) {
        ImmutableSet.Builder<LocalDate> days = ImmutableSet.builder();
        for (Pack pack : packs) {
            for (Rule rule : pack.rules()) {
                Stream.of(Optional.ofNullable(rule.from()), Optional.ofNullable(rule.to()))
                        .flatMap(Optional::stream)
                        .forEach(days::add);
            }
            pack.ages().values().forEach(ages -> ages.forEach(age -> days.add(age.from())));
        }
        return days.build();
    }

    private static void periods(Condition condition, Set<Period> found) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> periods(part, found));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> periods(part, found));
        } else if (condition instanceof Condition.Consent consent && consent.validity() != null) {
            found.add(consent.validity());
        }
    }

    /** The number of a purpose, {@link #every} for every purpose, or -1. */
    int purpose(PurposeId id) {
        Integer number = purposeNumbers.get(id);
        return number == null ? -1 : number;
    }

    PurposeId purposeId(int number) {
        return number == every ? ConsentEvent.EVERY_PURPOSE : purposes[number].id();
    }

    /** The bit of 64 that stands for a purpose; up to 64 purposes have one each, and more have them in their order. */
    int glanceBit(int purpose) {
        return purpose >> glanceShift;
    }

    /** The form that people with plain events of a zone share. */
    Form plainForm(ZoneId zone, Form made) {
        return forms.computeIfAbsent(zone, any -> made);
    }

    /** Any of some grounds, for every question the same. */
    Node ground(Set<LegalBasis> bases) {
        return grounds.computeIfAbsent(bases, any -> Situation.grounds(any, new long[0]));
    }

    /** The number of a period, or -1 for none. */
    int period(@Nullable Period period) {
        for (int i = 0; i < periods.length; i++) {
            if (periods[i].equals(period)) {
                return i;
            }
        }
        return -1;
    }

    int regime(String name) {
        return regimeNumbers.getOrDefault(name.toLowerCase(Locale.ROOT), FOREIGN);
    }

    /** The bits of some regimes; empty for any. */
    long[] regimes(Collection<String> names) {
        long[] bits = new long[names.isEmpty() ? 0 : words(regimeNumbers.size())];
        names.forEach(name -> set(bits, regime(name)));
        return bits;
    }

    /** The bits of those categories that are registered. */
    long[] categories(Collection<String> names) {
        long[] bits = new long[categoryWords];
        for (String name : names) {
            Integer number = categoryNumbers.get(name);
            if (number != null) {
                set(bits, number);
            }
        }
        return bits;
    }

    /** The bits of categories and all above them. */
    long[] categoriesUpward(Collection<String> names) {
        List<String> all = new ArrayList<>();
        names.forEach(name -> all.addAll(register.categories().upward(name)));
        return categories(all);
    }

    /** The bits of those purposes that are registered. */
    long[] purposes(Collection<PurposeId> ids) {
        long[] bits = new long[purposeWords];
        for (PurposeId id : ids) {
            int number = purpose(id);
            if (number >= 0) {
                set(bits, number);
            }
        }
        return bits;
    }

    /** Whether the first purpose lies strictly above the second, or is every purpose. */
    boolean strictlyAbove(int first, int second) {
        return first != second && has(above[second], first);
    }

    static int words(int bits) {
        return (bits + Long.SIZE - 1) / Long.SIZE;
    }

    static boolean has(long[] bits, int bit) {
        int word = bit >> 6;
        return word < bits.length && (bits[word] & (1L << bit)) != 0;
    }

    static void set(long[] bits, int bit) {
        bits[bit >> 6] |= 1L << bit;
    }
}
