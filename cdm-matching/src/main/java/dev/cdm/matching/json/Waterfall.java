package dev.cdm.matching.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cdm.matching.explain.Explanation;
import dev.cdm.matching.explain.Explanation.Kind;
import dev.cdm.matching.explain.Explanation.Term;

/**
 * Explanations as the records of a waterfall chart: one object per term, in order, and one for the final score. Safe for any
 * thread.
 */
public final class Waterfall {

    private Waterfall() {}

    /**
     * {@return an explanation as JSON on one line; it holds the values of the records unless the explanation was redacted}
     *
     * @param explanation the explanation
     */
    public static String write(Explanation explanation) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("left_id", explanation.leftId()).put("right_id", explanation.rightId());
        root.put("match_weight", explanation.weight()).put("match_probability", explanation.probability());
        int order = 0;
        for (Term term : explanation.terms()) {
            bar(root.withArray("waterfall").addObject(), term, order++);
        }
        root.withArray("waterfall")
                .addObject()
                .put("kind", "final")
                .put("column_name", "Final score")
                .put("log2_bayes_factor", explanation.weight())
                .put("bar_sort_order", order);
        return root.toString();
    }

    private static void bar(ObjectNode node, Term term, int order) {
        node.put("kind", SqlTokens.lower(term.kind().name()));
        node.put("column_name", term.name());
        node.put("label_for_charts", term.level());
        node.put("log2_bayes_factor", term.weight());
        node.put("bayes_factor", Math.pow(2, term.weight()));
        node.put("term_frequency_adjustment", term.kind() == Kind.TERM_FREQUENCY);
        term.m().ifPresent(m -> node.put("m_probability", m));
        term.u().ifPresent(u -> node.put("u_probability", u));
        term.leftValue().ifPresent(value -> node.put("value_l", value));
        term.rightValue().ifPresent(value -> node.put("value_r", value));
        node.put("bar_sort_order", order);
    }
}
