package dev.cdm.matching.resolve;

import dev.cdm.matching.Clusters;
import dev.cdm.matching.Deduplicator;
import dev.cdm.matching.Townspeople;
import dev.cdm.matching.learned.Blocking;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Invented records as maps, models for them, and what a batch finds. */
final class Town {

    static final PersonModel LATIN = learned(false, Townspeople.roles());
    static final PersonModel JAPANESE = learned(true, Townspeople.roles());

    private Town() {}

    private static PersonModel learned(boolean japanese, Map<String, Role> roles) {
        return Deduplicator.of(roles)
                .dedupe(new Townspeople(400, japanese, 1).table())
                .model(3);
    }

    /** {@return a model by which so many records may share a key, and no value is hot} */
    static PersonModel capped(PersonModel model, int cap) {
        return new PersonModel(
                model.roles(),
                model.fields(),
                model.shares(),
                model.frequencies(),
                model.conventions(),
                new Blocking(model.blocking().keys(), cap, new long[0]),
                model.threshold(),
                model.calibration());
    }

    /** {@return the records of a table by their ids} */
    static Map<String, Map<String, String>> people(Table table) {
        Map<String, Map<String, String>> people = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (Column column : table.columns()) {
                column.value(row).ifPresent(value -> fields.put(column.name(), value));
            }
            people.put(table.id(row), fields);
        }
        return people;
    }

    static Clusters batch(PersonModel model, Map<String, Map<String, String>> people) {
        TableBuilder table = new TableBuilder(List.copyOf(model.roles().keySet()));
        people.forEach((id, fields) -> {
            List<@Nullable String> values = new ArrayList<>();
            model.roles().keySet().forEach(column -> values.add(fields.get(column)));
            table.add(id, values);
        });
        return Deduplicator.with(model).dedupe(table.build());
    }

    static Map<String, String> partition(Clusters clusters) {
        Map<String, String> partition = new TreeMap<>();
        for (int i = 0; i < clusters.records(); i++) {
            partition.put(clusters.recordId(i), clusters.clusterId(i));
        }
        return partition;
    }
}
