package dev.cdm.examples.cli;

import dev.cdm.matching.Deduplicator;
import dev.cdm.matching.Linker;
import dev.cdm.matching.MatchPairs;
import dev.cdm.matching.clustering.LinkAssignment;
import dev.cdm.matching.table.Table;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Finds the records of two files that are one person. */
@Command(
        name = "link",
        description = "Finds the records of two files that are one person.",
        mixinStandardHelpOptions = true)
final class LinkCommand implements Callable<Integer> {

    @Option(names = "--left", required = true, description = "The left CSV file.")
    Path left = Path.of("");

    @Option(names = "--right", required = true, description = "The right CSV file, with the same columns.")
    Path right = Path.of("");

    @Option(names = "--id", required = true, description = "The column with the record ids.")
    String id = "";

    @Option(
            names = "--roles",
            required = true,
            converter = RolesOption.Converter.class,
            description = "What the columns mean: column=role,column=role.")
    RolesOption roles = new RolesOption(Map.of());

    @Option(
            names = "--output",
            required = true,
            description = "Where the links go: left_id,right_id,match_weight,match_probability.")
    Path output = Path.of("");

    @Option(
            names = "--cardinality",
            defaultValue = "one-to-one",
            converter = CardinalityConverter.class,
            description = "one-to-one, one-to-many or many-to-many (default: ${DEFAULT-VALUE}).")
    LinkAssignment cardinality = LinkAssignment.ONE_TO_ONE;

    @Option(
            names = "--threshold",
            defaultValue = "" + Deduplicator.DEFAULT_THRESHOLD,
            description = "The probability from which records are linked (default: ${DEFAULT-VALUE}).")
    double threshold;

    @Mixin
    RunOptions run = new RunOptions();

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        Report report = new Report();
        CommandLine line = spec.commandLine();
        Tokens tokens = new Tokens();
        Table lefts = new CsvTable(left, report, tokens, "l").read(id, roles.byColumn());
        Table rights = new CsvTable(right, report, tokens, "r").read(id, roles.byColumn());
        MatchPairs links = run.work(
                line.getErr(),
                workers -> Linker.of(roles.byColumn())
                        .cardinality(cardinality)
                        .threshold(threshold)
                        .nicknames(run.shortForms())
                        .workers(workers)
                        .link(lefts, rights));
        links.warnings().forEach(report::warn);
        Output.links(output, links);
        report.put("links", links.size());
        report.print(line.getOut(), run.json);
        return 0;
    }

    /** Reads a cardinality. */
    static final class CardinalityConverter implements ITypeConverter<LinkAssignment> {
        @Override
        public LinkAssignment convert(String text) {
            return Arrays.stream(LinkAssignment.values())
                    .filter(value -> value.name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-')
                            .equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("`" + text + "` is not a cardinality"));
        }
    }
}
