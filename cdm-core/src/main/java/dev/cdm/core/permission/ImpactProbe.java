package dev.cdm.core.permission;

import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.UnitOfWork;
import java.util.List;
import java.util.Set;

/**
 * Tells what else would change if records were brought together or taken apart, before it is done. Thread-safe.
 */
@FunctionalInterface
public interface ImpactProbe {

    /**
     * {@return what would change, as lines of ids and stable codes without personal data; empty if nothing}
     *
     * @param before the record ids that are together now
     * @param after the record ids that would be together then
     * @param work the unit of work of the preview; the probe only reads
     */
    List<String> impact(Set<RecordId> before, Set<RecordId> after, UnitOfWork work);
}
