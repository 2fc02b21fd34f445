package dev.cdm.core.value;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;
import java.util.ArrayList;
import java.util.List;

/**
 * Canonical text of several components, divided by semicolons and escaped by backslashes as in vCard (RFC 6350). It holds
 * at least one semicolon, so that a value of which only the first component is known differs from plain text.
 */
final class Components {

    private Components() {}

    static String join(String... components) {
        StringBuilder text = new StringBuilder();
        for (String component : components) {
            for (int i = 0; i < component.length(); i++) {
                char unit = component.charAt(i);
                if (unit == ';' || unit == '\\') {
                    text.append('\\');
                }
                text.append(unit);
            }
            text.append(';');
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ';' && !escaped(text, end - 1)) {
            end--;
        }
        boolean one = end == components[0].length() + escapes(components[0]);
        return text.substring(0, one ? end + 1 : end);
    }

    private static int escapes(String component) {
        return (int)
                component.chars().filter(unit -> unit == ';' || unit == '\\').count();
    }

    private static boolean escaped(CharSequence text, int at) {
        int slashes = 0;
        while (at - slashes > 0 && text.charAt(at - slashes - 1) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    /* Always `count` components or more; the missing ones are empty. */
    static List<String> split(String text, int count) {
        List<String> components = new ArrayList<>(count);
        StringBuilder component = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '\\' && i + 1 < text.length()) {
                component.append(text.charAt(++i));
            } else if (unit == ';') {
                components.add(component.toString());
                component.setLength(0);
            } else {
                component.append(unit);
            }
        }
        components.add(component.toString());
        while (components.size() < count) {
            components.add("");
        }
        return components;
    }

    static String storable(String text, String parameter) {
        Checks.require(CodePoints.storable(text), parameter, "must not hold U+0000 or a lone surrogate");
        return text;
    }

    static String required(String text, String parameter) {
        return Checks.notBlank(storable(text, parameter), parameter);
    }

    static void someOf(String parameter, String... parts) {
        boolean some = false;
        for (String part : parts) {
            storable(part, parameter);
            some |= !part.isBlank();
        }
        Checks.require(some, parameter, "must have at least one part that is not blank");
    }
}
