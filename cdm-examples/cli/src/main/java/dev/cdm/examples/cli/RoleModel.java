package dev.cdm.examples.cli;

import dev.cdm.matching.blocking.BlockingRule;
import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.comparison.Comparisons;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import dev.cdm.matching.training.ModelTraining;
import dev.cdm.matching.training.TrainingReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Fellegi-Sunter model that fits the roles of some columns. */
final class RoleModel {

    private static final double RECALL = 0.7;

    private final Map<String, Role> roles;
    private final Table table;

    RoleModel(Map<String, Role> roles, Table table) {
        this.roles = roles;
        this.table = table;
    }

    /** What was trained. */
    record Trained(FellegiSunterModel model, TrainingReport report) {}

    /** Trains without labels: m comes from two sessions or more. */
    Trained train(Workers workers) {
        ModelTraining training = new ModelTraining(start(), table, 0, workers);
        training.estimatePrior(sure(), RECALL).estimateU(ModelTraining.RANDOM_PAIRS, ModelTraining.ENOUGH);
        rules().forEach(training::estimateM);
        return new Trained(training.model(), training.report());
    }

    private FellegiSunterModel start() {
        List<Comparison> comparisons = new ArrayList<>();
        table.columns().stream()
                .filter(column -> column.distinct() > 1 && roles.get(column.name()) != Role.IGNORE)
                .forEach(column -> comparisons.add(comparison(column)));
        if (comparisons.isEmpty()) {
            throw new InputProblem("no column with a role has two values or more: there is nothing to learn");
        }
        return FellegiSunterModel.untrained(comparisons, rules());
    }

    private Comparison comparison(Column column) {
        String name = column.name();
        return switch (roles.getOrDefault(name, Role.IGNORE)) {
            case GIVEN_NAME -> Comparisons.givenName(name);
            case FULL_NAME -> Comparisons.fullName(name);
            case BIRTH_DATE -> Comparisons.birthDate(name, pattern(column));
            case STREET, ADDRESS -> Comparisons.address(name);
            case POSTCODE -> Comparisons.postcode(name);
            case PHONE -> Comparisons.phone(name);
            case EMAIL -> Comparisons.email(name);
            case ORGANISATION -> Comparisons.organisation(name);
            case NATIONAL_ID, IDENTIFIER, SEX, BIRTH_YEAR, COUNTRY, NUMBER -> Comparisons.restricted(name);
            default -> Comparisons.familyName(name);
        };
    }

    private static String pattern(Column column) {
        String first = column.text(0);
        return first.indexOf('-') > 0 ? "uuuu-MM-dd" : first.indexOf('/') > 0 ? "uuuu/MM/dd" : "uuuuMMdd";
    }

    /** Rules that find pairs to compare and, each in a session of its own, pairs to learn from. */
    private List<BlockingRule> rules() {
        List<BlockingRule> rules = new ArrayList<>();
        String given = column(Role.GIVEN_NAME);
        String family = column(Role.FAMILY_NAME);
        for (Role role : List.of(Role.NATIONAL_ID, Role.EMAIL, Role.PHONE, Role.BIRTH_DATE, Role.FULL_NAME)) {
            if (!column(role).isEmpty()) {
                rules.add(BlockingRule.on(column(role)));
            }
        }
        if (!given.isEmpty() && !family.isEmpty()) {
            rules.add(BlockingRule.on(given, family));
        }
        if (!family.isEmpty() && !column(Role.POSTCODE).isEmpty()) {
            rules.add(BlockingRule.on(family, column(Role.POSTCODE)));
        }
        if (rules.isEmpty()) {
            throw new InputProblem("a model needs a name, a birth date, an e-mail, a phone or an identity number");
        }
        return rules;
    }

    /** Rules that hardly ever find two persons. */
    private List<BlockingRule> sure() {
        String given = column(Role.GIVEN_NAME);
        String family = column(Role.FAMILY_NAME);
        String born = column(Role.BIRTH_DATE);
        List<BlockingRule> rules = new ArrayList<>();
        if (!given.isEmpty() && !family.isEmpty() && !born.isEmpty()) {
            rules.add(BlockingRule.on(given, family, born));
        }
        for (Role role : List.of(Role.NATIONAL_ID, Role.EMAIL)) {
            if (!column(role).isEmpty()) {
                rules.add(BlockingRule.on(column(role)));
            }
        }
        return rules.isEmpty() ? rules() : rules;
    }

    /** {@return the first column of a role that tells records apart, or nothing} */
    private String column(Role role) {
        return table.columns().stream()
                .filter(column -> roles.get(column.name()) == role && column.distinct() > 1)
                .map(Column::name)
                .findFirst()
                .orElse("");
    }
}
