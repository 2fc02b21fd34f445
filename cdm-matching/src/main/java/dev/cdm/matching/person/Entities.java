package dev.cdm.matching.person;

import dev.cdm.matching.table.RowOrder;

/** Which records are taken for one entity so far. Immutable. */
public final class Entities {

    private final int[] labels;
    private final int[] members;

    private Entities(int[] labels, int[] members) {
        this.labels = labels;
        this.members = members;
    }

    /**
     * {@return every record on its own}
     *
     * @param rows how many records there are
     */
    public static Entities alone(int rows) {
        int[] each = RowOrder.identity(rows);
        return new Entities(each, each);
    }

    /**
     * {@return the given entities}
     *
     * @param labels the entity of every record: the number of one of its records
     */
    public static Entities of(int[] labels) {
        return new Entities(labels, RowOrder.by(labels, RowOrder.identity(labels.length)));
    }

    /**
     * {@return the entity of a record}
     *
     * @param row the record
     */
    public int of(int row) {
        return labels[row];
    }

    /** {@return whether every record is an entity of its own because nothing is known yet} */
    boolean areAlone() {
        return labels == members;
    }

    /** {@return the records, those of one entity next to each other} */
    int[] members() {
        return members;
    }

    /** {@return whether two records are in one entity} */
    boolean together(int a, int b) {
        return labels[a] == labels[b];
    }
}
