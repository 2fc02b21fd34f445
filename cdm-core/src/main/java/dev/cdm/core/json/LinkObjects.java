package dev.cdm.core.json;

import dev.cdm.core.identity.LinkEvent;
import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.identity.LinkEvent.Barrier;
import dev.cdm.core.identity.LinkEvent.Born;
import dev.cdm.core.identity.LinkEvent.Cause;
import dev.cdm.core.identity.LinkEvent.Edge;
import dev.cdm.core.identity.LinkEvent.Erased;
import dev.cdm.core.identity.LinkEvent.Evidence;
import dev.cdm.core.identity.LinkEvent.Ground;
import dev.cdm.core.identity.LinkEvent.Moved;
import dev.cdm.core.identity.LinkEvent.Refused;
import dev.cdm.core.identity.LinkEvent.RefusedEdge;
import dev.cdm.core.identity.LinkEvent.VerdictGiven;
import dev.cdm.core.identity.LinkEvent.VerdictLifted;
import dev.cdm.core.identity.LinkVerdict;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;

/** Link events and verdicts as objects; the field {@code event} tells the events apart. */
final class LinkObjects {

    private LinkObjects() {}

    static JsonObject write(LinkEvent event) {
        JsonObject.Builder object = JsonObject.builder();
        if (event instanceof Born born) {
            object.put("event", "born");
            object.put("record", born.record().text());
            object.put("profile", born.profile().text());
        } else if (event instanceof Moved moved) {
            write(moved, object);
        } else if (event instanceof VerdictGiven given) {
            /* The act is that of the verdict. */
            return object.put("event", "verdict_given")
                    .put("verdict", write(given.verdict()))
                    .build();
        } else if (event instanceof VerdictLifted lifted) {
            object.put("event", "verdict_lifted").put("verdict", write(lifted.verdict()));
        } else if (event instanceof Refused refused) {
            object.put("event", "refused").put("link", write(refused.link()));
        } else if (event instanceof Erased erased) {
            object.put("event", "erased").put("profile", erased.profile().text());
        }
        return object.put("act", write(event.act())).build();
    }

    private static void write(Moved moved, JsonObject.Builder object) {
        object.put("event", "moved")
                .put("record", moved.record().text())
                .put("birth", moved.birth().text())
                .put("revision", moved.revision())
                .put("from", moved.from().text())
                .put("to", moved.to().text())
                .put("cause", moved.cause())
                .putObjects(
                        "evidence",
                        moved.evidence().stream().map(LinkObjects::write).toList());
    }

    static LinkEvent event(JsonObject object) {
        return switch (object.text("event")) {
            case "born" -> new Born(record(object, "record"), profile(object, "profile"), act(object));
            case "moved" -> moved(object);
            case "verdict_given" -> new VerdictGiven(verdict(object.object("verdict")));
            case "verdict_lifted" -> new VerdictLifted(verdict(object.object("verdict")), act(object));
            case "refused" -> new Refused(refusedEdge(object.object("link")), act(object));
            case "erased" -> new Erased(profile(object, "profile"), act(object));
            default -> throw new IllegalArgumentException("`event` must be a link event");
        };
    }

    private static Moved moved(JsonObject object) {
        return new Moved(
                record(object, "record"),
                profile(object, "birth"),
                object.number("revision"),
                profile(object, "from"),
                profile(object, "to"),
                object.constant("cause", Cause.class),
                object.objects("evidence").stream().map(LinkObjects::evidence).toList(),
                act(object));
    }

    static JsonObject write(LinkVerdict verdict) {
        return JsonObject.builder()
                .put("kind", verdict.kind())
                .put("first", verdict.first().text())
                .put("second", verdict.second().text())
                .put("act", write(verdict.act()))
                .build();
    }

    static LinkVerdict verdict(JsonObject object) {
        return new LinkVerdict(
                object.constant("kind", LinkVerdict.Kind.class),
                record(object, "first"),
                record(object, "second"),
                act(object));
    }

    private static JsonObject write(Act act) {
        return JsonObject.builder()
                .put("actor", act.actor())
                .putUnlessEmpty("reason", act.reason())
                .put("at", act.at())
                .build();
    }

    private static Act act(JsonObject object) {
        JsonObject act = object.object("act");
        return new Act(act.text("actor"), act.text("reason", ""), act.time("at"));
    }

    private static JsonObject write(Evidence evidence) {
        JsonObject.Builder object = JsonObject.builder()
                .put("ground", evidence.ground())
                .put("detail", evidence.detail())
                .put("other", evidence.other().text());
        return weighed(evidence.ground(), evidence.weight(), object).build();
    }

    private static Evidence evidence(JsonObject object) {
        return new Evidence(
                object.constant("ground", Ground.class),
                object.text("detail"),
                profile(object, "other"),
                weight(object));
    }

    private static JsonObject.Builder weighed(Ground ground, double weight, JsonObject.Builder object) {
        return ground == Ground.SCORED ? object.put("weight", weight) : object;
    }

    private static double weight(JsonObject object) {
        return object.has("weight") ? object.decimal("weight") : 0;
    }

    private static JsonObject write(RefusedEdge link) {
        Edge edge = link.edge();
        JsonObject.Builder object = JsonObject.builder()
                .put("first", edge.first().text())
                .put("second", edge.second().text())
                .put("ground", edge.ground())
                .put("ground_detail", edge.detail());
        return weighed(edge.ground(), edge.weight(), object)
                .put("barrier", link.barrier())
                .put("barrier_detail", link.detail())
                .build();
    }

    private static RefusedEdge refusedEdge(JsonObject object) {
        Edge edge = new Edge(
                record(object, "first"),
                record(object, "second"),
                object.constant("ground", Ground.class),
                object.text("ground_detail"),
                weight(object));
        return new RefusedEdge(edge, object.constant("barrier", Barrier.class), object.text("barrier_detail"));
    }

    static RecordId record(JsonObject object, String name) {
        return RecordId.parse(object.text(name));
    }

    static ProfileId profile(JsonObject object, String name) {
        return new ProfileId(object.text(name));
    }
}
