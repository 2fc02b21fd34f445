package dev.cdm.core.model;

import dev.cdm.core.internal.Checks;

/**
 * Where a raw record stood: in which file or stream, at which row.
 *
 * @param name the file or stream, without personal data
 * @param row the row, from 1, counting the header; for JSON Lines the line
 */
public record SourcePosition(String name, long row) {

    /** Checks the parts. */
    public SourcePosition {
        Checks.notBlank(name, "name");
        Checks.require(row >= 1, "row", "must be 1 or more", row);
    }

    @Override
    public String toString() {
        return name + ":" + row;
    }
}
