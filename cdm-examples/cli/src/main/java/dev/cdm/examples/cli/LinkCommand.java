package dev.cdm.examples.cli;

import dev.cdm.matching.Linker;
import dev.cdm.matching.MatchPairs;
import dev.cdm.matching.clustering.LinkAssignment;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.table.Table;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
            names = "--pairs",
            description = "Where all scored pairs go, linked or not: left_id,right_id,match_weight,match_probability.")
    @Nullable
    Path pairs;

    @Option(
            names = "--threshold",
            description = "The calibrated probability above which records are linked (default: that of a model, else where"
                    + " what was learned sees even odds, before they are calibrated).")
    @Nullable
    Double threshold;

    @Mixin
    ModelOptions models = new ModelOptions();

    @Mixin
    JoinOptions joins = new JoinOptions();

    @Mixin
    RunOptions run = new RunOptions();

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        Report report = new Report();
        CommandLine line = spec.commandLine();
        ModelFile file = models.read();
        PersonModel model = file == null ? null : peopleOnly(file);
        Map<String, Role> roles = model == null ? models.roles() : models.rolesOr(model.roles());
        Tokens tokens = new Tokens();
        Table lefts = new CsvTable(left, report, tokens, "l").read(id, joins.columns(roles));
        Table rights = new CsvTable(right, report, tokens, "r").read(id, joins.columns(roles));
        Linker learning = model == null ? Linker.of(roles) : Linker.with(model, roles, roles);
        Linker linker = threshold == null ? learning : learning.threshold(threshold);
        MatchPairs links = run.work(
                line.getErr(),
                workers -> linker.nicknames(run.shortForms())
                        .cardinality(cardinality)
                        .constraints(joins.constraints("l", "r"))
                        .workers(workers)
                        .link(lefts, rights));
        links.warnings().forEach(report::warn);
        Output.links(output, links);
        if (pairs != null) {
            Output.links(pairs, links.scored());
        }
        if (models.saved != null) {
            ModelFile.write(models.saved, links.model(models.leastEntities));
        }
        report.disabledBlocks(links.disabledBlocks());
        report.put("links", links.size());
        report.print(line.getOut(), run.json);
        return 0;
    }

    private static PersonModel peopleOnly(ModelFile file) {
        if (file.people() == null) {
            throw new InputProblem("`link` needs a model of people as `train` makes it, not one of comparisons");
        }
        return file.people();
    }

    /** Reads a cardinality. */
    static final class CardinalityConverter implements ITypeConverter<LinkAssignment> {
        @Override
        public LinkAssignment convert(String text) {
            return Choice.of(LinkAssignment.class, text, "is not a cardinality");
        }
    }
}
