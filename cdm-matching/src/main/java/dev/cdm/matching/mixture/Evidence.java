package dev.cdm.matching.mixture;

import dev.cdm.matching.person.FieldKind;
import dev.cdm.matching.person.FieldShape;
import dev.cdm.matching.person.PairPattern;
import dev.cdm.matching.person.Rarity;
import dev.cdm.matching.table.RowOrder;
import dev.cdm.matching.table.Workers;

/**
 * Pairs grouped by their pattern. What differs between pairs of one pattern, the rarity of the values they share, is kept
 * as products per pair: of the given name, the birth date, the e-mail, the other fields that households and neighbours
 * share, those that only households share, those that only neighbours share, and the rest.
 */
final class Evidence {

    static final int GIVEN = 0;
    static final int BIRTH = 1;
    static final int EMAIL = 2;
    static final int SHARED = 3;
    static final int REST = 4;
    static final int HOUSEHOLD = 5;
    static final int NEIGHBOURS = 6;
    private static final int PRODUCTS = 7;
    private static final int CHUNK = 4096;

    final long[] patterns;
    final int[] starts;
    final float[][] rarity = new float[PRODUCTS][];

    Evidence(PairSource pairs, MixtureModel model, Rarity rarities, Workers workers) {
        int size = pairs.size();
        long[] all = new long[size];
        for (int pair = 0; pair < size; pair++) {
            all[pair] = pairs.pattern(pair);
        }
        int[] order = RowOrder.by(all);
        starts = new int[distinct(all, order) + 1];
        patterns = new long[starts.length - 1];
        for (int i = 0, group = -1; i < size; i++) {
            if (i == 0 || all[order[i]] != all[order[i - 1]]) {
                patterns[++group] = all[order[i]];
                starts[group] = i;
            }
            starts[group + 1] = i + 1;
        }
        for (int product = 0; product < PRODUCTS; product++) {
            rarity[product] = new float[size];
        }
        workers.run("weighing pairs", (size + CHUNK - 1) / CHUNK, chunk -> {
            Weigher weigher = new Weigher(model, rarities);
            for (int i = chunk * CHUNK; i < Math.min(size, (chunk + 1) * CHUNK); i++) {
                weigher.weigh(pairs, order[i], i);
            }
        });
    }

    private static int distinct(long[] all, int[] order) {
        int count = 0;
        for (int i = 0; i < order.length; i++) {
            count += i == 0 || all[order[i]] != all[order[i - 1]] ? 1 : 0;
        }
        return count;
    }

    /** Computes the products of one pair after the other. */
    private final class Weigher {
        private final MixtureModel model;
        private final Rarity rarities;
        private final double[] each;

        Weigher(MixtureModel model, Rarity rarities) {
            this.model = model;
            this.rarities = rarities;
            this.each = new double[model.fields().size()];
        }

        void weigh(PairSource pairs, int pair, int at) {
            long pattern = pairs.pattern(pair);
            rarities.of(pairs.left(pair), pairs.right(pair), pattern, each);
            for (float[] product : rarity) {
                product[at] = 1;
            }
            for (int field = 0; field < each.length; field++) {
                FieldShape shape = model.fields().get(field);
                int level = PairPattern.level(pattern, field);
                double share = level == 0 ? 0 : shape.kind().rarity(level);
                if (share > 0) {
                    double value =
                            each[field] == 1 ? 1 / model.stranger[field][model.cell(pattern, field)] : each[field];
                    rarity[product(shape)][at] *= (float) (share < 1 ? Math.sqrt(value) : value);
                }
            }
        }
    }

    static int product(FieldShape shape) {
        return switch (shape.kind()) {
            case GIVEN -> GIVEN;
            case BIRTH -> BIRTH;
            case EMAIL -> EMAIL;
            default -> shared(shape.sharedByHousehold(), shape.sharedByNeighbours());
        };
    }

    private static int shared(boolean byHousehold, boolean byNeighbours) {
        return byHousehold && byNeighbours ? SHARED : byHousehold ? HOUSEHOLD : byNeighbours ? NEIGHBOURS : REST;
    }

    /** {@return how the kind of field takes part in the pattern's own factor: the share of the level's frequency} */
    static double commonShare(FieldKind kind, int level) {
        return 1 - kind.rarity(level);
    }
}
