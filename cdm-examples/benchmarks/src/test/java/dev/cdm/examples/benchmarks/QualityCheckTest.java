package dev.cdm.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QualityCheckTest {

    @Test
    void aSetOfASeedIsCheckedAndAlwaysTheSame() {
        QualityCheck check = new QualityCheck();
        String line = check.run(29);
        assertThat(line)
                .startsWith("seed 29: 649 records")
                .containsPattern("precision [01]\\.\\d{4} estimated .*, recall [01]\\.\\d{4} estimated ");
        assertThat(new QualityCheck().run(29)).isEqualTo(line);
        assertThat(check.toString()).matches("precision: covered in [01] of 1, .*; recall: covered in [01] of 1, .*");
    }
}
