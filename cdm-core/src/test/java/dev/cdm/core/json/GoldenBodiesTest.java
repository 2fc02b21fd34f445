package dev.cdm.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.storage.Kind;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenBodiesTest {

    private final JsonCodecs codecs = JsonCodecs.of();

    static Stream<Kind<?>> kinds() {
        return Goldens.kinds().stream();
    }

    @Test
    void thereAreKinds() {
        assertThat(Goldens.kinds()).extracting(Kind::name).contains("event", "source_record");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T> void bodiesOfEveryVersionLoad(Kind<T> kind) throws IOException {
        for (int version = 1; version <= kind.version(); version++) {
            List<String> bodies = Goldens.bodies(kind, version);
            assertThat(bodies).as(Goldens.file(kind, version)).isNotEmpty();
            for (String body : bodies) {
                T fact = codecs.decode(kind, version, body);
                assertThat(kind.key(fact)).isNotBlank();
                T again = codecs.decode(kind, kind.version(), codecs.encode(kind, fact));
                assertThat(again).isEqualTo(fact);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T> void thePresentVersionIsWrittenAsBefore(Kind<T> kind) throws IOException {
        for (String body : Goldens.bodies(kind, kind.version())) {
            assertThat(codecs.encode(kind, codecs.decode(kind, kind.version(), body)))
                    .isEqualTo(body);
        }
    }
}
