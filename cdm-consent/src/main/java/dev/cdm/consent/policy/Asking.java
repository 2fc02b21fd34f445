package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person may be asked for consent.
 *
 * @param permitted whether now
 * @param from from when on, or null for never by this channel
 * @param rules the rules that demand a pause, or under which the question is a message that is not permitted
 */
public record Asking(boolean permitted, @Nullable Instant from, List<String> rules) {
    /** Copies the rules. */
    public Asking {
        rules = ImmutableList.copyOf(rules);
    }

    static Asking never(List<String> rules) {
        return new Asking(false, null, rules);
    }
}
