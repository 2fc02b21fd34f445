package dev.cdm.examples.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code cdm}. Its exit code is 0, 1 if the input is at fault, 2 if the command line is. */
@Command(
        name = "cdm",
        description = "Finds the records that are one person in CSV files, and decides whether data may be used.",
        mixinStandardHelpOptions = true,
        version = "cdm 0.1.0",
        subcommands = {
            DedupeCommand.class,
            LinkCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            ExplainCommand.class,
            ResolveCommand.class,
            SearchCommand.class,
            DecideCommand.class,
            DisclosureCommand.class
        })
public final class Cdm implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** Made by the command line. */
    public Cdm() {}

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is needed");
    }

    /**
     * Runs a command and ends the process.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Cdm())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, command, result) -> {
                    command.getErr().println("cdm: " + message(problem));
                    return 1;
                })
                .execute(arguments);
    }

    private static String message(Exception problem) {
        if (problem instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
            return message(wrapped.getCause());
        }
        if (problem instanceof NoSuchFileException missing) {
            return "there is no file `" + missing.getFile() + "`";
        }
        if (problem instanceof FileSystemException file) {
            String why = file.getReason() == null ? "cannot be opened" : file.getReason();
            return "`" + file.getFile() + "`: " + why;
        }
        boolean clear = problem instanceof InputProblem || problem instanceof IllegalArgumentException;
        return clear
                ? String.valueOf(problem.getMessage())
                : problem.getClass().getSimpleName() + ": " + problem.getMessage();
    }
}
