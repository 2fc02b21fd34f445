package dev.cdm.examples.cli;

import dev.cdm.matching.joining.Constraints;
import dev.cdm.matching.person.Role;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options on what may not or must be joined. */
final class JoinOptions {

    @Option(names = "--cannot-link", description = "CSV file with two columns: ids of records that are never joined.")
    @Nullable
    Path cannotLinks;

    @Option(names = "--must-link", description = "CSV file with two columns: ids of records that are always joined.")
    @Nullable
    Path mustLinks;

    @Option(names = "--source", description = "Column that names the source of a record, for `--duplicate-free`.")
    @Nullable
    String source;

    @Option(
            names = "--duplicate-free",
            split = ",",
            description = "Sources that hold every person once; without it all that `--source` names.")
    List<String> duplicateFree = List.of();

    @Option(
            names = "--at-most",
            split = ",",
            description = "How many different values of a column a person has at most, such as ssn=1.")
    Map<String, Integer> limits = Map.of();

    /** {@return the columns to be read: those with a role, and those of the constraints} */
    Map<String, Role> columns(Map<String, Role> roles) {
        Map<String, Role> all = new LinkedHashMap<>(roles);
        if (source != null) {
            all.putIfAbsent(source, Role.IGNORE);
        }
        limits.keySet().forEach(column -> all.putIfAbsent(column, Role.IGNORE));
        return all;
    }

    /** {@return the constraints; the prefixes stand before the ids of the first and the second record} */
    Constraints constraints(String first, String second) {
        Constraints.Builder builder = Constraints.builder();
        rows(cannotLinks).forEach(row -> builder.cannotLink(first + row.get(0), second + row.get(1)));
        rows(mustLinks).forEach(row -> builder.mustLink(first + row.get(0), second + row.get(1)));
        if (source != null) {
            builder.duplicateFree(source, duplicateFree);
        } else if (!duplicateFree.isEmpty()) {
            throw new InputProblem("`--duplicate-free` needs `--source`, the column that names the source of a record");
        }
        limits.forEach(builder::atMost);
        return builder.build();
    }

    private static List<List<String>> rows(@Nullable Path file) {
        return file == null ? List.of() : LabelFile.rows(file, 2);
    }
}
