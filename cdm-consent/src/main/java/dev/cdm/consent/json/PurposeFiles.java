package dev.cdm.consent.json;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.purpose.Categories;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.PurposeClass;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.RecipientId;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Locale;
import java.util.Set;

/** Registers of purposes as JSON files, as in {@code {"purposes":[{"id":"news","name":"News","bases":["CONSENT"]}]}}. */
public final class PurposeFiles {

    private static final Set<String> FIELDS = ImmutableSet.of(
            "id",
            "name",
            "names",
            "attributes",
            "categories",
            "bases",
            "classes",
            "parents",
            "recipients",
            "retention",
            "validity",
            "doubleOptIn",
            "inferred",
            "dpv");

    private PurposeFiles() {}

    /**
     * {@return the register of a text, with the standard data categories}
     *
     * @param text one JSON object
     * @throws IllegalArgumentException if it is not a register; the message names the field
     */
    public static Purposes parse(String text) {
        try {
            Node node = Node.parse(text).only(ImmutableSet.of("purposes"));
            return Purposes.of(
                    node.objects("purposes").stream().map(PurposeFiles::purpose).toList(), Categories.standard());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a period of the purposes cannot be read", e);
        }
    }

    private static Purpose purpose(Node node) {
        node.only(FIELDS);
        Purpose.Builder purpose = Purpose.builder(node.text("id"), node.text("name", node.text("id")))
                .attributes(node.texts("attributes"))
                .categories(node.texts("categories").toArray(String[]::new))
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
        if (node.flag("doubleOptIn", false)) {
            purpose.doubleOptIn();
        }
        return node.flag("inferred", false) ? purpose.inferred() : purpose;
    }
}
