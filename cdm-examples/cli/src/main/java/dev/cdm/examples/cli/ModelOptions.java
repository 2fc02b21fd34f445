package dev.cdm.examples.cli;

import dev.cdm.matching.person.Role;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options about models and the meaning of columns. */
final class ModelOptions {

    @Option(
            names = "--roles",
            converter = RolesOption.Converter.class,
            description = "What the columns mean: column=role,column=role. Needed unless the model is one of people.")
    @Nullable
    RolesOption roles;

    @Option(
            names = "--model",
            description =
                    "Go by this model instead of learning: one of people as `train` and `--save-model` give it, one of"
                            + " comparisons, or one of Splink.")
    @Nullable
    Path model;

    @Option(
            names = "--save-model",
            description = "Where the model of this run goes, as JSON. It names values that several people share.")
    @Nullable
    Path saved;

    @Option(
            names = "--least-entities",
            defaultValue = "5",
            description = "In how many people a value must occur to be named in a saved model (default:"
                    + " ${DEFAULT-VALUE}).")
    int leastEntities;

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    /** {@return what the columns mean, which must have been said} */
    Map<String, Role> roles() {
        if (roles == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Missing required option: '--roles'");
        }
        return roles.byColumn();
    }

    /** {@return what the columns mean, as the model has it unless something else was said} */
    Map<String, Role> rolesOr(Map<String, Role> known) {
        return roles == null ? known : roles.byColumn();
    }

    /** {@return the model to go by, if there is one} */
    @Nullable
    ModelFile read() {
        return model == null ? null : ModelFile.read(model);
    }
}
