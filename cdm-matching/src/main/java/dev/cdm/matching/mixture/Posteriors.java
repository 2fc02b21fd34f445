package dev.cdm.matching.mixture;

import dev.cdm.matching.person.FieldKind;
import dev.cdm.matching.person.FieldShape;
import dev.cdm.matching.person.PairPattern;
import dev.cdm.matching.table.Workers;

/** How many pairs of every pattern are persons, households, neighbours and strangers under a model. */
final class Posteriors {

    private static final int CHUNK = 64;

    private final MixtureModel model;
    private final Evidence evidence;
    final double[] persons;
    final double[] households;
    final double[] neighbours;
    final double[] strangers;
    /**
     * The same, judged without the e-mail: what strangers share there must not make them persons. Where nothing else
     * than names is compared the e-mail has to be heard: else every duplicate counts as a stranger.
     */
    final double[] strangersWithoutEmail;

    private final double[] sameGiven;
    private final double[] sameBirth;

    Posteriors(MixtureModel model, Evidence evidence) {
        this.model = model;
        this.evidence = evidence;
        int size = evidence.patterns.length;
        persons = new double[size];
        households = new double[size];
        neighbours = new double[size];
        strangers = new double[size];
        strangersWithoutEmail = new double[size];
        sameGiven = new double[size];
        sameBirth = new double[size];
    }

    void update(Workers workers) {
        int size = persons.length;
        workers.run("learning", (size + CHUNK - 1) / CHUNK, chunk -> {
            for (int group = chunk * CHUNK; group < Math.min(size, (chunk + 1) * CHUNK); group++) {
                update(group);
            }
        });
    }

    double expectedSameGiven() {
        return sum(sameGiven);
    }

    double expectedSameBirth() {
        return sum(sameBirth);
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private void update(int group) {
        Factors factors = new Factors(evidence.patterns[group]);
        double[] sums = new double[6];
        for (int pair = evidence.starts[group]; pair < evidence.starts[group + 1]; pair++) {
            factors.add(pair, sums);
        }
        persons[group] = sums[0];
        households[group] = sums[1];
        neighbours[group] = sums[5];
        strangers[group] = evidence.starts[group + 1] - evidence.starts[group] - sums[0] - sums[1] - sums[5];
        sameGiven[group] = sums[2];
        sameBirth[group] = sums[3];
        strangersWithoutEmail[group] =
                model.isJudgedWithoutEmail(evidence.patterns[group]) ? sums[4] : strangers[group];
    }

    /** What all pairs of one pattern have in common. */
    private final class Factors {
        private double person = model.personShare;
        private double household = model.hasHouseholds() ? model.householdShare : 0;
        private double neighbours = model.hasNeighbours() ? model.neighbourShare : 0;
        private double given;
        private double birth;
        private double emailBound = Double.MAX_VALUE;
        private double emailPerson = 1;
        private double emailHousehold = 1;
        private double emailNeighbours = 1;

        Factors(long pattern) {
            for (int field = 0; field < model.person.length; field++) {
                int level = PairPattern.level(pattern, field);
                if (level != 0) {
                    add(field, level, model.cell(pattern, field));
                }
            }
        }

        private void add(int field, int level, int cell) {
            FieldShape shape = model.fields().get(field);
            FieldKind kind = shape.kind();
            double common = Math.pow(1 / model.stranger[field][cell], Evidence.commonShare(kind, level));
            if (kind == FieldKind.GIVEN) {
                given = model.person[field][cell] * common;
            } else if (kind == FieldKind.BIRTH) {
                birth = model.person[field][cell] * common;
            } else {
                person *= model.person[field][cell] * common;
                household *= shape.sharedByHousehold() ? model.household[field][cell] * common : 1;
                neighbours *= shape.sharedByNeighbours() ? model.neighbour[field][cell] * common : 1;
            }
            if (kind == FieldKind.EMAIL) {
                emailPerson = model.person[field][cell] * common;
                emailHousehold = model.household[field][cell] * common;
                emailNeighbours = model.neighbour[field][cell] * common;
            }
            if (kind == FieldKind.EMAIL && kind.rarity(level) > 0 && cell / shape.levels() < 3) {
                emailBound = 1 / model.stranger[field][cell];
            }
        }

        void add(int pair, double[] sums) {
            double email = Math.min(emailBound, evidence.rarity[Evidence.EMAIL][pair]);
            double shared = evidence.rarity[Evidence.SHARED][pair] * email;
            double forGiven = given == 0 ? 1 : given * evidence.rarity[Evidence.GIVEN][pair];
            double forBirth = birth == 0 ? 1 : birth * evidence.rarity[Evidence.BIRTH][pair];
            double atHome = evidence.rarity[Evidence.HOUSEHOLD][pair];
            double around = evidence.rarity[Evidence.NEIGHBOURS][pair];
            double one = person * shared * atHome * around * evidence.rarity[Evidence.REST][pair] * forGiven * forBirth;
            double partGiven = given == 0 ? 0 : model.sameGiven * forGiven;
            double partBirth = birth == 0 ? 0 : model.sameBirth * forBirth;
            double allGiven = given == 0 ? 1 : 1 - model.sameGiven + partGiven;
            double allBirth = birth == 0 ? 1 : 1 - model.sameBirth + partBirth;
            double home = household * shared * atHome * allGiven * allBirth;
            double near = neighbours * shared * around;
            double part = 1 / (1 + one + home + near);
            double homes = home * part;
            sums[0] += one * part;
            sums[1] += homes;
            sums[2] += homes * partGiven / allGiven;
            sums[3] += homes * partBirth / allBirth;
            double withoutEmail = one / emailPerson + home / emailHousehold + near / emailNeighbours;
            sums[4] += email / (email + withoutEmail);
            sums[5] += near * part;
        }
    }
}
