package dev.cdm.matching.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;

class PhoneticCodeProperties {

    @Property
    void anyTextHasEachCodeOnce(@ForAll PhoneticCode kind, @ForAll @StringLength(max = 30) String text) {
        List<String> codes = kind.codes(text);
        assertEquals(List.copyOf(new LinkedHashSet<>(codes)), codes);
        assertEquals(!codes.isEmpty(), kind.soundsAlike(text, text));
    }

    @Property
    void caseDoesNotMatter(@ForAll PhoneticCode kind, @ForAll @AlphaChars @NotEmpty String text) {
        assertEquals(kind.codes(text.toUpperCase(Locale.ROOT)), kind.codes(text));
    }
}
