package dev.cdm.core.model;

/**
 * A field of a raw record.
 *
 * @param name the field name as the source writes it
 * @param text the text as it came, maybe blank, maybe not storable
 */
public record RawField(String name, String text) {

    @Override
    public String toString() {
        return "RawField[" + name + "]";
    }
}
