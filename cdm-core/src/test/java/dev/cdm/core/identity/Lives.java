package dev.cdm.core.identity;

import dev.cdm.core.linking.IdentifierLimits;
import dev.cdm.core.linking.IdentifierRule;
import dev.cdm.core.linking.LimitWindow;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.SourceRecordBuilder;
import dev.cdm.core.permission.LinkGate;
import dev.cdm.core.permission.Permission;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.value.TextValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Random lives of six records that meet over a few identifiers, under limits that bind. */
final class Lives extends DomainContextBase {

    static final List<String> RECORDS = List.of("crm/1", "crm/2", "shop/1", "shop/2", "web/1", "web/2");

    static final IdentifierLimits LIMITS = IdentifierLimits.builder()
            .rule(rule("user_id").limit(1).priority(1))
            .rule(rule("email").limit(2).priority(2).maxRecords(4))
            .rule(rule("phone").priority(3).maxRecords(3))
            .rule(rule("card").priority(4).limit(1, LimitWindow.WEEKLY).caseless())
            .build();

    private static final List<String> IDENTIFIERS = List.of(
            "user_id:u1",
            "user_id:u2",
            "email:a@example.com",
            "email:b@example.com",
            "email:c@example.com",
            "phone:+491",
            "phone:+492",
            "card:x1",
            "card:X1",
            "card:x2");

    /** What {@link NearTexts} finds near: the second and third, third and fourth, the last two. */
    private static final List<String> TEXTS = List.of("", "anna", "annas", "annast", "karl", "karla");

    /** Observations lie in several weeks. */
    private static final int MINUTES_BETWEEN = 3 * 24 * 60;

    private static IdentifierRule rule(String type) {
        return IdentifierRule.of(World.identifier(type + ":x").type()).linking();
    }

    /** A gate that refuses one pair. */
    static LinkGate gateBetween(String one, String two) {
        Set<String> pair = Set.of(one, two);
        return (first, second, work) -> pair.contains(first.text()) && pair.contains(second.text())
                ? Permission.refuse("DO_NOT_LINK")
                : Permission.grant();
    }

    /** What happens: an observation, or a word of a steward on two records. */
    sealed interface Step {}

    record Observe(SourceRecord observed) implements Step {}

    record Say(LinkVerdict.Kind kind, String first, String second) implements Step {}

    /** Any observations, in no order. */
    record Observations(List<SourceRecord> all) {

        List<List<SourceRecord>> inBatches(Random random) {
            List<SourceRecord> some = new ArrayList<>(all);
            all.stream().filter(observed -> random.nextInt(3) == 0).forEach(some::add);
            Collections.shuffle(some, random);
            List<List<SourceRecord>> batches = new ArrayList<>();
            for (int from = 0; from < some.size(); ) {
                int to = Math.min(some.size(), from + 1 + random.nextInt(4));
                batches.add(some.subList(from, to));
                from = to;
            }
            return batches;
        }

        @Override
        public String toString() {
            return all.stream()
                    .map(observed -> observed.recordId() + " " + observed.kind() + " "
                            + observed.provenance().observedAt().orElseThrow() + " "
                            + observed.identifiers().stream()
                                    .map(identifier -> identifier.text())
                                    .toList())
                    .toList()
                    .toString();
        }
    }

    /** Steps one after the other. */
    record Story(List<Step> steps) {}

    private static Arbitrary<SourceRecord> observation() {
        Arbitrary<ObservationKind> kinds = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.just(ObservationKind.SNAPSHOT)),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(ObservationKind.PATCH)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(ObservationKind.DELETION)));
        return Combinators.combine(
                        Arbitraries.of(RECORDS),
                        Arbitraries.integers().between(0, 9),
                        kinds,
                        Arbitraries.of(IDENTIFIERS).set().ofMaxSize(3),
                        Arbitraries.of(TEXTS))
                .as((record, minute, kind, identifiers, text) ->
                        observation(World.builder(record, minute * MINUTES_BETWEEN).kind(kind), identifiers, text));
    }

    private static SourceRecord observation(SourceRecordBuilder builder, Set<String> identifiers, String text) {
        SourceRecord bare = builder.build();
        if (bare.kind() != ObservationKind.DELETION) {
            identifiers.stream().sorted().map(World::identifier).forEach(builder::identifier);
            if (!text.isEmpty()) {
                builder.value(StandardSchema.DESCRIPTION, new TextValue(text));
            }
        }
        return builder.build();
    }

    private static Arbitrary<Step> verdict() {
        return Combinators.combine(
                        Arbitraries.of(LinkVerdict.Kind.class), Arbitraries.of(RECORDS), Arbitraries.of(RECORDS))
                .filter((kind, first, second) -> !first.equals(second))
                .as(Say::new);
    }

    @Provide
    Arbitrary<Observations> observations() {
        return observation().list().ofMaxSize(14).map(Observations::new);
    }

    @Provide
    Arbitrary<Story> stories() {
        Arbitrary<Step> step = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, observation().map(Observe::new)), net.jqwik.api.Tuple.of(1, verdict()));
        return step.list().ofMaxSize(16).map(Story::new);
    }

    /** A world in which all records were born in one order, so that ids can be compared. */
    static World born(LinkGate gate) {
        return born(new World(LIMITS, gate));
    }

    static World born(World world) {
        for (String record : RECORDS) {
            world.receive(World.record(record, -1));
        }
        return world;
    }

    static World born() {
        return born(LinkGate.open());
    }

    static List<RecordId> ids() {
        return RECORDS.stream().map(World::id).toList();
    }
}
