package dev.cdm.consent.notice;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.PurposeId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A version of a notice, or of a company's policy document. Immutable.
 *
 * @param name the name, such as {@code privacy}, without an at sign
 * @param version the version, from 1
 * @param from when it was published
 * @param material whether it changed in substance: consents under earlier versions must be asked again
 * @param reconsentBy until when consents under earlier versions still count; counts only if it is material
 * @param hashes the hash of the text by language, as a BCP 47 tag
 * @param purposes the purposes it names; a consent under it covers those below its own that are among them
 */
public record Notice(
        String name,
        int version,
        Instant from,
        boolean material,
        Instant reconsentBy,
        Map<String, String> hashes,
        Set<PurposeId> purposes) {

    /** Checks the parts and copies the collections. */
    public Notice {
        Checks.notBlank(name, "name");
        Checks.require(name.indexOf('@') < 0, "name", "must not have an at sign", "`" + name + "`");
        Checks.between(version, 1, Integer.MAX_VALUE, "version");
        Checks.require(!reconsentBy.isBefore(from), "reconsentBy", "must not be before from", "`" + name + "`");
        hashes = ImmutableMap.copyOf(hashes);
        purposes = ImmutableSet.copyOf(purposes);
    }

    /**
     * {@return a version that changes nothing in substance}
     *
     * @param name the name
     * @param version the version, from 1
     * @param from when it was published
     */
    public static Notice of(String name, int version, Instant from) {
        return new Notice(name, version, from, false, from, ImmutableMap.of(), ImmutableSet.of());
    }

    /**
     * {@return the hash of a text, for {@link #hashes}: SHA-256 over its UTF-8 bytes, as in {@code sha256:9f86d0…}}
     *
     * @param text the text as it is shown
     */
    public static String hashOf(String text) {
        return "sha256:" + Hashing.sha256().hashString(text, StandardCharsets.UTF_8);
    }

    /**
     * {@return whether a text is the one of this version in a language}
     *
     * @param tag the language, as a BCP 47 tag
     * @param text the text
     */
    public boolean isText(String tag, String text) {
        return hashOf(text).equals(hashes.get(tag));
    }

    /** {@return name and version as consent events carry them, such as {@code privacy@7}} */
    public String label() {
        return name + "@" + version;
    }
}
