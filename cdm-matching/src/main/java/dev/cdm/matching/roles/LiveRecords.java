package dev.cdm.matching.roles;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.matching.clustering.FieldEvidence;
import dev.cdm.matching.explain.Explanation;
import dev.cdm.matching.mixture.MixtureModel;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.person.PersonRows;
import dev.cdm.matching.records.ContentOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records that come and go, each in a slot, as a model sees them: with the keys and scores that {@link AppliedMatching}
 * finds for a whole table. A slot that became free is given again. For one thread at a time.
 */
public final class LiveRecords {

    /** Pairs with a lower logarithm of the odds, or the same, are as if they had no score. */
    public static final double LEAST_LOGIT = PersonMatching.LEAST_LOGIT;

    private static final int LEAST = 16;
    private static final byte[] NOTHING = {};

    private final PersonModel model;
    private final MixtureModel mixture;
    private final ImmutableList<String> columns;
    private final PersonEncoder encoder;
    private final PersonRows rows;
    /** By slot; nothing where a slot is free. */
    private byte[][] texts = new byte[0][];

    private long[] hashes = new long[0];
    private int[] free = new int[0];
    private int freed;
    private int slots;
    private @Nullable PairScoring scoring;

    /**
     * Starts without a record.
     *
     * @param model how records are compared
     */
    public LiveRecords(PersonModel model) {
        this.model = model;
        mixture = model.mixture();
        columns = ImmutableList.copyOf(model.roles().keySet());
        encoder = new PersonEncoder(model);
        rows = new PersonRows(
                model.roles(),
                model.conventions(),
                mixture.fields(),
                model.frequencies(),
                model.blocking().keys());
    }

    /** {@return the model} */
    public PersonModel model() {
        return model;
    }

    /** {@return how many records there are} */
    public int size() {
        return slots - freed;
    }

    /** {@return one more than the highest slot that was ever given} */
    public int slots() {
        return slots;
    }

    /**
     * {@return the slot of a record that was added}
     *
     * @param id its id, not blank; no other record here may have it
     * @param fields its values by the columns of the model; blank is missing, other columns are ignored. The value of a
     *     restricted column must be a token already
     */
    public int add(String id, Map<String, String> fields) {
        @Nullable String[] packed = values(id, fields);
        @Nullable String[] values = Arrays.copyOfRange(packed, 1, packed.length);
        int slot = freed > 0 ? free[--freed] : slots++;
        if (slot == texts.length) {
            grow(Math.max(LEAST, slot + (slot >> 1)));
        }
        texts[slot] = PackedTexts.pack(packed);
        hashes[slot] = ContentOrder.number(model.roles().values(), values);
        rows.read(slot, values);
        return slot;
    }

    private @Nullable String[] values(String id, Map<String, String> fields) {
        @Nullable String[] values = new @Nullable String[columns.size() + 1];
        values[0] = Checks.notBlank(id, "id");
        for (int column = 1; column < values.length; column++) {
            String value = fields.getOrDefault(columns.get(column - 1), "").strip();
            values[column] = value.isEmpty() ? null : value;
        }
        return values;
    }

    private void grow(int size) {
        int before = texts.length;
        texts = Arrays.copyOf(texts, size);
        Arrays.fill(texts, before, size, NOTHING);
        hashes = Arrays.copyOf(hashes, size);
        rows.grow(size);
        scoring = null;
    }

    /**
     * Forgets a record.
     *
     * @param slot its slot
     */
    public void remove(int slot) {
        texts[slot] = NOTHING;
        hashes[slot] = 0;
        rows.read(slot, new @Nullable String[columns.size()]);
        if (freed == free.length) {
            free = Arrays.copyOf(free, Math.max(LEAST, 2 * freed));
        }
        free[freed++] = slot;
    }

    /**
     * {@return whether a slot holds a record}
     *
     * @param slot the slot, from 0 and below {@link #slots}
     */
    public boolean isThere(int slot) {
        return texts[slot].length > 0;
    }

    /**
     * {@return the id of a record}
     *
     * @param slot its slot
     */
    public String id(int slot) {
        return Objects.requireNonNull(unpacked(slot, 1)[0]);
    }

    /**
     * {@return whether a record would be the same if it were added with other values}
     *
     * @param slot its slot
     * @param id the id
     * @param fields the values
     */
    public boolean isSame(int slot, String id, Map<String, String> fields) {
        return Arrays.equals(texts[slot], PackedTexts.pack(values(id, fields)));
    }

    /**
     * {@return the values of a record by the columns of the model, without those that are missing}
     *
     * @param slot its slot
     */
    public Map<String, String> fields(int slot) {
        @Nullable String[] values = unpacked(slot, columns.size() + 1);
        Map<String, String> fields = new LinkedHashMap<>();
        for (int column = 1; column < values.length; column++) {
            if (values[column] != null) {
                fields.put(columns.get(column - 1), values[column]);
            }
        }
        return fields;
    }

    private @Nullable String[] unpacked(int slot, int count) {
        return PackedTexts.unpack(texts[slot], count);
    }

    /**
     * {@return the hashes of the keys of a record, ascending, each once and without those that are hot in the model: two
     * records are compared if they share one of them}
     *
     * @param slot its slot
     */
    public long[] keys(int slot) {
        long[] keys = rows.keys(slot);
        int kept = 0;
        for (long key : keys) {
            keys[kept] = key;
            kept += model.blocking().isHot(key) ? 0 : 1;
        }
        return Arrays.copyOf(keys, kept);
    }

    /**
     * {@return the natural logarithm of the odds that two records are one person}
     *
     * @param one the slot of one record
     * @param other the slot of another one
     */
    public double score(int one, int other) {
        boolean inOrder = compare(one, other) <= 0;
        return scoring().logit(inOrder ? one : other, inOrder ? other : one);
    }

    /**
     * {@return the same, or any number not above {@link #LEAST_LOGIT} if it is not above that}
     *
     * @param one the slot of one record
     * @param other the slot of another one
     */
    public double scoreAboveLeast(int one, int other) {
        boolean inOrder = compare(one, other) <= 0;
        return scoring().logitAbove(LEAST_LOGIT, inOrder ? one : other, inOrder ? other : one);
    }

    private PairScoring scoring() {
        PairScoring made = scoring;
        if (made == null) {
            made = new PairScoring(rows.table(), rows.rarity(), mixture, model.correction(), model.calibration());
            scoring = made;
        }
        return made;
    }

    /**
     * {@return a number below, at or above 0 as a record comes before another one in the order of the content}
     *
     * @param one the slot of one record
     * @param other the slot of another one
     */
    public int compare(int one, int other) {
        int order = Long.compareUnsigned(hashes[one], hashes[other]);
        return order != 0 || one == other ? order : CodePoints.compare(id(one), id(other));
    }

    /**
     * {@return what compares records by their places in a list}
     *
     * @param list slots in the order of the content
     */
    public FieldEvidence evidence(int[] list) {
        return new Listed(list, scoring());
    }

    /**
     * {@return why two records get their score}
     *
     * @param one the slot of one record
     * @param other the slot of another one
     */
    public Explanation explain(int one, int other) {
        return encoder.explain(encoded(one), encoded(other));
    }

    private EncodedPerson encoded(int slot) {
        @Nullable String[] all = unpacked(slot, columns.size() + 1);
        return new EncodedPerson(id(slot), Arrays.copyOfRange(all, 1, all.length), new long[0]);
    }

    /** {@return the number of records and the model; no value} */
    @Override
    public String toString() {
        return size() + " records of " + model;
    }

    /** Evidence by places in a list. */
    private static final class Listed implements FieldEvidence {

        private final int[] list;
        private final PairScoring scoring;

        Listed(int[] list, PairScoring scoring) {
            this.list = list;
            this.scoring = scoring;
        }

        @Override
        public int fields() {
            return scoring.fields();
        }

        @Override
        public void factors(int a, int b, double[] forEntity, double[] forHousehold, double[] forNeighbours) {
            scoring.ordered(list[Math.min(a, b)], list[Math.max(a, b)], forEntity, forHousehold, forNeighbours);
        }

        @Override
        public double logit(double logEntity, double logHousehold, double logNeighbours) {
            return scoring.logit(logEntity, logHousehold, logNeighbours);
        }
    }
}
