package dev.cdm.core.normalize;

import dev.cdm.core.internal.CleanText;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.DeliveryMode;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.RawField;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.SourceRecordBuilder;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.schema.AttributeDefinition;
import dev.cdm.core.schema.Cardinality;
import dev.cdm.core.schema.FieldTarget;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.value.Affiliation;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.CodeValue;
import dev.cdm.core.value.PersonName;
import dev.cdm.core.value.PhoneNumber;
import dev.cdm.core.value.PostalAddress;
import dev.cdm.core.value.SealedText;
import dev.cdm.core.value.SocialAccount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The normalisation of one record; used once. */
final class Intake {

    private static final int KEPT = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final Pattern LIST = Pattern.compile("[;,、|\\n/]");
    private static final Set<AttributeKey<?>> NUMBERS = new HashSet<>(List.of(
            StandardSchema.PASSPORT_NUMBER,
            StandardSchema.DRIVING_LICENCE_NUMBER,
            StandardSchema.NATIONAL_ID,
            StandardSchema.BANK_ACCOUNT));

    private final NormalizationPlan plan;
    private final RawRecord raw;
    private final SourceSystem source;
    private final Provenance provenance;
    private final SourceRecordBuilder record;
    private final Set<AttributeValue> seen = new LinkedHashSet<>();
    private final Map<String, List<Pending>> assembled = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private String region;

    Intake(NormalizationPlan plan, RawRecord raw, SourceSystem source, Provenance provenance) {
        this.plan = plan;
        this.raw = raw;
        this.source = source;
        this.provenance = provenance;
        this.record = SourceRecord.builder(raw.recordId(), provenance);
        this.region = plan.region();
    }

    /** Texts that make one value. */
    private record Pending(AttributeDefinition<?> definition, String field, Map<String, String> parts) {}

    SourceRecord record() {
        record.version(CleanText.cut(CleanText.storable(raw.version()), LONGEST_NAME));
        if (raw.deleted()) {
            return record.kind(ObservationKind.DELETION).build();
        }
        boolean patch = source.delivery() == DeliveryMode.PATCH;
        record.kind(patch ? ObservationKind.PATCH : ObservationKind.SNAPSHOT);
        raw.fields().forEach(this::read);
        ValueNormalizer.Context context =
                new ValueNormalizer.Context(plan, region, raw.assertedAt().orElse(null));
        pending.forEach(each -> finish(each.definition(), each, context));
        return record.build();
    }

    private void read(RawField field) {
        String name = CleanText.cut(CleanText.storable(field.name()), LONGEST_NAME);
        Optional<FieldTarget> target = field.name().length() > LONGEST_NAME
                ? Optional.empty()
                : plan.schema().target(name);
        if (target.isEmpty()) {
            if (!field.text().isBlank()) {
                problem("field.unknown", ProblemSeverity.WARNING, name, "is no attribute of the schema", field.text());
            }
            return;
        }
        AttributeDefinition<?> definition =
                plan.schema().definition(target.get().key());
        boolean restricted = definition.key().type() == SealedText.class;
        String kept = restricted ? "" : field.text();
        int limit = plan.lengthLimit(definition.key());
        if (field.text().length() > limit) {
            String message = "has " + field.text().length() + " characters, " + limit + " are allowed";
            problem("text.too_long", ProblemSeverity.ERROR, name, message, kept);
            return;
        }
        String text = CleanText.storable(field.text());
        if (!text.equals(field.text())) {
            String message = "had U+0000, removed, or lone surrogates, replaced";
            problem("text.not_storable", ProblemSeverity.WARNING, name, message, kept);
        }
        if (!text.isBlank()) {
            place(definition, target.get(), name, text);
        }
    }

    private void place(AttributeDefinition<?> definition, FieldTarget target, String name, String text) {
        if (definition.key().type() == CodeValue.class && definition.codeList().equals("iso-3166-1")) {
            region = Codes.country(text).orElse(region);
        }
        boolean structured = !target.part().isEmpty()
                || definition.key().type() == PersonName.class
                || definition.key().type() == PostalAddress.class
                || definition.key().type() == Affiliation.class;
        if (!structured) {
            pending.add(new Pending(definition, name, ValueNormalizer.whole(text)));
            return;
        }
        String slot = definition.key().name() + " " + target.group();
        List<Pending> values = assembled.computeIfAbsent(slot, unused -> new ArrayList<>());
        String part = slot + " " + target.part();
        int index = counts.getOrDefault(part, 0);
        if (index > 0 && text.equals(values.get(index - 1).parts().get(target.part()))) {
            return;
        }
        if (index == values.size()) {
            Pending value = new Pending(definition, name, new LinkedHashMap<>());
            values.add(value);
            pending.add(value);
        }
        values.get(index).parts().put(target.part(), text);
        counts.put(part, index + 1);
    }

    private <V extends AttributeValue> void finish(
            AttributeDefinition<V> definition, Pending texts, ValueNormalizer.Context context) {
        Map<String, String> parts = texts.parts();
        if (definition.key().type() == SealedText.class) {
            seal(definition, texts, String.join(" ", parts.values()));
            return;
        }
        ValueNormalizer<V> normalizer = plan.normalizer(definition.key());
        String whole = parts.size() == 1 ? parts.getOrDefault("", "") : "";
        Normalized<V> result =
                whole.isEmpty() ? normalizer.normalizeParts(parts, context) : normalizer.normalize(whole, context);
        boolean list = result.value().isEmpty() && definition.cardinality() == Cardinality.MANY && !whole.isEmpty();
        List<String> items = list ? items(whole) : List.of();
        if (items.size() > 1) {
            items.forEach(item -> keep(definition, normalizer.normalize(item, context), texts.field(), item));
        } else {
            keep(definition, result, texts.field(), String.join("\n", parts.values()));
        }
    }

    private static List<String> items(String text) {
        return Stream.of(LIST.split(text))
                .map(String::strip)
                .filter(item -> !item.isBlank())
                .toList();
    }

    private <V extends AttributeValue> void keep(
            AttributeDefinition<V> definition, Normalized<V> result, String field, String text) {
        result.problems().forEach(found -> problem(found.code(), found.severity(), field, found.message(), text));
        if (result.value().isPresent() && seen.add(result.value().get())) {
            V value = result.value().get();
            boolean lossless = lossless(value.canonicalText(), text);
            record.value(definition.key(), value, provenance, lossless ? null : text);
            identify(definition, value, field);
        }
    }

    /* Whether each text that came is a component of the canonical text as it came. */
    private static boolean lossless(String canonical, String text) {
        if (canonical.indexOf('\\') >= 0 || canonical.indexOf(';') < 0) {
            return false;
        }
        Collection<String> components = new ArrayList<>(List.of(canonical.split(";")));
        for (String part : text.split("\n", -1)) {
            if (!components.remove(part)) {
                return false;
            }
        }
        return true;
    }

    private <V extends AttributeValue> void seal(AttributeDefinition<V> definition, Pending texts, String text) {
        Optional<NormalizationPlan.Sealer> sealer = plan.sealer();
        if (sealer.isEmpty()) {
            String message = "is restricted, and the plan has no sealer";
            problem("restricted.no_cipher", ProblemSeverity.ERROR, texts.field(), message, "");
            return;
        }
        String line = CleanText.line(text);
        String clean = NUMBERS.contains(definition.key()) ? line.replaceAll("[^\\p{L}\\p{N}]", "") : line;
        if (clean.isBlank()) {
            problem("restricted.malformed", ProblemSeverity.ERROR, texts.field(), "has no letter or digit", "");
            return;
        }
        String upper = NUMBERS.contains(definition.key()) ? clean.toUpperCase(java.util.Locale.ROOT) : clean;
        V value =
                definition.key().type().cast(sealer.get().seal(definition.key().name(), upper));
        if (seen.add(value)) {
            record.value(definition.key(), value);
            identify(definition, value, texts.field());
        }
    }

    private void identify(AttributeDefinition<?> definition, AttributeValue value, String field) {
        if (definition.identifierType().isEmpty()) {
            return;
        }
        String text = value.canonicalText();
        if (value instanceof PhoneNumber phone) {
            text = phone.e164();
        } else if (value instanceof SocialAccount account) {
            text = account.network() + ":" + account.handle();
        }
        if (text.length() > 300) {
            String message = "is too long for an identifier";
            problem("identifier.too_long", ProblemSeverity.WARNING, field, message, "");
            return;
        }
        record.identifier(new Identifier(definition.identifierType().get(), text));
    }

    private void problem(String code, ProblemSeverity severity, String field, String message, String text) {
        String cut = CleanText.cut(text, KEPT);
        String told = cut.length() == text.length() ? message : message + "; the first " + cut.length() + " are kept";
        record.problem(new ValueProblem(code, severity, field, told, CleanText.storable(cut)));
    }
}
