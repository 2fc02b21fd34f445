package dev.cdm.matching.quality;

import java.util.Arrays;
import java.util.function.IntFunction;

/** The ids of records and their order. */
final class RecordNames {

    private final IntFunction<String> ids;
    private final int[] byId;
    private final int[] ranks;

    RecordNames(IntFunction<String> ids, int[] byId) {
        this.ids = ids;
        this.byId = byId;
        ranks = new int[byId.length];
        for (int rank = 0; rank < byId.length; rank++) {
            ranks[byId[rank]] = rank;
        }
    }

    String smallest(int... records) {
        return ids.apply(
                byId[Arrays.stream(records).map(record -> ranks[record]).min().orElseThrow()]);
    }

    String greatest(int... records) {
        return ids.apply(
                byId[Arrays.stream(records).map(record -> ranks[record]).max().orElseThrow()]);
    }

    int size() {
        return byId.length;
    }

    /** {@return the record at a place in the order of the ids} */
    int record(int rank) {
        return byId[rank];
    }

    String id(int record) {
        return ids.apply(record);
    }
}
