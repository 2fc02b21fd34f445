package dev.cdm.matching.roles;

import dev.cdm.matching.mixture.MixtureModel;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.person.PersonTable;
import dev.cdm.matching.person.Rarity;
import dev.cdm.matching.person.RecordKeys;
import dev.cdm.matching.records.PersonRecords;
import dev.cdm.matching.table.Workers;

/** Records read as a model says, so that nothing about two of them depends on a third one. */
final class KnownPeople {

    final PersonTable table;
    private final Rarity rarity;
    private final MixtureModel mixture;
    private final PersonModel model;

    KnownPeople(PersonRecords records, PersonModel model, Workers workers) {
        this(records, model, model.mixture(), workers);
    }

    /** Takes the numbers of the model where they are at hand. */
    KnownPeople(PersonRecords records, PersonModel model, MixtureModel mixture, Workers workers) {
        this.model = model;
        this.mixture = mixture;
        table = new PersonTable(records.columns(), records.order(), model.conventions(), mixture.fields(), workers);
        rarity = new Rarity(table, model.frequencies());
    }

    PairScoring scoring() {
        return new PairScoring(table, rarity, mixture, model.correction(), model.calibration());
    }

    RecordKeys keys() {
        return new RecordKeys(table, model.blocking().keys());
    }

    Rarity rarity() {
        return rarity;
    }

    MixtureModel mixture() {
        return mixture;
    }
}
