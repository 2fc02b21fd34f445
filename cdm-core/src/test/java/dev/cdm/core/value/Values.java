package dev.cdm.core.value;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of every type of value; the texts in them are random, so that they are recognised wherever they leak. */
public final class Values {

    private static final String ODD_LETTERS = "abcDEFéßğıİ山田ﾔﾏｱヵヶ😀𠮷;\\\"',:/ -";

    private Values() {}

    /** Values of every type. */
    public static Arbitrary<AttributeValue> all() {
        return Arbitraries.oneOf(Arrays.asList(
                affiliations().map(value -> value),
                texts().map(CodeValue::new),
                dates().map(DateValue::new),
                emails().map(value -> value),
                Arbitraries.of(true, false).map(FlagValue::new),
                interests().map(value -> value),
                numbers().map(number -> new Money(number, Currency.getInstance("JPY"))),
                moneyBands().map(value -> value),
                numbers().map(NumberValue::new),
                names().map(value -> value),
                phones().map(value -> value),
                addresses().map(value -> value),
                Combinators.combine(texts(), texts()).as(Preference::new),
                Combinators.combine(texts(), texts(), texts()).as(SealedText::new),
                Combinators.combine(texts(), texts()).as(SocialAccount::new),
                Combinators.combine(texts(), Arbitraries.integers().between(-1, 1))
                        .as(Tag::new),
                texts().map(TextValue::new),
                instants().map(TimestampValue::new),
                uris().map(UriValue::new)));
    }

    /** Storable texts that are not blank, at least six characters long, full of letters that code trips over. */
    public static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("abcdefghijkz0189")
                .ofMinLength(6)
                .ofMaxLength(8)
                .flatMap(core -> odd().map(before -> before + core).flatMap(text -> odd().map(after -> text + after)));
    }

    private static Arbitrary<String> odd() {
        int[] points = ODD_LETTERS.codePoints().toArray();
        return Arbitraries.integers()
                .between(0, points.length - 1)
                .map(i -> Character.toString(points[i]))
                .list()
                .ofMaxSize(4)
                .map(letters -> String.join("", letters));
    }

    /** Dates of the years 1 to 9999. */
    public static Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    /** Instants with nanoseconds. */
    public static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(-62_000_000_000L, 253_000_000_000L),
                        Arbitraries.longs().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    /** Numbers of up to 20 digits. */
    public static Arbitrary<BigDecimal> numbers() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(-3, 12))
                .as(BigDecimal::valueOf);
    }

    /** Names with some parts left out. */
    public static Arbitrary<PersonName> names() {
        return Combinators.combine(texts(), texts(), maybe(), maybe(), maybe(), maybe(), maybe())
                .as((family, given, middle, prefix, kana, latin, whole) -> PersonName.builder()
                        .family(family)
                        .given(given)
                        .middle(middle)
                        .prefix(prefix)
                        .givenKana(kana)
                        .familyLatin(latin)
                        .whole(whole)
                        .build());
    }

    /** Addresses with some parts left out. */
    public static Arbitrary<PostalAddress> addresses() {
        return Combinators.combine(texts(), maybe(), maybe(), maybe(), maybe())
                .as((street, city, region, postcode, extra) -> PostalAddress.builder()
                        .street(street)
                        .city(city)
                        .region(region)
                        .postcode(postcode)
                        .extra(extra)
                        .build());
    }

    private static Arbitrary<Affiliation> affiliations() {
        return Combinators.combine(texts(), maybe(), maybe(), dates().injectNull(0.3))
                .as((organization, title, department, from) ->
                        new Affiliation(organization, title, department, from, null));
    }

    private static Arbitrary<Interest> interests() {
        return Combinators.combine(texts(), Arbitraries.doubles().between(0.01, 1), instants())
                .as(Interest::new);
    }

    private static Arbitrary<MoneyBand> moneyBands() {
        return Combinators.combine(
                        numbers(), Arbitraries.longs().between(1, 1_000_000).map(BigDecimal::valueOf))
                .as((low, width) -> new MoneyBand(low, low.add(width), Currency.getInstance("EUR")));
    }

    /** E-mail addresses at reserved domains. */
    public static Arbitrary<EmailAddress> emails() {
        return Combinators.combine(
                        Arbitraries.strings()
                                .withChars("abcxyz0189._+")
                                .ofMinLength(6)
                                .ofMaxLength(12),
                        Arbitraries.of("example.com", "example.org", "mail.example"))
                .as(EmailAddress::new);
    }

    private static Arbitrary<PhoneNumber> phones() {
        return Combinators.combine(
                        Arbitraries.longs().between(10_000_000, 99_999_999_999_999L),
                        Arbitraries.of("", "12", "99999999999"))
                .as((digits, extension) -> new PhoneNumber("+" + digits, extension));
    }

    private static Arbitrary<URI> uris() {
        return Arbitraries.strings()
                .withChars("abcxyz0189-")
                .ofMinLength(6)
                .ofMaxLength(12)
                .map(path -> URI.create("https://www.example.com/" + path));
    }

    private static Arbitrary<String> maybe() {
        return Arbitraries.oneOf(Arrays.asList(Arbitraries.just(""), texts()));
    }

    /** Half-lives of interests. */
    static Arbitrary<Duration> halfLives() {
        return Arbitraries.longs().between(1, 1_000_000).map(Duration::ofMinutes);
    }
}
