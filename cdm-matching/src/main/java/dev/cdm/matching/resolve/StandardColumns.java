package dev.cdm.matching.resolve;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.Sourced;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.CodeValue;
import dev.cdm.core.value.DateValue;
import dev.cdm.core.value.PersonName;
import dev.cdm.core.value.PostalAddress;
import dev.cdm.matching.person.Role;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a model from the attributes of the standard schema, by what the columns mean; of several columns of one
 * role each gets another value. Roles without an attribute stay empty.
 */
final class StandardColumns implements Function<SourceRecord, Map<String, String>> {

    private final ImmutableMap<String, Role> roles;

    StandardColumns(Map<String, Role> roles) {
        this.roles = ImmutableMap.copyOf(roles);
    }

    @Override
    public Map<String, String> apply(SourceRecord record) {
        Map<Role, List<String>> values = new EnumMap<>(Role.class);
        Map<Role, Integer> used = new EnumMap<>(Role.class);
        Map<String, String> columns = new HashMap<>();
        roles.forEach((column, role) -> {
            List<String> all = values.computeIfAbsent(role, key -> texts(record, key));
            int place = used.merge(role, 1, Integer::sum) - 1;
            if (place < all.size()) {
                columns.put(column, all.get(place));
            }
        });
        return columns;
    }

    private List<String> texts(SourceRecord record, Role role) {
        Stream<String> texts = switch (role) {
            case GIVEN_NAME -> of(record, StandardSchema.NAME).map(PersonName::given);
            case FAMILY_NAME -> of(record, StandardSchema.NAME).map(PersonName::family);
            case GIVEN_NAME_KANA -> of(record, StandardSchema.NAME).map(PersonName::givenKana);
            case FAMILY_NAME_KANA -> of(record, StandardSchema.NAME).map(PersonName::familyKana);
            case FULL_NAME -> of(record, StandardSchema.NAME).map(this::whole);
            case BIRTH_DATE -> of(record, StandardSchema.BIRTH_DATE).map(DateValue::canonicalText);
            case BIRTH_YEAR ->
                of(record, StandardSchema.BIRTH_DATE)
                        .map(date -> Integer.toString(date.date().getYear()));
            case SEX -> of(record, StandardSchema.GENDER).map(CodeValue::code);
            case STREET -> of(record, StandardSchema.ADDRESS).map(PostalAddress::street);
            case CITY -> of(record, StandardSchema.ADDRESS).map(PostalAddress::city);
            case POSTCODE -> of(record, StandardSchema.ADDRESS).map(PostalAddress::postcode);
            case REGION -> of(record, StandardSchema.ADDRESS).map(PostalAddress::region);
            case COUNTRY -> of(record, StandardSchema.ADDRESS).map(PostalAddress::country);
            case ADDRESS -> of(record, StandardSchema.ADDRESS).map(StandardColumns::line);
            case PHONE -> of(record, StandardSchema.PHONE).map(phone -> phone.e164());
            case EMAIL -> of(record, StandardSchema.EMAIL).map(AttributeValue::canonicalText);
            case NATIONAL_ID -> of(record, StandardSchema.NATIONAL_ID).map(secret -> secret.token());
            case ORGANISATION -> of(record, StandardSchema.AFFILIATION).map(place -> place.organization());
            case OCCUPATION -> of(record, StandardSchema.AFFILIATION).map(place -> place.title());
            default -> Stream.empty();
        };
        return texts.filter(text -> !text.isBlank()).distinct().toList();
    }

    private static <V extends AttributeValue> Stream<V> of(SourceRecord record, AttributeKey<V> key) {
        return record.values(key).stream().map(Sourced::value);
    }

    /** The whole name where its parts have no columns of their own, or are not known. */
    private String whole(PersonName name) {
        boolean parted = roles.containsValue(Role.GIVEN_NAME) || roles.containsValue(Role.FAMILY_NAME);
        return parted && !(name.given().isEmpty() && name.family().isEmpty()) ? "" : name.display();
    }

    private static String line(PostalAddress address) {
        return Stream.of(address.street(), address.city(), address.region(), address.postcode())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
