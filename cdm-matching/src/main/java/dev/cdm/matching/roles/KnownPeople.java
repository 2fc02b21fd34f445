package dev.cdm.matching.roles;

import dev.cdm.matching.mixture.FieldWeights;
import dev.cdm.matching.mixture.MixtureModel;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.person.PersonTable;
import dev.cdm.matching.person.Rarity;
import dev.cdm.matching.person.RecordKeys;
import dev.cdm.matching.table.Workers;

/** Records read as a model says, so that nothing about two of them depends on a third one. */
final class KnownPeople {

    final PersonTable table;
    private final Rarity rarity;
    private final MixtureModel mixture;
    private final PersonModel model;

    KnownPeople(PersonRecords records, PersonModel model, Workers workers) {
        this.model = model;
        table = new PersonTable(
                records.columns(),
                records.order(),
                model.conventions(),
                model.fields().stream().map(FieldWeights::field).toList(),
                workers);
        rarity = new Rarity(table, model.frequencies());
        mixture = model.mixture();
    }

    PairScoring scoring() {
        return new PairScoring(table, rarity, mixture, model.calibration());
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
