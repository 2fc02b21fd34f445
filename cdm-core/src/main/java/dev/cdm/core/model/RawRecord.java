package dev.cdm.core.model;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came: field names and text, nothing checked but the record id. Immutable.
 *
 * <p>A field name may stand several times, for a source that has several values of one field.
 */
public final class RawRecord {

    private final RecordId recordId;
    private final ImmutableList<RawField> fields;
    private final @Nullable Instant assertedAt;
    private final String version;
    private final boolean deleted;
    private final @Nullable SourcePosition position;

    private RawRecord(Builder builder) {
        this.recordId = builder.recordId;
        this.fields = builder.fields.build();
        this.assertedAt = builder.assertedAt;
        this.version = builder.version;
        this.deleted = builder.deleted;
        this.position = builder.position;
    }

    /**
     * {@return a builder}
     *
     * @param recordId whom the source means
     */
    public static Builder builder(RecordId recordId) {
        return new Builder(recordId);
    }

    /**
     * {@return a record with the given fields and nothing else}
     *
     * @param recordId whom the source means
     * @param fields text by field name, in the map's order
     */
    public static RawRecord of(RecordId recordId, Map<String, String> fields) {
        Builder builder = builder(recordId);
        fields.forEach(builder::field);
        return builder.build();
    }

    /** {@return whom the source means} */
    public RecordId recordId() {
        return recordId;
    }

    /** {@return the fields in the order they came} */
    public List<RawField> fields() {
        return fields;
    }

    /** {@return since when the source says it is so, if it says} */
    public Optional<Instant> assertedAt() {
        return Optional.ofNullable(assertedAt);
    }

    /** {@return the source's own version of the record, or empty} */
    public String version() {
        return version;
    }

    /** {@return whether the source says that it deleted the record} */
    public boolean deleted() {
        return deleted;
    }

    /** {@return where the record stood, if it came from a file or stream} */
    public Optional<SourcePosition> position() {
        return Optional.ofNullable(position);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RawRecord that
                && recordId.equals(that.recordId)
                && fields.equals(that.fields)
                && Objects.equals(assertedAt, that.assertedAt)
                && version.equals(that.version)
                && deleted == that.deleted
                && Objects.equals(position, that.position);
    }

    @Override
    public int hashCode() {
        return Objects.hash(recordId, fields, assertedAt, version, deleted);
    }

    @Override
    public String toString() {
        return "RawRecord[" + recordId + " " + fields.size() + " fields]";
    }

    /** Collects the parts of a raw record; not thread-safe. */
    public static final class Builder {

        private final RecordId recordId;
        private final ImmutableList.Builder<RawField> fields = ImmutableList.builder();
        private @Nullable Instant assertedAt;
        private String version = "";
        private boolean deleted;
        private @Nullable SourcePosition position;

        private Builder(RecordId recordId) {
            this.recordId = recordId;
        }

        /**
         * {@return this builder, with one more field}
         *
         * @param name the field name as the source writes it
         * @param text the text as it came
         */
        public Builder field(String name, String text) {
            fields.add(new RawField(name, text));
            return this;
        }

        /**
         * {@return this builder, with the time since when the source says it is so}
         *
         * @param time the time
         */
        public Builder assertedAt(Instant time) {
            this.assertedAt = time;
            return this;
        }

        /**
         * {@return this builder, with the source's own version of the record}
         *
         * @param number a number, hash or time stamp
         */
        public Builder version(String number) {
            this.version = number;
            return this;
        }

        /** {@return this builder; the source says that it deleted the record} */
        public Builder deleted() {
            this.deleted = true;
            return this;
        }

        /**
         * {@return this builder, with the place where the record stood}
         *
         * @param place the file or stream and the row
         */
        public Builder position(SourcePosition place) {
            this.position = place;
            return this;
        }

        /** {@return the record} */
        public RawRecord build() {
            return new RawRecord(this);
        }
    }
}
