package dev.cdm.examples.benchmarks;

import dev.cdm.consent.compiled.Audience;
import dev.cdm.consent.compiled.CompiledPolicy;
import dev.cdm.consent.compiled.CompiledSubject;
import dev.cdm.consent.compiled.Question;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.policy.PolicyEngine;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decisions over many people in random order, each after the check of its heads. Run from the root of the repository; with
 * {@code -prof gc} it tells the bytes of an answer:
 *
 * <pre>{@code
 * mvn -q -B -DskipTests install -pl cdm-examples/benchmarks -am
 * mvn -q -B exec:exec -pl cdm-examples/benchmarks -Dexec.executable=java \
 *     -Dexec.args="-cp %classpath org.openjdk.jmh.Main ConsentBenchmark -prof gc"
 * }</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xms5g", "-Xmx5g", "-XX:+UseParallelGC", "-XX:+UseTransparentHugePages"})
public class ConsentBenchmark {

    private static final int AUDIENCE = 10_000_000;
    private static final int EXPLAINED = 1_000;

    /** Made by the harness. */
    public ConsentBenchmark() {}

    /** The people and questions. */
    @State(Scope.Benchmark)
    public static class World {

        /** How many people. */
        @Param("1000000")
        public int people;

        private final CompiledPolicy policy = new CompiledPolicy(new PolicyEngine(ConsentWorld.purposes()));
        private final Question[] questions = new Question[ConsentWorld.PURPOSES * ConsentWorld.CATEGORIES];
        private final ConsentQuery[] queries = new ConsentQuery[questions.length];
        private final Map<String, CompiledSubject> byId = new HashMap<>();
        private final ConsentHistory[] histories = new ConsentHistory[EXPLAINED];
        private CompiledSubject[] subjects = {};
        private String[] ids = {};
        private int next;

        /** Made by the harness. */
        public World() {}

        /** Makes the people. */
        @Setup
        public void prepare() {
            ConsentWorld world = new ConsentWorld(7);
            List<CompiledSubject> all = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                ConsentHistory history = world.person(i);
                histories[i % EXPLAINED] = history;
                all.add(policy.subject(history, ZoneOffset.UTC));
                byId.put("shop/" + i, all.get(i));
            }
            Random random = new Random(7);
            Collections.shuffle(all, random);
            subjects = all.toArray(subjects);
            List<String> shuffled = new ArrayList<>(byId.keySet());
            Collections.shuffle(shuffled, random);
            ids = shuffled.toArray(ids);
            for (int i = 0; i < questions.length; i++) {
                queries[i] = ConsentWorld.query(i % ConsentWorld.PURPOSES, i / ConsentWorld.PURPOSES);
                questions[i] = policy.question(queries[i]);
            }
        }

        private int turn() {
            next = next + 1 == people ? 0 : next + 1;
            return next;
        }

        /* Spreads over the questions without a pattern and without another look into memory. */
        private int question(int turn) {
            return (int) Long.remainderUnsigned((turn * 0x9E3779B97F4A7C15L) >>> 20, questions.length);
        }
    }

    /** A person with a long life. */
    @State(Scope.Benchmark)
    public static class Life {

        private final CompiledPolicy policy = new CompiledPolicy(new PolicyEngine(ConsentWorld.purposes()));
        private final ConsentHistory history = new ConsentWorld(7).life(1_000);
        private final CompiledSubject subject = policy.subject(history, ZoneOffset.UTC);
        private final Question[] questions = new Question[ConsentWorld.PURPOSES];
        private int next;

        /** Made by the harness. */
        public Life() {
            for (int i = 0; i < questions.length; i++) {
                questions[i] = policy.question(ConsentWorld.query(i, i % ConsentWorld.CATEGORIES));
            }
        }

        private int turn() {
            next = (next + 7) % 1_000;
            return next;
        }
    }

    /** Ten million people, as a column for one question. */
    @State(Scope.Benchmark)
    public static class Column {

        private @Nullable Audience audience;

        /** Made by the harness. */
        public Column() {}

        /** Makes the column. */
        @Setup
        public void prepare() {
            CompiledPolicy policy = new CompiledPolicy(new PolicyEngine(ConsentWorld.purposes()));
            ConsentWorld world = new ConsentWorld(7);
            List<CompiledSubject> some = new ArrayList<>();
            for (int i = 0; i < 100_000; i++) {
                some.add(policy.subject(world.person(i), ZoneOffset.UTC));
            }
            List<CompiledSubject> all = new ArrayList<>(AUDIENCE);
            for (int i = 0; i < AUDIENCE; i++) {
                all.add(some.get(i % some.size()));
            }
            audience = Audience.of(policy, policy.question(ConsentWorld.query(7, 3)), all, ConsentWorld.NOW);
        }

        private Audience audience() {
            Audience made = audience;
            if (made == null) {
                throw new IllegalStateException("the column was not made");
            }
            return made;
        }
    }

    /**
     * {@return a plain answer over a person at hand}
     *
     * @param world the people
     */
    @Benchmark
    public Reason byHandle(World world) {
        int turn = world.turn();
        return world.policy.answer(world.questions[world.question(turn)], world.subjects[turn], ConsentWorld.NOW);
    }

    /**
     * {@return a plain answer over a person looked up by id}
     *
     * @param world the people
     */
    @Benchmark
    public Reason byId(World world) {
        int turn = world.turn();
        CompiledSubject subject = Objects.requireNonNull(world.byId.get(world.ids[turn]));
        return world.policy.answer(world.questions[world.question(turn)], subject, ConsentWorld.NOW);
    }

    /**
     * {@return a decision with its proof}
     *
     * @param world the people
     */
    @Benchmark
    public Decision explained(World world) {
        int turn = world.turn();
        return world.policy.engine().decide(world.queries[world.question(turn)], world.histories[turn % EXPLAINED]);
    }

    /**
     * {@return an answer about then over a thousand events}
     *
     * @param life the person
     */
    @Benchmark
    public Reason asOf(Life life) {
        int turn = life.turn();
        Instant at = ConsentWorld.NOW.minusSeconds(900L * turn);
        return life.policy.answer(life.questions[turn % ConsentWorld.PURPOSES], life.subject, at, turn);
    }

    /**
     * {@return the same, when nothing is compiled yet}
     *
     * @param life the person
     */
    @Benchmark
    public Reason asOfCold(Life life) {
        int turn = life.turn();
        Question question = life.questions[turn % ConsentWorld.PURPOSES];
        Instant at = ConsentWorld.NOW.minusSeconds(900L * turn);
        return life.policy.answer(question, life.history, at, turn);
    }

    /**
     * {@return how many of ten million may be used}
     *
     * @param column the people
     */
    @Benchmark
    @OperationsPerInvocation(AUDIENCE)
    public int filter(Column column) {
        return column.audience().count(ConsentWorld.NOW);
    }

    /**
     * {@return how many of ten million may be used, each asked anew}
     *
     * @param column the people
     */
    @Benchmark
    @OperationsPerInvocation(AUDIENCE)
    public int filterAnew(Column column) {
        return column.audience().count(ConsentWorld.NOW.minusSeconds(1));
    }
}
