package dev.cdm.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentHashTest {

    @Test
    void neighboursDoNotRunTogether() {
        String first = new ContentHash().add("ab").add("c").finish();
        assertThat(first)
                .hasSize(27)
                .isNotEqualTo(new ContentHash().add("a").add("bc").finish());
        assertThat(new ContentHash().add(1).finish())
                .isNotEqualTo(new ContentHash().add(2).finish());
    }

    @Test
    void aFinishedHashStartsAnew() {
        ContentHash hash = new ContentHash();
        String first = hash.add("a").finish();
        assertThat(hash.add("a").finish()).isEqualTo(first);
    }
}
