package dev.cdm.examples.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** Reads a constant as it is written on the command line: in lower case, with hyphens. */
final class Choice {

    private Choice() {}

    static <E extends Enum<E>> E of(Class<E> type, String text, String problem) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value ->
                        value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("`" + text + "` " + problem));
    }
}
