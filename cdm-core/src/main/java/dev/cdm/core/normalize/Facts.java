package dev.cdm.core.normalize;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.CleanText;
import dev.cdm.core.schema.AttributeDefinition;
import dev.cdm.core.value.Affiliation;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.CodeValue;
import dev.cdm.core.value.DateValue;
import dev.cdm.core.value.EmailAddress;
import dev.cdm.core.value.FlagValue;
import dev.cdm.core.value.Interest;
import dev.cdm.core.value.Money;
import dev.cdm.core.value.MoneyBand;
import dev.cdm.core.value.NumberValue;
import dev.cdm.core.value.PersonName;
import dev.cdm.core.value.PhoneNumber;
import dev.cdm.core.value.PostalAddress;
import dev.cdm.core.value.Preference;
import dev.cdm.core.value.SocialAccount;
import dev.cdm.core.value.Tag;
import dev.cdm.core.value.TextValue;
import dev.cdm.core.value.TimestampValue;
import dev.cdm.core.value.UriValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The normaliser of every type of value, and those that are too small for a class of their own. */
final class Facts {

    private static final ImmutableMap<Class<?>, ValueNormalizer<?>> BY_TYPE =
            ImmutableMap.<Class<?>, ValueNormalizer<?>>builder()
                    .put(Affiliation.class, new Affiliations())
                    .put(DateValue.class, (ValueNormalizer<DateValue>) Dates::date)
                    .put(EmailAddress.class, new Emails())
                    .put(FlagValue.class, (ValueNormalizer<FlagValue>) (text, context) -> flag(text))
                    .put(Interest.class, (ValueNormalizer<Interest>) Facts::interest)
                    .put(Money.class, (ValueNormalizer<Money>) Numbers::money)
                    .put(MoneyBand.class, (ValueNormalizer<MoneyBand>) Numbers::band)
                    .put(NumberValue.class, (ValueNormalizer<NumberValue>) (text, context) -> Numbers.number(text))
                    .put(PersonName.class, new Names())
                    .put(PhoneNumber.class, new Phones())
                    .put(PostalAddress.class, new Addresses())
                    .put(Preference.class, (ValueNormalizer<Preference>) (text, context) -> preference(text))
                    .put(SocialAccount.class, (ValueNormalizer<SocialAccount>) (text, context) -> social(text))
                    .put(Tag.class, (ValueNormalizer<Tag>) (text, context) -> tag(text))
                    .put(TextValue.class, (ValueNormalizer<TextValue>) (text, context) -> text(text))
                    .put(TimestampValue.class, (ValueNormalizer<TimestampValue>) Dates::timestamp)
                    .put(UriValue.class, (ValueNormalizer<UriValue>) (text, context) -> uri(text))
                    .build();

    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(?![0-9]{1,5}(/|$)).*");
    private static final Pattern HOST = Pattern.compile("(?i)(?:https?:)?(?://)?(?:www\\.)?([^/?#]+)/?([^?#]*).*");
    private static final Pattern AUTHORITY = Pattern.compile("([^@]*@)?([^@:]+|\\[[^@]*])(:[0-9]{0,5})?");
    private static final Pattern NETWORK = Pattern.compile("([^:/@]{1,40}): ?@?([^ /]{1,200})");
    private static final Pattern FEDERATED = Pattern.compile("@?([^@ ]{1,100})@([^@ /]{1,200})");
    private static final Pattern LIST = Pattern.compile("[,;、|/]");
    private static final Pattern PAIR = Pattern.compile("([^:=]{1,200})[:=] ?([^:=]{1,800})");

    private static final Pattern CANONICAL_TAG = Pattern.compile("(?s).*;(?:-1|0|1)");
    private static final Pattern MARKED_TAG = Pattern.compile("(?s)(.+?) ?[(\\[]([^()\\[\\]]{1,12})[)\\]]");

    private Facts() {}

    /** {@return the normaliser of an attribute; sealed texts have none} */
    static <V extends AttributeValue> ValueNormalizer<V> normalizer(AttributeDefinition<V> definition) {
        ValueNormalizer<?> found = definition.key().type() == CodeValue.class
                ? new Codes(definition.codeList())
                : BY_TYPE.get(definition.key().type());
        if (found == null) {
            throw new IllegalStateException("no normaliser for `" + definition.key() + "`");
        }
        @SuppressWarnings("unchecked") // the table pairs each type with its normaliser
        ValueNormalizer<V> typed = (ValueNormalizer<V>) found;
        return typed;
    }

    private static Normalized<TextValue> text(String text) {
        String lines = CleanText.lines(text);
        return lines.isBlank()
                ? Normalized.failed("text.malformed", "has no visible character")
                : Normalized.of(new TextValue(lines));
    }

    private static Normalized<FlagValue> flag(String text) {
        return Codes.table("flag")
                .code(CleanText.line(text))
                .map(code -> Normalized.of(new FlagValue(code.equals("true"))))
                .orElseGet(() -> Normalized.failed("flag.malformed", "is neither yes nor no"));
    }

    private static Normalized<UriValue> uri(String text) {
        String line = CleanText.line(text);
        String whole = SCHEME.matcher(line).matches() ? line : line.indexOf('.') > 0 ? "https://" + line : "";
        try {
            URI uri = new URI(whole.replace(" ", "%20")).normalize();
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (List.of("javascript", "vbscript", "data").contains(scheme)) {
                return Normalized.failed("uri.unsafe", "has a scheme that runs or hides content");
            }
            if (scheme.matches("https?|ftp")) {
                return web(scheme, uri);
            }
            return Normalized.of(
                    new UriValue(new URI(scheme + uri.toASCIIString().substring(scheme.length()))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Normalized.failed("uri.malformed", "is not an absolute URI");
        }
    }

    private static Normalized<UriValue> web(String scheme, URI uri) throws URISyntaxException {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            return Normalized.failed("uri.malformed", "has no host");
        }
        String domain = Emails.domain(parts.group(2));
        String host = domain.isEmpty() ? parts.group(2).toLowerCase(Locale.ROOT) : domain;
        String rest = uri.toString().substring(scheme.length() + 3 + authority.length());
        URI ascii = new URI(scheme + "://" + text(parts, 1) + host + text(parts, 3) + rest);
        URI normal = new URI(ascii.toASCIIString());
        return normal.getHost() == null
                ? Normalized.failed("uri.malformed", "has no host")
                : Normalized.of(new UriValue(normal));
    }

    private static String text(Matcher matcher, int group) {
        return matcher.group(group) == null ? "" : matcher.group(group);
    }

    private static Normalized<SocialAccount> social(String text) {
        String line = CleanText.line(text);
        Matcher page = HOST.matcher(line);
        Optional<String> network = page.matches() && line.indexOf('/') > 0
                ? Codes.table("social_network").code(page.group(1))
                : Optional.empty();
        if (network.isPresent()) {
            return account(network.get(), page.group(2).replaceFirst("^(?:in|company|user|channel|c|profile)/", ""));
        }
        if (line.indexOf(';') > 0) {
            return canonical(line);
        }
        Matcher named = NETWORK.matcher(line);
        if (named.matches()) {
            String name = named.group(1).strip().toLowerCase(Locale.ROOT);
            return account(Codes.table("social_network").code(name).orElse(name), named.group(2));
        }
        Matcher federated = FEDERATED.matcher(line);
        if (line.startsWith("@") && federated.matches()) {
            return account("mastodon", federated.group(1) + "@" + federated.group(2));
        }
        return Normalized.failed("social.malformed", "names no network and handle");
    }

    private static Normalized<SocialAccount> canonical(String line) {
        try {
            SocialAccount account = SocialAccount.parse(line);
            String name = account.network().strip().toLowerCase(Locale.ROOT);
            return account(Codes.table("social_network").code(name).orElse(name), account.handle());
        } catch (IllegalArgumentException e) {
            return Normalized.failed("social.malformed", "names no network and handle");
        }
    }

    private static Normalized<SocialAccount> account(String network, String path) {
        String first = path.replaceFirst("^@", "").replaceFirst("/.*", "");
        String handle = CleanText.line(first.toLowerCase(Locale.ROOT));
        return handle.isEmpty() || handle.startsWith("@") || network.isBlank()
                ? Normalized.failed("social.malformed", "names no handle")
                : Normalized.of(new SocialAccount(CleanText.line(network), handle));
    }

    private static Normalized<Interest> interest(String text, ValueNormalizer.Context context) {
        String line = CleanText.line(text);
        if (line.indexOf(';') >= 0) {
            try {
                Interest parsed = Interest.parse(line);
                return Normalized.of(new Interest(parsed.topic().strip(), parsed.weight(), parsed.lastSeen()));
            } catch (IllegalArgumentException | DateTimeParseException e) {
                return Normalized.failed("interest.malformed", "is not a topic, a weight and a time");
            }
        }
        if (line.isEmpty() || LIST.matcher(line).find()) {
            return Normalized.failed("interest.malformed", "is not one topic");
        }
        Optional<Instant> time = context.assertedAt();
        return Normalized.of(new Interest(line, 1, time.orElse(Instant.EPOCH)))
                .warningIf(time.isEmpty(), "interest.time_unknown", "has no time: taken as of 1970, so it has faded");
    }

    private static Normalized<Preference> preference(String text) {
        String line = CleanText.line(text);
        Matcher pair = PAIR.matcher(line);
        try {
            if (line.indexOf(';') < 0 && pair.matches()) {
                return Normalized.of(
                        new Preference(pair.group(1).strip(), pair.group(2).strip()));
            }
            Preference parsed = Preference.parse(line);
            return Normalized.of(
                    new Preference(parsed.topic().strip(), parsed.choice().strip()));
        } catch (IllegalArgumentException e) {
            return Normalized.failed("preference.malformed", "is not a topic and a choice");
        }
    }

    /** Work and membership. */
    private static final class Affiliations implements ValueNormalizer<Affiliation> {

        @Override
        public Normalized<Affiliation> normalize(String text, Context context) {
            String line = CleanText.line(text);
            if (line.indexOf(';') < 0) {
                return normalizeParts(Map.of("organization", line), context);
            }
            Map<String, String> parts = new LinkedHashMap<>();
            try {
                Affiliation canonical = Affiliation.parse(line);
                parts.put("organization", canonical.organization());
                parts.put("title", canonical.title());
                parts.put("department", canonical.department());
                parts.put("from", canonical.from().map(LocalDate::toString).orElse(""));
                parts.put("to", canonical.to().map(LocalDate::toString).orElse(""));
            } catch (IllegalArgumentException | DateTimeParseException e) {
                return Normalized.failed("affiliation.malformed", "is not an organisation, a title and a department");
            }
            return normalizeParts(parts, context);
        }

        @Override
        public Normalized<Affiliation> normalizeParts(Map<String, String> parts, Context context) {
            String organization = CleanText.line(parts.getOrDefault("organization", parts.getOrDefault("", "")));
            String title = CleanText.line(parts.getOrDefault("title", ""));
            if (organization.isBlank() && title.isBlank()) {
                return Normalized.failed("affiliation.incomplete", "has neither an organisation nor a title");
            }
            @Nullable LocalDate from = date(parts.getOrDefault("from", ""), context);
            @Nullable LocalDate to = date(parts.getOrDefault("to", ""), context);
            boolean wrong = from != null && to != null && from.isAfter(to);
            String department = CleanText.line(parts.getOrDefault("department", ""));
            return Normalized.of(new Affiliation(organization, title, department, from, wrong ? null : to))
                    .warningIf(wrong, "affiliation.dates", "ends before it begins");
        }

        private static @Nullable LocalDate date(String text, Context context) {
            return Dates.date(text, context).value().map(DateValue::date).orElse(null);
        }
    }

    /* A label with its polarity behind it, as in `wants on-site service (negative)`; without one it is neutral. */
    static Normalized<Tag> tag(String text) {
        if (CANONICAL_TAG.matcher(text).matches()) {
            Tag tag = Tag.parse(text);
            if (tag.canonicalText().equals(text) && CleanText.line(tag.name()).equals(tag.name())) {
                return Normalized.of(tag);
            }
        }
        String line = CleanText.line(text);
        Matcher marked = MARKED_TAG.matcher(line);
        @Nullable Integer polarity = marked.matches() ? polarity(marked.group(2)) : null;
        if (line.isBlank()) {
            return Normalized.failed("tag.malformed", "has no visible character");
        }
        return Normalized.of(polarity == null ? new Tag(line, 0) : new Tag(marked.group(1), polarity));
    }

    private static @Nullable Integer polarity(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "positive", "+", "+1", "good", "ポジティブ", "良い" -> 1;
            case "neutral", "0", "ニュートラル" -> 0;
            case "negative", "-", "-1", "bad", "ネガティブ", "悪い" -> -1;
            default -> null;
        };
    }
}
