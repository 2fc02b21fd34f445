package dev.cdm.consent.json;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.consent.recipient.Recipients;
import java.time.DateTimeException;
import java.util.Set;

/**
 * Registers of purposes as JSON files, as in {@code {"purposes":[{"id":"news","name":"News","bases":["CONSENT"]}]}}. The
 * format is described by {@code purposes.schema.json}; it may add recipients, data categories and operations.
 */
public final class PurposeFiles {

    private static final Set<String> TOP =
            ImmutableSet.of("$schema", "purposes", "categories", "operations", "recipients");

    private PurposeFiles() {}

    /** {@return the purposes of the examples in the packs: one for each class, and some that rest on one ground only} */
    public static Purposes examples() {
        return parse(PackFiles.resource("example-purposes.json"));
    }

    /**
     * {@return the register of a text, with the standard data categories and operations and those it adds}
     *
     * @param text one JSON object
     * @throws IllegalArgumentException if it is not a register; the message names the field
     */
    public static Purposes parse(String text) {
        try {
            Node node = Node.parse(text).only(TOP);
            return Purposes.of(
                    node.objects("purposes").stream().map(PurposeNodes::read).toList(),
                    PurposeNodes.categories(node),
                    PurposeNodes.operations(node));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date or period of the purposes cannot be read", e);
        }
    }

    /**
     * {@return the recipients of a text that is a register of purposes; none if it lists none}
     *
     * @param text one JSON object
     * @throws IllegalArgumentException if it is not a register; the message names the field
     */
    public static Recipients recipients(String text) {
        return Recipients.of(PurposeNodes.recipients(Node.parse(text).only(TOP)));
    }
}
