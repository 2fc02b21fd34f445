package dev.cdm.core.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PhonesTest {

    /** Normalises a number; loaded where the library is missing. */
    static final class Probe implements Supplier<String> {

        @Override
        public String get() {
            Phones phones = new Phones();
            return Vectors.outcome(phones.normalize("03-1234-5678", Texts.context("JP"))) + " "
                    + Vectors.outcome(phones.normalize("+44 20 7946 0018", Texts.context(""))) + " "
                    + Vectors.outcome(phones.normalize("12", Texts.context("BG")));
        }
    }

    @Test
    void withoutTheLibraryTheTableServes() throws ReflectiveOperationException {
        Class<?> probe = new WithoutLibrary().loadClass(Probe.class.getName());
        var constructor = probe.getDeclaredConstructor();
        constructor.setAccessible(true);
        assertThat(((Supplier<?>) constructor.newInstance()).get())
                .isEqualTo("+81312345678 +442079460018 ! phone.no_region");
    }

    @Test
    void withTheLibraryEveryRegionServes() {
        assertThat(new Probe().get()).isEqualTo("+81312345678 +442079460018 ! phone.malformed");
    }

    @Test
    void aNumberOutsideTheAssignedRangesIsKeptWithAWarning() {
        Normalized<?> number = new Phones().normalize("+1 555 555 0123", Texts.context("US"));
        assertThat(Vectors.outcome(number)).isEqualTo("+15555550123 phone.unassigned");
    }

    /** Loads our classes anew and pretends that libphonenumber is not there. */
    private static final class WithoutLibrary extends ClassLoader {

        WithoutLibrary() {
            super(PhonesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.google.i18n.phonenumbers")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("dev.cdm.core.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? defined(name) : loaded;
        }

        private Class<?> defined(String name) throws ClassNotFoundException {
            try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = bytes.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
