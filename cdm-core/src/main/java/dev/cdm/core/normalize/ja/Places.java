package dev.cdm.core.normalize.ja;

import com.google.common.collect.ImmutableList;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The prefectures, and the municipalities that a pattern cannot find; read when first needed. */
final class Places {

    private static final ImmutableList<String> PREFECTURES = read("prefecture.txt");
    private static final ImmutableList<String> CITIES = read("city.txt");

    private Places() {}

    /** {@return the full name of a prefecture that may lack its last character; any other text as it is} */
    static String prefecture(String text) {
        for (String prefecture : PREFECTURES) {
            if (text.length() >= 2 && text.length() == prefecture.length() - 1 && prefecture.startsWith(text)) {
                return prefecture;
            }
        }
        return text;
    }

    /** {@return the prefecture with which a text begins, or empty} */
    static String prefectureAtStart(String text) {
        return PREFECTURES.stream().filter(text::startsWith).findFirst().orElse("");
    }

    /** {@return the listed municipality with which a text begins, or empty} */
    static String cityAtStart(String text) {
        return CITIES.stream().filter(text::startsWith).findFirst().orElse("");
    }

    private static ImmutableList<String> read(String name) {
        try (InputStream bytes = Places.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("the table `" + name + "` is missing in the library");
            }
            return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(ImmutableList.toImmutableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
