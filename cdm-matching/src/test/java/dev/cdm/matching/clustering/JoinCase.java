package dev.cdm.matching.clustering;

import dev.cdm.matching.joining.ClusteringMethod;
import dev.cdm.matching.joining.Constraints;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/** Random records with everything that may be asked of their joining. The records of two orders have the same ids. */
final class JoinCase {

    static final int RECORDS = 11;
    private static final int FIELDS = 2;

    final double[][][] factors = new double[FIELDS][RECORDS][RECORDS];
    final List<int[]> pairs = new ArrayList<>();
    final Set<List<Integer>> apart = new LinkedHashSet<>();
    final Set<List<Integer>> together = new LinkedHashSet<>();
    final Set<List<Integer>> closed = new LinkedHashSet<>();
    final int[] sources = new int[RECORDS];
    final int[] values = new int[RECORDS];
    final int limit;
    final Constraints constraints;

    JoinCase(long seed) {
        Random random = new Random(seed);
        for (int a = 0; a < RECORDS; a++) {
            sources[a] = random.nextInt(5) - 1;
            values[a] = random.nextInt(4) - 1;
            for (int b = 0; b < a; b++) {
                for (int field = 0; field < FIELDS; field++) {
                    double factor = random.nextInt(5) == 0 ? 0 : Math.exp(4 * random.nextGaussian() + 1);
                    factors[field][a][b] = factor;
                    factors[field][b][a] = factor;
                }
                boolean scored = random.nextInt(3) > 0;
                if (scored && hasEvidence(a, b)) {
                    pairs.add(new int[] {b, a});
                }
            }
        }
        limit = 1 + random.nextInt(2);
        draw(random, closed, random.nextInt(6), Set.of());
        draw(random, together, random.nextInt(7), Set.of());
        draw(random, apart, random.nextInt(6), together);
        Constraints.Builder builder = Constraints.builder();
        if (random.nextBoolean()) {
            builder.duplicateFree("source", random.nextBoolean() ? List.of() : List.of("s1", "s2"));
        }
        if (random.nextBoolean()) {
            builder.atMost("value", limit);
        }
        if (!closed.isEmpty()) {
            builder.gate((a, b) -> !closed.contains(sorted(Integer.parseInt(a), Integer.parseInt(b))));
        }
        apart.forEach(pair -> builder.cannotLink("" + pair.get(1), "" + pair.get(0)));
        together.forEach(pair -> builder.mustLink("" + pair.get(1), "" + pair.get(0)));
        constraints = builder.build();
    }

    /** Pairs without evidence would all have one score, and of equal scores the numbers of the records decide. */
    private boolean hasEvidence(int a, int b) {
        return Arrays.stream(factors).anyMatch(field -> field[a][b] > 0);
    }

    static List<Integer> sorted(int a, int b) {
        return List.of(Math.min(a, b), Math.max(a, b));
    }

    /** Draws pairs that do not contradict others, of which a chain leads from one record to the next. */
    private static void draw(Random random, Set<List<Integer>> pairs, int count, Set<List<Integer>> others) {
        DisjointRows joined = new DisjointRows(RECORDS);
        others.forEach(pair -> joined.join(pair.get(0), pair.get(1)));
        for (int i = 0; i < count; i++) {
            int a = random.nextInt(RECORDS);
            int b = random.nextInt(RECORDS);
            if (a != b && joined.find(a) != joined.find(b)) {
                pairs.add(sorted(a, b));
            }
        }
    }

    /** An order of the records and of the pairs. */
    final class Shuffled {
        final int[] ids = new int[RECORDS];
        final int[] rows = new int[RECORDS];
        final ScoredPairs scored;
        final JoinRules rules;

        Shuffled(long seed) {
            Random random = new Random(seed);
            List<Integer> order = new ArrayList<>();
            for (int id = 0; id < RECORDS; id++) {
                order.add(id);
            }
            List<int[]> some = new ArrayList<>(pairs);
            if (seed != 0) {
                Collections.shuffle(order, random);
                Collections.shuffle(some, random);
            }
            for (int row = 0; row < RECORDS; row++) {
                ids[row] = order.get(row);
                rows[ids[row]] = row;
            }
            rules = new JoinRules(
                    constraints,
                    RECORDS,
                    row -> "" + ids[row],
                    id -> rows[Integer.parseInt(id)],
                    name -> codes(name.equals("source") ? sources : values),
                    name -> code -> "s" + code);
            List<int[]> admitted = some.stream()
                    .map(pair -> sorted(rows[pair[0]], rows[pair[1]]))
                    .filter(pair -> rules.mayMeet(pair.get(0), pair.get(1)))
                    .map(pair -> new int[] {pair.get(0), pair.get(1)})
                    .toList();
            int[] left = admitted.stream().mapToInt(pair -> pair[0]).toArray();
            int[] right = admitted.stream().mapToInt(pair -> pair[1]).toArray();
            double[] logits = admitted.stream().mapToDouble(this::score).toArray();
            int[][] must = rules.mustLinks();
            scored = new ScoredPairs(left, right, logits)
                    .with(must, Arrays.stream(must).mapToDouble(this::score).toArray());
        }

        private IntUnaryOperator codes(int[] codes) {
            return row -> codes[ids[row]] < 0 ? Column.MISSING : codes[ids[row]];
        }

        private double score(int[] pair) {
            double sum = 0;
            for (double[][] field : factors) {
                double factor = field[ids[pair[0]]][ids[pair[1]]];
                sum += factor > 0 ? Math.log(factor) : 0;
            }
            return sum;
        }

        /** {@return the smallest id of the cluster of every id} */
        int[] clusters(ClusteringMethod method, Workers workers) {
            return byId(new FieldwiseClusters(scored, 0, Evidence::new, rules, workers).labels(method));
        }

        boolean[] isRight() {
            boolean[] isRight = new boolean[RECORDS];
            for (int row = 0; row < RECORDS; row++) {
                isRight[row] = ids[row] % 2 == 1;
            }
            return isRight;
        }

        /** {@return the links, by ids, sorted} */
        Set<List<Integer>> links(LinkAssignment assignment) {
            Set<List<Integer>> links = new TreeSet<>((a, b) -> Arrays.compare(
                    a.stream().mapToInt(i -> i).toArray(),
                    b.stream().mapToInt(i -> i).toArray()));
            for (int link : assignment.links(scored, isRight(), 0, rules)) {
                links.add(sorted(ids[scored.left()[link]], ids[scored.right()[link]]));
            }
            return links;
        }

        int[] entities(LinkAssignment assignment) {
            return byId(LinkAssignment.entities(scored, assignment.links(scored, isRight(), 0, rules), rules));
        }

        private int[] byId(int[] labels) {
            Map<Integer, Integer> smallest = new HashMap<>();
            for (int row = 0; row < RECORDS; row++) {
                smallest.merge(labels[row], ids[row], Math::min);
            }
            int[] clusters = new int[RECORDS];
            for (int row = 0; row < RECORDS; row++) {
                clusters[ids[row]] = smallest.getOrDefault(labels[row], -1);
            }
            return clusters;
        }

        /** Hears the records by their ids. */
        private final class Evidence implements FieldEvidence {
            @Override
            public int fields() {
                return FIELDS;
            }

            @Override
            public void factors(int a, int b, double[] forEntity, double[] forHousehold, double[] forNeighbours) {
                for (int field = 0; field < FIELDS; field++) {
                    forEntity[field] = factors[field][ids[a]][ids[b]];
                }
            }

            @Override
            public double logit(double logEntity, double logHousehold, double logNeighbours) {
                return logEntity;
            }
        }
    }
}
