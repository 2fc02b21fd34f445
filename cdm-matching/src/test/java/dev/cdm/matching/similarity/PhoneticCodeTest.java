package dev.cdm.matching.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PhoneticCodeTest {

    @TestFactory
    Stream<DynamicTest> codesAreThePublishedOnes() {
        List<String[]> vectors = Vectors.read("phonetic.csv");
        assertTrue(vectors.size() >= 40);
        return vectors.stream()
                .map(v -> DynamicTest.dynamicTest(
                        v[0] + " " + v[1],
                        () -> assertEquals(
                                List.of(v[2].split(" ", -1)),
                                PhoneticCode.valueOf(v[0]).codes(v[1]))));
    }

    @Test
    void anyTextHasCodesOrNone() {
        for (PhoneticCode code : PhoneticCode.values()) {
            assertEquals(List.of(), code.codes(""));
            assertEquals(List.of(), code.codes("山田 123 😀"));
            assertEquals(code.codes("MULLER"), code.codes("müller"));
            assertEquals(code.codes("STRASSE"), code.codes("Ｓtraße"));
        }
    }

    @Test
    void soundingAlikeMeansSharingACode() {
        assertTrue(PhoneticCode.DOUBLE_METAPHONE.soundsAlike("Smith", "Schmidt"));
        assertTrue(PhoneticCode.COLOGNE.soundsAlike("Maier", "Meyer"));
        assertFalse(PhoneticCode.SOUNDEX.soundsAlike("Robert", "Rubin"));
        assertFalse(PhoneticCode.SOUNDEX.soundsAlike("", ""));
    }

    @Test
    void withoutTheCodecLibraryTheErrorNamesIt() throws IOException, ReflectiveOperationException {
        URL ours = PhoneticCode.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {ours}, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = alone.loadClass(PhoneticCode.class.getName());
            Method codes = type.getMethod("codes", String.class);
            for (Object code : type.getEnumConstants()) {
                InvocationTargetException e =
                        assertThrows(InvocationTargetException.class, () -> codes.invoke(code, "Smith"));
                IllegalStateException cause = assertInstanceOf(IllegalStateException.class, e.getCause());
                assertTrue(String.valueOf(cause.getMessage()).contains("commons-codec:commons-codec"));
            }
        }
    }
}
