package dev.cdm.core.format;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.schema.FieldNames;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each field of an export is for. Names are compared folded ({@link FieldNames}). Immutable. */
final class FieldPlan {

    /** What a field is for. */
    enum Role {
        /** It is a field of the record. */
        FIELD,
        /** It is left out. */
        IGNORED,
        /** It is the system's own key. */
        KEY,
        /** It tells since when it is so. */
        TIME,
        /** It is the source's own version of the record. */
        VERSION,
        /** It tells whether the record was deleted. */
        DELETED
    }

    /**
     * What one field is for.
     *
     * @param header its name in the file
     * @param role what it is for
     * @param name its name in the record
     * @param kept whether it is a field of the record, too
     */
    record Column(String header, Role role, String name, boolean kept) {}

    private final ImmutableMap<String, Role> roles;
    private final ImmutableMap<String, String> aliases;
    private final ImmutableSet<String> kept;

    FieldPlan(Map<String, Role> roles, Map<String, String> aliases, Collection<String> kept) {
        this.roles = folded(roles);
        this.aliases = folded(aliases);
        this.kept = kept.stream().map(FieldPlan::fold).collect(ImmutableSet.toImmutableSet());
    }

    Column column(String header) {
        String folded = fold(header);
        Role role = roles.getOrDefault(folded, Role.FIELD);
        return new Column(
                header, role, aliases.getOrDefault(folded, header), role == Role.FIELD || kept.contains(folded));
    }

    /** Names without a letter or digit are compared as they are. */
    static String fold(String name) {
        String folded = FieldNames.fold(name);
        return folded.isEmpty() ? name : folded;
    }

    private static <V> ImmutableMap<String, V> folded(Map<String, V> byName) {
        Map<String, V> folded = new LinkedHashMap<>();
        byName.forEach((name, value) -> folded.put(fold(name), value));
        return ImmutableMap.copyOf(folded);
    }
}
