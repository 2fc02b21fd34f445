package dev.cdm.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableList;
import dev.cdm.core.identity.IdentityKinds;
import dev.cdm.core.identity.IdentityKinds.IdentifierUse;
import dev.cdm.core.identity.IdentityKinds.Membership;
import dev.cdm.core.identity.IdentityKinds.ProfileHead;
import dev.cdm.core.identity.IdentityKinds.RecordState;
import dev.cdm.core.identity.IdentityKinds.Sighting;
import dev.cdm.core.identity.Partition.AppliedRules;
import dev.cdm.core.model.IdentifierType;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.timeline.Timeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The codecs of the kinds of core. */
final class CoreModule implements JsonModule {

    @Override
    public List<JsonCodec<?>> codecs() {
        RecordFormat records = new RecordFormat();
        return ImmutableList.<JsonCodec<?>>builder()
                .add(
                        JsonCodec.streamed(IdentityKinds.RECORDS, records),
                        JsonCodec.streamed(IdentityKinds.RECORD_STATES, new StateFormat(records)),
                        JsonCodec.of(IdentityKinds.RECORD_IDS, CoreModule::write, CoreModule::sighting),
                        JsonCodec.of(IdentityKinds.MEMBERSHIPS, CoreModule::write, CoreModule::membership),
                        JsonCodec.of(IdentityKinds.PROFILE_HEADS, CoreModule::write, CoreModule::head),
                        JsonCodec.of(IdentityKinds.IDENTIFIERS, CoreModule::write, CoreModule::use),
                        JsonCodec.of(IdentityKinds.LINK_EVENTS, LinkObjects::write, LinkObjects::event)
                                .upcast(unweighed -> unweighed),
                        JsonCodec.of(IdentityKinds.VERDICTS, LinkObjects::write, LinkObjects::verdict),
                        JsonCodec.of(IdentityKinds.RULES, CoreModule::write, CoreModule::rules)
                                .upcast(unsettled -> unsettled),
                        JsonCodec.streamed(Timeline.EVENTS, new EventFormat()))
                .addAll(new IntakeModule().codecs())
                .build();
    }

    private static JsonObject write(Sighting sighting) {
        return JsonObject.builder()
                .put("record", sighting.record().text())
                .put("at", sighting.at())
                .build();
    }

    private static Sighting sighting(JsonObject object) {
        return new Sighting(LinkObjects.record(object, "record"), object.time("at"));
    }

    private static JsonObject write(Membership membership) {
        return JsonObject.builder()
                .put("record", membership.record().text())
                .put("birth", membership.birth().text())
                .put("born", membership.bornAt())
                .put("profile", membership.profile().text())
                .put("revision", membership.revision())
                .putTexts("verdicts", membership.verdicts())
                .build();
    }

    private static Membership membership(JsonObject object) {
        return new Membership(
                LinkObjects.record(object, "record"),
                LinkObjects.profile(object, "birth"),
                object.time("born"),
                LinkObjects.profile(object, "profile"),
                object.number("revision"),
                object.texts("verdicts"));
    }

    private static JsonObject write(ProfileHead head) {
        JsonObject.Builder object =
                JsonObject.builder().put("profile", head.profile().text());
        @Nullable RecordId born = head.born();
        return (born == null ? object : object.put("born", born.text())).build();
    }

    private static ProfileHead head(JsonObject object) {
        return new ProfileHead(
                LinkObjects.profile(object, "profile"), object.has("born") ? LinkObjects.record(object, "born") : null);
    }

    private static JsonObject write(AppliedRules rules) {
        return JsonObject.builder()
                .put("fingerprint", rules.fingerprint())
                .put("at", rules.at())
                .putUnlessEmpty("settled", rules.settled())
                .build();
    }

    private static AppliedRules rules(JsonObject object) {
        return new AppliedRules(object.text("fingerprint"), object.time("at"), object.text("settled", ""));
    }

    private static JsonObject write(IdentifierUse use) {
        return JsonObject.builder()
                .put("key", use.key())
                .put("type", use.type().name())
                .putTexts("records", use.records().stream().map(RecordId::text).toList())
                .put("count", use.count())
                .build();
    }

    private static IdentifierUse use(JsonObject object) {
        return new IdentifierUse(
                object.text("key"),
                new IdentifierType(object.text("type")),
                object.texts("records").stream().map(RecordId::parse).toList(),
                Math.toIntExact(object.number("count")));
    }

    /** States of records: they are written with every import, so they go by tokens as the records do. */
    private record StateFormat(RecordFormat records) implements Tokens.Format<RecordState> {

        @Override
        public void write(RecordState state, JsonGenerator out) throws IOException {
            out.writeStartObject();
            out.writeStringField("last", state.lastObservation());
            out.writeArrayFieldStart("linking");
            for (String hash : state.linking()) {
                out.writeString(hash);
            }
            out.writeEndArray();
            out.writeFieldName("current");
            records.write(state.current(), out);
            out.writeEndObject();
        }

        @Override
        public RecordState read(JsonParser in) throws IOException {
            @Nullable SourceRecord current = null;
            @Nullable String last = null;
            List<String> linking = new ArrayList<>();
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                JsonToken token = in.nextToken();
                switch (name) {
                    case "last" -> last = Tokens.text(in);
                    case "linking" -> {
                        Tokens.expect(token, JsonToken.START_ARRAY);
                        while (in.nextToken() != JsonToken.END_ARRAY) {
                            linking.add(Tokens.text(in));
                        }
                    }
                    case "current" -> {
                        Tokens.expect(token, JsonToken.START_OBJECT);
                        current = records.read(in);
                    }
                    default -> throw new IllegalArgumentException("`name` must be a field of a state");
                }
            }
            if (current == null || last == null) {
                throw new IllegalArgumentException("`current` and `last` must be there");
            }
            return new RecordState(current, last, linking);
        }
    }
}
