package dev.cdm.consent.json;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.purpose.Categories;
import dev.cdm.consent.purpose.DataClass;
import dev.cdm.consent.purpose.Operations;
import dev.cdm.consent.recipient.Recipient;
import dev.cdm.consent.recipient.Recipient.Role;
import dev.cdm.core.model.RecipientId;
import java.util.List;

/** The terms that a register of purposes adds: data categories, operations, recipients. */
final class TermNodes {

    private TermNodes() {}

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
        return register.objects("recipients").stream().map(TermNodes::recipient).toList();
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
