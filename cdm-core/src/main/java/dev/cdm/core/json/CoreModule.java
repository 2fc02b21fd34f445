package dev.cdm.core.json;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.timeline.Timeline;
import java.util.List;

/** The codecs of the kinds of core. */
final class CoreModule implements JsonModule {

    @Override
    public List<JsonCodec<?>> codecs() {
        return ImmutableList.of(JsonCodec.streamed(Timeline.EVENTS, new EventFormat()));
    }
}
