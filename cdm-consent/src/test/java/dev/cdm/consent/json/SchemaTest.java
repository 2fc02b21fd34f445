package dev.cdm.consent.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cdm.consent.policy.PolicyEngine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The schemas say what the readers read: packs, purposes, events, questions and decisions. */
class SchemaTest {

    private static final Schema PACK = schema("pack");
    private static final Schema PURPOSES = schema("purposes");
    private static final Schema EVENT = schema("event");
    private static final Schema QUERY = schema("query");
    private static final Schema DECISION = schema("decision");

    private static final String FULL_EVENT = """
            {"id":"e1","subject":"shop/1","contactPoint":"a@example.org","assurance":"LOW","purpose":"general","covers":["news"],\
            "categories":["health"],"kind":"GIVEN","controller":"us","regime":"eu-gdpr","notice":"privacy@1","locale":"ja",\
            "channel":"EMAIL","method":"EXPLICIT","actor":"GUARDIAN","evidence":"h","asserted":"2025-03-01T10:00:00Z",\
            "received":"2025-03-01T10:00:01Z","source":"web","seq":4,"tolerance":"PT5M","trustworthy":true,\
            "supersedes":["e0"],"expires":"2026-03-01T10:00:00Z"}""";
    private static final String FULL_QUERY = """
            {"id":"q1","subject":"shop/1","purpose":"general","categories":["health"],"channel":"EMAIL",\
            "contactPoint":"a@example.org","recipient":"mailer","effectiveAt":"2025-05-01T10:00:00Z","knownAt":1,\
            "region":"US-CA","establishment":"EU","birthDate":"1990-01-01","zone":"Asia/Tokyo","signals":{"gpc":"1"},\
            "facts":{"NOTICE_SERVED":true,"relations":{"SALE":"2025-01-01"},"unmet":["STOP_ADDRESS"],"line":"MOBILE",\
            "register":{"asked":"2025-04-01","listed":false},"localTime":"10:00","capReached":false}}""";

    @Test
    void everyPackKeepsToItsSchema() {
        for (String name : PackFiles.names()) {
            assertThat(problems(PACK, PackFiles.text(name))).as(name).isEmpty();
        }
        assertThat(problems(PURPOSES, PackFiles.resource("example-purposes.json")))
                .isEmpty();
    }

    @Test
    void everyExampleOfAPackIsMadeOfEventsAndQuestions() {
        for (String name : PackFiles.names()) {
            DecisionLines none = new DecisionLines(
                    new PolicyEngine(ExamplePurposes.ALL, List.of(PackFiles.standard(name))), List.of(), Locale.JAPAN);
            for (Node rule : Node.parse(PackFiles.text(name)).objects("rules")) {
                for (Node example : rule.objects("examples")) {
                    example.objects("events")
                            .forEach(event -> assertThat(problems(EVENT, event.toString()))
                                    .as(rule.text("id"))
                                    .isEmpty());
                    String query = example.object("query").toString();
                    assertThat(problems(QUERY, query)).as(rule.text("id")).isEmpty();
                    assertThat(problems(DECISION, none.decide(query))).isEmpty();
                }
            }
        }
    }

    @Test
    void whatTheReadersKnowTheSchemasKnow() {
        assertThat(problems(EVENT, FULL_EVENT)).isEmpty();
        assertThat(EventNodes.read(Node.parse(FULL_EVENT)).id()).isEqualTo("e1");
        assertThat(problems(QUERY, FULL_QUERY)).isEmpty();
        assertThat(QueryNodes.read(Node.parse(FULL_QUERY)).id()).isEqualTo("q1");
        DecisionLines lines =
                new DecisionLines(new PolicyEngine(ExamplePurposes.ALL), List.of(FULL_EVENT), Locale.ROOT);
        for (String query : List.of(FULL_QUERY, "", "[]", "{\"id\":7}", FULL_QUERY.replace("mailer", ""))) {
            assertThat(problems(DECISION, lines.decide(query))).as(query).isEmpty();
        }
    }

    @Property(tries = 1500)
    void aQuestionThatIsReadKeepsToItsSchema(@ForAll long seed) {
        Random random = new Random(seed);
        String query = damaged(FULL_QUERY, random);
        if (reads(() -> QueryNodes.read(Node.parse(query)))) {
            assertThat(problems(QUERY, query)).as(query).isEmpty();
        }
        String event = damaged(FULL_EVENT, random);
        if (reads(() -> EventNodes.read(Node.parse(event)))) {
            assertThat(problems(EVENT, event)).as(event).isEmpty();
        }
    }

    private static boolean reads(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (IllegalArgumentException | java.time.DateTimeException | ArithmeticException refused) {
            return false;
        }
    }

    /* Leaves out one field. */
    private static String damaged(String text, Random random) {
        List<String> parts =
                new ArrayList<>(List.of(text.substring(1, text.length() - 1).split(",(?=\"[a-zA-Z]+\":)")));
        parts.remove(random.nextInt(parts.size()));
        return "{" + String.join(",", parts) + "}";
    }

    private static List<String> problems(Schema schema, String text) {
        return schema.validate(text, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema schema(String name) {
        String text = PackFiles.resource(name + ".schema.json");
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(100);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }
}
