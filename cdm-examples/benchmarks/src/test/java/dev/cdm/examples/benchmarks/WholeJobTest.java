package dev.cdm.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WholeJobTest {

    @Test
    void theJobFindsMostOfTheDuplicates() throws IOException {
        String line = WholeJob.run(2_000, "en");
        Matcher f1 = Pattern.compile("2,000 records: .* F1 (0\\.\\d+|1\\.0+)").matcher(line);
        assertThat(f1.matches()).isTrue();
        assertThat(Double.parseDouble(f1.group(1))).isGreaterThan(.9);
    }

    @Test
    void sampleNamesHaveTheirScript() {
        assertThat(SampleNames.of(false, 100)).allMatch(name -> name.matches("[A-Za-z']{5,12}"));
        assertThat(SampleNames.of(true, 100)).allMatch(name -> name.matches("[ァ-ヶー]{3,12}"));
    }
}
