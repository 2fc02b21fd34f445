package dev.cdm.consent.json;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.PurposeClass;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.consent.recipient.Recipients;
import dev.cdm.core.model.RecipientId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Set;

/**
 * Registers of purposes as JSON files, as in {@code {"purposes":[{"id":"news","name":"News","bases":["CONSENT"]}]}}. The
 * format is described by {@code purposes.schema.json}; it may add recipients, data categories and operations.
 */
public final class PurposeFiles {

    private static final Set<String> TOP =
            ImmutableSet.of("$schema", "purposes", "categories", "operations", "recipients");
    private static final Set<String> FIELDS = ImmutableSet.of(
            "id",
            "name",
            "names",
            "attributes",
            "categories",
            "operations",
            "bases",
            "classes",
            "parents",
            "recipients",
            "retention",
            "validity",
            "since",
            "until",
            "doubleOptIn",
            "inferred",
            "dpv");

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
                    node.objects("purposes").stream().map(PurposeFiles::purpose).toList(),
                    TermNodes.categories(node),
                    TermNodes.operations(node));
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
        return Recipients.of(TermNodes.recipients(Node.parse(text).only(TOP)));
    }

    private static Purpose purpose(Node node) {
        node.only(FIELDS);
        Purpose.Builder purpose = Purpose.builder(node.text("id"), node.text("name", node.text("id")))
                .attributes(node.texts("attributes"))
                .categories(node.texts("categories").toArray(String[]::new))
                .operations(node.texts("operations").toArray(String[]::new))
                .under(node.texts("parents").toArray(String[]::new))
                .recipients(
                        node.texts("recipients").stream().map(RecipientId::new).toArray(RecipientId[]::new))
                .dpv(node.text("dpv", ""));
        if (node.has("bases")) {
            purpose.bases(node.constants("bases", LegalBasis.class).toArray(LegalBasis[]::new));
        }
        if (node.has("classes")) {
            purpose.classes(node.constants("classes", PurposeClass.class).toArray(PurposeClass[]::new));
        }
        return optional(purpose, node).build();
    }

    private static Purpose.Builder optional(Purpose.Builder purpose, Node node) {
        if (node.has("names")) {
            Node names = node.object("names");
            names.names().forEach(tag -> purpose.name(Locale.forLanguageTag(tag), names.text(tag)));
        }
        if (node.has("retention")) {
            purpose.retention(Period.parse(node.text("retention")));
        }
        if (node.has("validity")) {
            purpose.validity(Period.parse(node.text("validity")));
        }
        if (node.has("since")) {
            purpose.since(LocalDate.parse(node.text("since")));
        }
        if (node.has("until")) {
            purpose.until(LocalDate.parse(node.text("until")));
        }
        if (node.flag("doubleOptIn", false)) {
            purpose.doubleOptIn();
        }
        return node.flag("inferred", false) ? purpose.inferred() : purpose;
    }
}
