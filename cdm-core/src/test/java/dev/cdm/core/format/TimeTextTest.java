package dev.cdm.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    private final TimeText tokyo = new TimeText(List.of(), ZoneId.of("Asia/Tokyo"));

    @ParameterizedTest
    @CsvSource({
        "2024-05-01T09:00:00Z, 2024-05-01T09:00:00Z",
        "2024-05-01T09:00:00.123456789Z, 2024-05-01T09:00:00.123456789Z",
        "2024-05-01T09:00:00.000+0900, 2024-05-01T00:00:00Z",
        "2024-05-01T09:00:00+09:00, 2024-05-01T00:00:00Z",
        "2024-05-01 09:00:00 +09, 2024-05-01T00:00:00Z",
        "2024-05-01 09:00, 2024-05-01T00:00:00Z",
        "2024/5/1 09:00:00, 2024-05-01T00:00:00Z",
        "２０２４/０５/０１, 2024-04-30T15:00:00Z",
        "2024-05-01, 2024-04-30T15:00:00Z",
        "1714521600, 2024-05-01T00:00:00Z",
        "1714521600123, 2024-05-01T00:00:00.123Z",
    })
    void commonFormsAreRead(String text, Instant time) {
        assertThat(tokyo.parse(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2024-02-30", "2024-13-01", "1/2/2024", "12345", "2024-05-01T25:00:00Z"})
    void otherTextIsNoTime(String text) {
        assertThat(tokyo.parse(text)).isEmpty();
    }

    @Test
    void patternsOfTheHostComeFirst() {
        TimeText german =
                new TimeText(List.of(DateTimeFormatter.ofPattern("d.M.uuuu HH:mm", Locale.ROOT)), ZoneId.of("UTC"));
        assertThat(german.parse("1.5.2024 09:30")).contains(Instant.parse("2024-05-01T09:30:00Z"));
        assertThat(german.parse("2024-05-01")).contains(Instant.parse("2024-05-01T00:00:00Z"));
    }
}
