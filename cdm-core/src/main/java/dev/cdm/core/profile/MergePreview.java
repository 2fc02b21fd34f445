package dev.cdm.core.profile;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.value.AttributeValue;
import java.util.List;

/** What would change if two profiles were one; nothing is written. Immutable. */
public final class MergePreview {

    private final Profile survivor;
    private final Profile other;
    private final Profile merged;
    private final ImmutableList<Change<?>> changes;

    MergePreview(Profile survivor, Profile other, Profile merged) {
        this.survivor = survivor;
        this.other = other;
        this.merged = merged;
        ImmutableList.Builder<Change<?>> all = ImmutableList.builder();
        for (Lineage<?> lineage : merged.lineages()) {
            Change<?> change = change(lineage);
            if (change.changesSurvivor() || change.changesOther()) {
                all.add(change);
            }
        }
        this.changes = all.build();
    }

    private <V extends AttributeValue> Change<V> change(Lineage<V> lineage) {
        AttributeKey<V> key = lineage.key();
        return new Change<>(key, survivor.lineage(key), other.lineage(key), lineage);
    }

    /** {@return the profile whose id would stay, as it is now} */
    public Profile survivor() {
        return survivor;
    }

    /** {@return the other profile, as it is now} */
    public Profile other() {
        return other;
    }

    /** {@return the profile as it would be} */
    public Profile merged() {
        return merged;
    }

    /** {@return the attributes whose surviving values would differ from those of a profile now, in the order of the schema} */
    public List<Change<?>> changes() {
        return changes;
    }

    @Override
    public String toString() {
        return "MergePreview[" + survivor.id() + " and " + other.id() + " change "
                + changes.stream().map(Change::key).toList() + "]";
    }

    /**
     * An attribute whose values would change.
     *
     * @param key the attribute
     * @param survivor its lineage in the profile whose id would stay
     * @param other its lineage in the other profile
     * @param merged its lineage in the merged profile
     * @param <V> the type of the values
     */
    public record Change<V extends AttributeValue>(
            AttributeKey<V> key, Lineage<V> survivor, Lineage<V> other, Lineage<V> merged) {

        /** {@return whether the surviving values of the profile whose id would stay differ from the merged ones} */
        public boolean changesSurvivor() {
            return !survivor.values().equals(merged.values());
        }

        /** {@return whether the surviving values of the other profile differ from the merged ones} */
        public boolean changesOther() {
            return !other.values().equals(merged.values());
        }

        /** {@return whether both have values and a surviving value of one of them would be lost} */
        public boolean isConflict() {
            boolean both = !survivor.values().isEmpty() && !other.values().isEmpty();
            return both
                    && !(merged.values().containsAll(survivor.values())
                            && merged.values().containsAll(other.values()));
        }

        @Override
        public String toString() {
            return "Change[" + key + "]";
        }
    }
}
