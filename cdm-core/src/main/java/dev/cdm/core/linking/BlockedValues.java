package dev.cdm.core.linking;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.ContentHash;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that mean nobody: exact ones and patterns, in lower case without white space at their ends. */
record BlockedValues(Set<String> exact, List<Pattern> patterns) {

    static final BlockedValues NONE = new BlockedValues(ImmutableSet.of(), ImmutableList.of());

    BlockedValues withValue(String value) {
        ImmutableSet.Builder<String> more = ImmutableSet.builder();
        return new BlockedValues(more.addAll(exact).add(plain(value)).build(), patterns);
    }

    BlockedValues withPattern(String pattern) {
        ImmutableList.Builder<Pattern> more = ImmutableList.builder();
        return new BlockedValues(
                exact, more.addAll(patterns).add(Pattern.compile(pattern)).build());
    }

    boolean contain(String plain) {
        return exact.contains(plain)
                || patterns.stream().anyMatch(pattern -> pattern.matcher(plain).matches());
    }

    static String plain(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    /* In no order: which of two patterns comes first does not matter to what is blocked. */
    void addTo(ContentHash hash) {
        hash.add(exact.size());
        exact.stream().sorted().forEach(hash::add);
        hash.add(patterns.size());
        patterns.stream().map(Pattern::pattern).sorted().forEach(hash::add);
    }
}
