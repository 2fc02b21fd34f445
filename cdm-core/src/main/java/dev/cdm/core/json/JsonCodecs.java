package dev.cdm.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.storage.Codecs;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.UnreadableBodyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of all kinds as JSON. Immutable, thread-safe.
 *
 * <p>Fields are written in a fixed order, what has its default is left out, and nothing depends on the platform: equal
 * facts whose values lie in the same order give equal text on every machine.
 */
public final class JsonCodecs implements Codecs {

    private final ImmutableMap<String, JsonCodec<?>> codecs;

    private JsonCodecs(ImmutableMap<String, JsonCodec<?>> codecs) {
        this.codecs = codecs;
    }

    /**
     * {@return the codecs of the kinds of core and of some modules}
     *
     * @param modules what else has kinds
     * @throws IllegalArgumentException if two codecs are for one kind, or one lacks an upcaster
     */
    public static JsonCodecs of(JsonModule... modules) {
        Map<String, JsonCodec<?>> all = new LinkedHashMap<>();
        add(all, new CoreModule());
        for (JsonModule module : modules) {
            add(all, module);
        }
        return new JsonCodecs(ImmutableMap.copyOf(all));
    }

    private static void add(Map<String, JsonCodec<?>> all, JsonModule module) {
        for (JsonCodec<?> codec : module.codecs()) {
            String name = codec.kind().name();
            codec.checkComplete();
            Checks.require(all.put(name, codec) == null, "modules", "must have one codec for a kind", "`" + name + "`");
        }
    }

    @Override
    public <T> String encode(Kind<T> kind, T value) {
        JsonCodec<T> codec = codec(kind);
        try {
            return codec.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException("a body of kind `" + kind.name() + "` cannot be written", e);
        }
    }

    @Override
    public <T> T decode(Kind<T> kind, int version, String body) {
        JsonCodec<T> codec = codec(kind);
        if (version < 1 || version > kind.version()) {
            throw new UnreadableBodyException("a body of kind `" + kind.name() + "` has version " + version
                    + ", versions 1 to " + kind.version() + " can be read");
        }
        try {
            return codec.read(version, body);
        } catch (JsonProcessingException e) {
            long at = e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
            throw unreadable(kind, version, "no JSON at character " + at);
        } catch (IOException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw unreadable(kind, version, e.getClass().getSimpleName());
        }
    }

    /* Causes are named but not kept: their messages may quote the body. */
    private static UnreadableBodyException unreadable(Kind<?> kind, int version, String cause) {
        return new UnreadableBodyException(
                "a body of kind `" + kind.name() + "` in version " + version + " cannot be read: " + cause);
    }

    private <T> JsonCodec<T> codec(Kind<T> kind) {
        @Nullable JsonCodec<?> found = codecs.get(kind.name());
        if (found == null || !found.kind().equals(kind)) {
            throw new IllegalArgumentException("`kind` must be one of the modules given, was `" + kind.name() + "`");
        }
        @SuppressWarnings("unchecked") // a codec has the type of its kind
        JsonCodec<T> codec = (JsonCodec<T>) found;
        return codec;
    }

    @Override
    public String toString() {
        return "JsonCodecs" + codecs.keySet();
    }
}
