package dev.cdm.core.storage;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What log kinds and table kinds are declared with; mutable only while a kind is being built. */
final class KindParts<T> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    final String name;
    final Class<T> type;
    final Map<String, Function<T, Collection<String>>> indexes = new LinkedHashMap<>();
    Function<T, Collection<String>> subjects = fact -> List.of();
    int version = 1;

    KindParts(String name, Class<T> type) {
        this.name = name(name, "name");
        this.type = type;
    }

    private static String name(String text, String parameter) {
        Checks.require(NAME.matcher(text).matches(), parameter, "must match " + NAME.pattern(), "`" + text + "`");
        return text;
    }

    void version(int number) {
        this.version = Checks.between(number, 1, Integer.MAX_VALUE, "version");
    }

    void index(String index, Function<T, Collection<String>> values) {
        name(index, "index");
        Checks.require(!index.equals(Kind.SUBJECT), "index", "must not be the reserved name", "`" + index + "`");
        Checks.require(indexes.put(index, values) == null, "index", "must be declared once", "`" + index + "`");
    }

    Function<T, Collection<String>> checkedSubjects() {
        return subjects.andThen(StoredText::values);
    }

    Map<String, Function<T, Collection<String>>> allIndexes() {
        ImmutableMap.Builder<String, Function<T, Collection<String>>> all = ImmutableMap.builder();
        all.put(Kind.SUBJECT, checkedSubjects());
        indexes.forEach((index, values) -> all.put(index, values.andThen(StoredText::values)));
        return all.build();
    }
}
