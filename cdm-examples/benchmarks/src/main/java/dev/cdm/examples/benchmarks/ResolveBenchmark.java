package dev.cdm.examples.benchmarks;

import dev.cdm.matching.Deduplicator;
import dev.cdm.matching.explain.Explanation;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.resolve.Candidate;
import dev.cdm.matching.resolve.PersonResolver;
import dev.cdm.matching.resolve.Resolved;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Table;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long one record takes among many that are there: names, birth date, postcode, telephone and e-mail, under the keys
 * of a model that was learned from the same records. Percentiles of single calls, in microseconds. Run like
 * {@link ComparatorBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 10)
@Fork(value = 1, jvmArgs = "-Xmx6g")
public class ResolveBenchmark {

    private static final int SPARE = 50_000;
    private static final int LEARNED = 100_000;
    private static final Map<String, Role> ROLES = roles();

    /** How many records are there. */
    @Param({"100000", "1000000"})
    public int records = LEARNED;

    private @Nullable PersonResolver resolver;
    private @Nullable Table people;
    private int next;

    /** Made by the harness. */
    public ResolveBenchmark() {}

    private static Map<String, Role> roles() {
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("first_name", Role.GIVEN_NAME);
        roles.put("surname", Role.FAMILY_NAME);
        roles.put("dob", Role.BIRTH_DATE);
        roles.put("postcode", Role.POSTCODE);
        roles.put("phone", Role.PHONE);
        roles.put("email", Role.EMAIL);
        return roles;
    }

    /**
     * Makes the people, learns a model and takes up the records but some.
     *
     * @throws IOException if they cannot be written for the moment
     */
    @Setup
    public void prepare() throws IOException {
        PersonModel model = Deduplicator.of(ROLES)
                .dedupe(PeopleTable.generated(LEARNED, "en").table())
                .model();
        Table table = PeopleTable.generated(records + SPARE, "en").table();
        PersonResolver made = new PersonResolver(model);
        for (int row = SPARE; row < table.rows(); row++) {
            made.resolve(table.id(row), fields(table, row));
        }
        people = table;
        resolver = made;
    }

    private static Map<String, String> fields(Table table, int row) {
        Map<String, String> fields = new HashMap<>();
        for (Column column : table.columns()) {
            column.value(row).ifPresent(value -> fields.put(column.name(), value));
        }
        return fields;
    }

    private PersonResolver resolver() {
        if (resolver == null) {
            throw new IllegalStateException("not prepared");
        }
        return resolver;
    }

    private Table people() {
        if (people == null) {
            throw new IllegalStateException("not prepared");
        }
        return people;
    }

    private int next() {
        next = (next + 1) % SPARE;
        return next;
    }

    /** {@return what became of a record; after all the spare ones each is given the values of another one} */
    @Benchmark
    public Resolved resolve() {
        int row = next();
        int shift = resolver().size() - records >= SPARE ? 1 : 0;
        return resolver().resolve(people().id(row), fields(people(), (row + shift) % SPARE));
    }

    /** {@return who a record would be} */
    @Benchmark
    public List<Candidate> search() {
        return resolver().search(fields(people(), next()), 5);
    }

    /** {@return why two records get their score} */
    @Benchmark
    public Optional<Explanation> explain() {
        int row = SPARE + next();
        return resolver().explain(people().id(row), people().id(row + 1));
    }
}
