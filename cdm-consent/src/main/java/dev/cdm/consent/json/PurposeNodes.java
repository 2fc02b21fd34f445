package dev.cdm.consent.json;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.purpose.Categories;
import dev.cdm.consent.purpose.DataClass;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Operations;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.PurposeClass;
import dev.cdm.consent.recipient.Recipient;
import dev.cdm.consent.recipient.Recipient.Role;
import dev.cdm.core.model.RecipientId;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Purposes as people write them. */
final class PurposeNodes {

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

    private PurposeNodes() {}

    static Purpose read(Node node) {
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

    static Categories categories(Node register) {
        Categories.Builder categories = Categories.standard().toBuilder();
        for (Node node : register.objects("categories")) {
            node.only(ImmutableSet.of("name", "class", "dpv", "parents", "attributes"));
            String name = node.text("name");
            categories.add(
                    name,
                    node.constant("class", DataClass.class, DataClass.ORDINARY),
                    node.text("dpv", ""),
                    node.texts("parents").toArray(String[]::new));
            node.texts("attributes").forEach(attribute -> categories.attribute(attribute, name));
        }
        return categories.build();
    }

    static Operations operations(Node register) {
        Operations.Builder operations = Operations.standard().toBuilder();
        for (Node node : register.objects("operations")) {
            node.only(ImmutableSet.of("name", "dpv", "parents"));
            operations.add(
                    node.text("name"),
                    node.text("dpv", ""),
                    node.texts("parents").toArray(String[]::new));
        }
        return operations.build();
    }

    static List<Recipient> recipients(Node register) {
        return register.objects("recipients").stream()
                .map(PurposeNodes::recipient)
                .toList();
    }

    private static Recipient recipient(Node node) {
        node.only(ImmutableSet.of("id", "name", "country", "role", "groups"));
        String id = node.text("id");
        return new Recipient(
                new RecipientId(id),
                node.text("name", id),
                node.text("country", ""),
                node.constant("role", Role.class, Role.THIRD_PARTY),
                node.texts("groups").stream().map(RecipientId::new).collect(ImmutableSet.toImmutableSet()));
    }
}
