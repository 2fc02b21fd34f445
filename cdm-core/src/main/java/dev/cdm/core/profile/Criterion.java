package dev.cdm.core.profile;

import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.RecordId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One step of a rule: the better candidate comes first.
 *
 * @param reason how a lineage names the step
 * @param order compares two candidates; without an order, the winner of another attribute decides
 * @param followed that other attribute
 */
record Criterion(
        String reason,
        @Nullable Comparator<? super Candidate<?>> order,
        @Nullable AttributeKey<?> followed) {

    /** Which record won an attribute that was decided before. */
    interface Winners {
        @Nullable
        RecordId of(AttributeKey<?> key);
    }

    int compare(Candidate<?> first, Candidate<?> second, Winners winners) {
        if (order != null) {
            return order.compare(first, second);
        }
        @Nullable RecordId leader = followed == null ? null : winners.of(followed);
        return Boolean.compare(
                second.recordId().equals(leader), first.recordId().equals(leader));
    }
}
