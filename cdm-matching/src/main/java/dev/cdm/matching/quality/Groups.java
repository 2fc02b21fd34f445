package dev.cdm.matching.quality;

import java.util.Arrays;

/** The records of every cluster, in ascending order. */
final class Groups {

    private final int[] labels;
    private final int[] starts;
    private final int[] members;
    private final int[] places;

    Groups(int[] labels) {
        this.labels = labels;
        starts = new int[labels.length + 1];
        for (int label : labels) {
            starts[label + 1]++;
        }
        for (int label = 0; label < labels.length; label++) {
            starts[label + 1] += starts[label];
        }
        int[] next = Arrays.copyOf(starts, labels.length);
        members = new int[labels.length];
        places = new int[labels.length];
        for (int row = 0; row < labels.length; row++) {
            places[row] = next[labels[row]] - starts[labels[row]];
            members[next[labels[row]]++] = row;
        }
    }

    /** {@return the number of labels that may occur; many of them have no records} */
    int labels() {
        return labels.length;
    }

    int label(int row) {
        return labels[row];
    }

    int size(int label) {
        return starts[label + 1] - starts[label];
    }

    /** {@return how many records a cluster of two or more has on average, 0 if there is none} */
    double meanSize() {
        long records = 0;
        long clusters = 0;
        for (int label = 0; label < labels.length; label++) {
            records += size(label) > 1 ? size(label) : 0;
            clusters += size(label) > 1 ? 1 : 0;
        }
        return clusters == 0 ? 0 : (double) records / clusters;
    }

    int[] records(int label) {
        return Arrays.copyOfRange(members, starts[label], starts[label + 1]);
    }

    /** {@return the place of a record among those of its cluster} */
    int place(int row) {
        return places[row];
    }
}
