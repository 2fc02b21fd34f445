package dev.cdm.examples.benchmarks;

import dev.cdm.consent.compiled.CompiledPolicy;
import dev.cdm.consent.compiled.CompiledSubject;
import dev.cdm.consent.compiled.Question;
import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.PolicyEngine;
import dev.cdm.core.model.RecordId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Side by side with jCasbin on what both can say: may the data of a category of this person be used for one of fifty
 * purposes through a channel. Every answer is compared before the clock starts. Run it like {@link ConsentBenchmark}.
 *
 * <p>jCasbin looks through all lines of its policy for each answer. So each person gets an enforcer of its own, with the
 * lines of that person only, which is the best case for it: people in one enforcer would make it slower by their number.
 * Order in time, evidence, purposes above and below, expiry and law are left out, for it has no words for them.
 *
 * <p>Cedar for Java is not here: neither its versions 4.2.3 and 4.8.0 nor the archive with its native library could be
 * fetched where this was built.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class CasbinBenchmark {

    private static final int PEOPLE = 64;
    private static final int GRANTS = 12;
    private static final List<Channel> CHANNELS = List.of(Channel.EMAIL, Channel.SMS);

    private static final String MODEL = """
            [request_definition]
            r = sub, purpose, category, channel
            [policy_definition]
            p = sub, purpose, category, channel, eft
            [policy_effect]
            e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
            [matchers]
            m = r.purpose == p.purpose && r.category == p.category && r.channel == p.channel && r.sub == p.sub""";

    /** Made by the harness. */
    public CasbinBenchmark() {}

    /** The people, their questions, and both engines. */
    @State(Scope.Benchmark)
    public static class World {

        private final SplittableRandom random = new SplittableRandom(11);
        private final CompiledPolicy policy = new CompiledPolicy(new PolicyEngine(ConsentWorld.purposes()));
        private final List<Enforcer> enforcers = new ArrayList<>();
        private final List<CompiledSubject> subjects = new ArrayList<>();
        private final List<Question> questions = new ArrayList<>();
        private final List<String[]> requests = new ArrayList<>();
        private int next;

        /** Made by the harness. */
        public World() {}

        /** Makes the people and compares all answers. */
        @Setup
        public void prepare() {
            for (int i = 0; i < ConsentWorld.PURPOSES * ConsentWorld.CATEGORIES; i++) {
                for (Channel channel : CHANNELS) {
                    ask(i % ConsentWorld.PURPOSES, i / ConsentWorld.PURPOSES, channel);
                }
            }
            for (int person = 0; person < PEOPLE; person++) {
                enforcers.add(new Enforcer(model()));
                subjects.add(policy.subject(ConsentHistory.of(events(person)), ZoneOffset.UTC));
            }
            compare();
        }

        private static Model model() {
            Model model = new Model();
            model.loadModelFromText(MODEL);
            return model;
        }

        private void ask(int purpose, int category, Channel channel) {
            ConsentQuery query = ConsentWorld.query(purpose, category).toBuilder()
                    .channel(channel)
                    .build();
            questions.add(policy.question(query));
            requests.add(new String[] {"", "p" + purpose, ConsentWorld.category(category), channel.name()});
        }

        /* A dozen grants, then now and then a withdrawal; of purposes without others below, and later than all grants. */
        private List<ConsentEvent> events(int person) {
            List<ConsentEvent> events = new ArrayList<>();
            for (int i = 0; i < GRANTS + random.nextInt(3); i++) {
                EventKind kind = i < GRANTS ? EventKind.GIVEN : EventKind.WITHDRAWN;
                int purpose = 5 + random.nextInt(ConsentWorld.PURPOSES - 5);
                Channel channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
                List<String> categories = new ArrayList<>();
                for (int k = random.nextInt(4); k < ConsentWorld.CATEGORIES; k += 1 + random.nextInt(4)) {
                    categories.add(ConsentWorld.category(k));
                    add(person, "p" + purpose, ConsentWorld.category(k), channel, kind.grants() ? "allow" : "deny");
                }
                events.add(ConsentEvent.of(
                                kind, new RecordId("shop", Integer.toString(person)), ConsentWorld.purpose(purpose))
                        .id(person + "-" + i)
                        .at(ConsentWorld.NOW.minusSeconds(1_000 - i))
                        .categories(categories)
                        .channel(channel)
                        .build());
            }
            return events;
        }

        private void add(int person, String purpose, String category, Channel channel, String effect) {
            enforcers.get(person).addPolicy(Integer.toString(person), purpose, category, channel.name(), effect);
        }

        private void compare() {
            int permitted = 0;
            for (int i = 0; i < PEOPLE * questions.size(); i++) {
                boolean own = own(i);
                permitted += own ? 1 : 0;
                if (own != other(i)) {
                    throw new IllegalStateException("the answers differ for " + i);
                }
            }
            if (permitted == 0) {
                throw new IllegalStateException("nothing is permitted");
            }
        }

        private boolean own(int turn) {
            Question question = questions.get(turn / PEOPLE % questions.size());
            return policy.answer(question, subjects.get(turn % PEOPLE), ConsentWorld.NOW)
                    .permits();
        }

        private boolean other(int turn) {
            String[] request = requests.get(turn / PEOPLE % requests.size());
            int person = turn % PEOPLE;
            return enforcers.get(person).enforce(Integer.toString(person), request[1], request[2], request[3]);
        }

        private int turn() {
            next = (next + 7_919) % (PEOPLE * questions.size());
            return next;
        }
    }

    /**
     * {@return the answer of the compiled policy}
     *
     * @param world the people
     */
    @Benchmark
    public boolean compiled(World world) {
        return world.own(world.turn());
    }

    /**
     * {@return the answer of jCasbin}
     *
     * @param world the people
     */
    @Benchmark
    public boolean casbin(World world) {
        return world.other(world.turn());
    }
}
