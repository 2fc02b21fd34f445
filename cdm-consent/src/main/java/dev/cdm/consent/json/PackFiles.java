package dev.cdm.consent.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Pack.Age;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Packs of rules as JSON files: those that come with the library, and those of a host. The format is described by
 * {@code pack.schema.json} beside the files.
 */
public final class PackFiles {

    private static final List<String> STANDARD = ImmutableList.of(
            "eu-gdpr",
            "eu-eprivacy",
            "uk",
            "us-california",
            "us-states",
            "us-coppa",
            "us-messaging",
            "canada",
            "japan",
            "brazil",
            "india");
    private static final Set<String> PACK_FIELDS =
            ImmutableSet.of("$schema", "id", "version", "title", "regions", "regimes", "otherwise", "ages", "rules");

    private PackFiles() {}

    /** {@return the ids of the packs that come with the library} */
    public static List<String> names() {
        return STANDARD;
    }

    /** {@return all packs that come with the library} */
    public static List<Pack> all() {
        return STANDARD.stream().map(PackFiles::standard).toList();
    }

    /**
     * {@return a pack that comes with the library}
     *
     * @param id its id, one of {@link #names}
     * @throws IllegalArgumentException if there is no such pack
     */
    public static Pack standard(String id) {
        return parse(text(id));
    }

    /**
     * {@return the pack of a text}
     *
     * @param text one JSON object
     * @throws IllegalArgumentException if it is not a pack; the message names the field
     */
    public static Pack parse(String text) {
        try {
            return pack(Node.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date, time or period of the pack cannot be read", e);
        }
    }

    /**
     * {@return the text of a pack that comes with the library}
     *
     * @param id its id, one of {@link #names}
     * @throws IllegalArgumentException if there is no such pack
     */
    public static String text(String id) {
        if (!STANDARD.contains(id)) {
            throw new IllegalArgumentException("`id` must be one of " + STANDARD + ", was `" + id + "`");
        }
        return resource(id + ".json");
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PackFiles.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pack pack(Node node) {
        node.only(PACK_FIELDS);
        String id = node.text("id");
        ImmutableSet.Builder<String> regimes = ImmutableSet.<String>builder().add(id.toLowerCase(Locale.ROOT));
        node.texts("regimes").forEach(name -> regimes.add(name.toLowerCase(Locale.ROOT)));
        return new Pack(
                id,
                node.text("version"),
                node.text("title"),
                ImmutableSet.copyOf(node.texts("regions")),
                regimes.build(),
                node.constant("otherwise", Pack.Otherwise.class),
                node.has("ages") ? ages(node.object("ages")) : ImmutableMap.of(),
                node.objects("rules").stream().map(RuleNodes::read).toList());
    }

    private static Map<String, List<Age>> ages(Node node) {
        Map<String, List<Age>> ages = new LinkedHashMap<>();
        for (String region : node.names()) {
            ages.put(
                    region,
                    node.objects(region).stream()
                            .map(age -> new Age(date(age, "from"), (int) age.number("years")))
                            .toList());
        }
        return ages;
    }

    private static LocalDate date(Node node, String name) {
        return LocalDate.parse(node.text(name));
    }
}
