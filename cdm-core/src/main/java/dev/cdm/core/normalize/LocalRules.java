package dev.cdm.core.normalize;

import dev.cdm.core.value.DateValue;
import dev.cdm.core.value.PersonName;
import dev.cdm.core.value.PostalAddress;
import java.util.Map;
import java.util.Optional;

/**
 * The ways of one writing or country, asked before the general rules. Found by {@link java.util.ServiceLoader}; those
 * for Japan come with the library.
 *
 * <p>Each method is empty for what these rules know nothing of. All texts are storable, in NFKC and on one line, except
 * the whole of an address, which may have line breaks. Rules are called by several threads at once and must not throw on
 * any text; given the parts of a value they made, they must give that value again.
 */
public interface LocalRules {

    /**
     * {@return the name that some parts make, if these rules know its writing}
     *
     * @param parts text by name of the part: {@code family}, {@code given}, {@code kana} … and the empty name for the
     *     whole
     */
    default Optional<Normalized<PersonName>> name(Map<String, String> parts) {
        return Optional.empty();
    }

    /**
     * {@return the address that some parts make, if these rules know its country}
     *
     * @param parts text by name of the part: {@code street}, {@code city} … and the empty name for the whole
     * @param country the ISO 3166-1 alpha-2 code of the country, or empty
     */
    default Optional<Normalized<PostalAddress>> address(Map<String, String> parts, String country) {
        return Optional.empty();
    }

    /**
     * {@return the date of a text, if these rules know its form}
     *
     * @param text the text
     */
    default Optional<Normalized<DateValue>> date(String text) {
        return Optional.empty();
    }
}
