package dev.cdm.core.profile;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.value.AttributeValue;
import java.util.List;

/**
 * A distinct value of an attribute at its place in the ranking.
 *
 * @param value the value, as the best of its supporters has it
 * @param survives whether the profile has it
 * @param decidedBy the step of the rule by which it came after the best value, such as {@code most recent}; empty for
 *     the best value itself
 * @param supporters who asserts it, the best first; at least one
 * @param <V> the type of the value
 */
public record RankedValue<V extends AttributeValue>(
        V value, boolean survives, String decidedBy, List<Candidate<V>> supporters) {

    /** Copies the supporters. */
    public RankedValue {
        supporters = ImmutableList.copyOf(supporters);
    }

    @Override
    public String toString() {
        String fate = survives ? "survives" : "lost by " + decidedBy;
        return "RankedValue[" + fate + " "
                + supporters.stream().map(Candidate::recordId).toList() + "]";
    }
}
