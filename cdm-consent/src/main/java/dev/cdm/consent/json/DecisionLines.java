package dev.cdm.consent.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.policy.PolicyEngine;
import dev.cdm.core.model.PurposeId;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides questions in JSON lines over events in JSON lines, so that anybody can run cases. Thread-safe once its events
 * were read.
 *
 * <p>The order of the event lines is the order of the log: the first has position 1. Every question line gets one
 * decision line. A question that cannot be read is denied; so is one about a subject of whom an event line cannot be
 * read, and every question if it cannot be told of whom an unreadable line speaks. The formats are described by
 * {@code event.schema.json}, {@code query.schema.json} and {@code decision.schema.json}.
 */
public final class DecisionLines {

    private static final PurposeId UNREADABLE = new PurposeId("-");

    private final PolicyEngine engine;
    private final @Nullable Locale explain;
    private final EventLines events;

    /**
     * Reads the events.
     *
     * @param engine decides
     * @param events the event lines in the order of the log; blank lines are skipped
     * @param explain the language of an explanation in each decision, or null for none
     */
    public DecisionLines(PolicyEngine engine, Iterable<String> events, @Nullable Locale explain) {
        this.engine = engine;
        this.explain = explain;
        this.events = new EventLines(events);
    }

    /** {@return how many events were read; the same one twice counts once} */
    public int events() {
        return events.log.size();
    }

    /** {@return what is wrong with event lines, each with the number of its line from 1; it tells no value of a person} */
    public List<String> problems() {
        return ImmutableList.copyOf(events.problems);
    }

    /**
     * {@return the decision line for a question line; it never fails}
     *
     * @param line the question
     */
    public String decide(String line) {
        Decision decision;
        try {
            decision = decide(QueryNodes.read(Node.parse(line)));
        } catch (IllegalArgumentException e) {
            decision = malformed(line, String.valueOf(e.getMessage()));
        } catch (DateTimeException | ArithmeticException e) {
            decision = malformed(line, "a date or time");
        }
        return write(decision, explain);
    }

    private Decision decide(ConsentQuery query) {
        return events.of(EventNodes.subject(query.subject()))
                .map(history -> engine.decide(query, history))
                .orElse(Decision.denied(query.id(), query.purpose(), Reason.MALFORMED, "an event of the subject"));
    }

    private static Decision malformed(String line, String detail) {
        return Decision.denied(Node.topText(line, "id"), UNREADABLE, Reason.MALFORMED, detail);
    }

    private static String write(Decision decision, @Nullable Locale explain) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", decision.query());
        node.put("decision", decision.permitted() ? "PERMIT" : "DENY");
        node.put("reason", decision.reason().name());
        decision.ground().ifPresent(ground -> node.put("ground", ground.name()));
        if (!decision.detail().isEmpty()) {
            node.put("detail", decision.detail());
        }
        all(node.putArray("events"), decision.events());
        all(node.putArray("rules"), decision.rules());
        all(
                node.putArray("obligations"),
                decision.obligations().stream().map(Enum::name).toList());
        if (decision.validUntil() != null) {
            node.put("validUntil", decision.validUntil().toString());
        }
        node.put("conflict", decision.conflict());
        node.put("position", decision.position());
        all(node.putArray("packs"), decision.packs());
        if (explain != null) {
            node.put("explanation", decision.explain(explain));
        }
        return node.toString();
    }

    private static void all(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }
}
