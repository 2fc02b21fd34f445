package dev.cdm.consent.policy;

import dev.cdm.consent.pack.Condition.RelationIs;
import dev.cdm.consent.pack.Fact;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.purpose.DataClass;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a question says of the person and the data, in the terms of rules: age, day, classes of data, relations. */
final class Subject {

    private static final int ADULT = 18;

    private final ConsentQuery query;
    private final Purposes purposes;
    private final Purpose purpose;

    Subject(ConsentQuery query, Purpose purpose, Purposes purposes) {
        this.query = query;
        this.purposes = purposes;
        this.purpose = purpose;
    }

    /** The day of the use where the person is. */
    LocalDate today() {
        return LocalDate.ofInstant(query.effectiveAt(), query.zone());
    }

    /** Full years; a child of age 0 without a birth date where the service is for children, else grown-up. */
    int age() {
        return query.birthDate()
                .map(born -> Math.max(0, Period.between(born, today()).getYears()))
                .orElse(Boolean.TRUE.equals(query.facts().flags().get(Fact.CHILD_DIRECTED)) ? 0 : ADULT);
    }

    boolean belowConsentAge(Pack pack) {
        return age() < pack.ageOfConsent(query.region(), today());
    }

    /** When the age changes next; never without a birth date. */
    Instant nextBirthday() {
        return query.birthDate()
                .map(born -> start(birthday(born, Period.between(born, today()).getYears() + 1)))
                .orElse(Instant.MAX);
    }

    /* In a common year whoever was born on 29 February grows older on 1 March. */
    private static LocalDate birthday(LocalDate born, int years) {
        LocalDate day = born.plusYears(years);
        return Period.between(born, day).getYears() < years ? day.plusDays(1) : day;
    }

    Instant start(LocalDate day) {
        return day.atStartOfDay(query.zone()).toInstant();
    }

    Set<DataClass> dataClasses() {
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        Set<String> named = query.categories().isEmpty() ? purpose.categories() : query.categories();
        named.forEach(category -> purposes.categories().classOf(category).ifPresent(classes::add));
        return classes.isEmpty() ? EnumSet.of(DataClass.ORDINARY) : classes;
    }

    /** The last day on which one of the relations counts, exclusive; empty if none does today. */
    Optional<LocalDate> related(RelationIs relation) {
        return query.facts().relations().entrySet().stream()
                .filter(entry -> relation.relations().contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(last ->
                        !last.isAfter(today()) && (relation.since() == null || !last.isBefore(relation.since())))
                .map(last -> relation.within() == null ? LocalDate.MAX : last.plus(relation.within()))
                .filter(end -> end.isAfter(today()))
                .max(LocalDate::compareTo);
    }
}
