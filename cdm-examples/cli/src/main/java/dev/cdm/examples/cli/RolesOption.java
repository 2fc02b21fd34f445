package dev.cdm.examples.cli;

import dev.cdm.matching.person.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What columns mean, written as {@code column=role,column=role}. */
record RolesOption(Map<String, Role> byColumn) {

    /** Reads the option. */
    static final class Converter implements ITypeConverter<RolesOption> {
        @Override
        public RolesOption convert(String text) {
            Map<String, Role> roles = new LinkedHashMap<>();
            for (String part : text.split(",", -1)) {
                int sign = part.lastIndexOf('=');
                if (sign < 1) {
                    throw new TypeConversionException("`" + part + "` is not of the form column=role");
                }
                String column = part.substring(0, sign).strip();
                if (roles.put(column, role(part.substring(sign + 1).strip())) != null) {
                    throw new TypeConversionException("the column `" + column + "` has two roles");
                }
            }
            return new RolesOption(roles);
        }

        private static Role role(String label) {
            return Role.of(label)
                    .orElseThrow(() -> new TypeConversionException("unknown role `" + label + "`, known are "
                            + Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(", "))));
        }
    }
}
