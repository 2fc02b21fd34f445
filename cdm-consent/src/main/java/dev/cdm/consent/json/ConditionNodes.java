package dev.cdm.consent.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import dev.cdm.consent.pack.Condition;
import dev.cdm.consent.pack.Condition.AgeIs;
import dev.cdm.consent.pack.Condition.All;
import dev.cdm.consent.pack.Condition.Any;
import dev.cdm.consent.pack.Condition.BelowConsentAge;
import dev.cdm.consent.pack.Condition.ChannelIs;
import dev.cdm.consent.pack.Condition.Consent;
import dev.cdm.consent.pack.Condition.DataIs;
import dev.cdm.consent.pack.Condition.FactIs;
import dev.cdm.consent.pack.Condition.LineIs;
import dev.cdm.consent.pack.Condition.LocalTimeIs;
import dev.cdm.consent.pack.Condition.Never;
import dev.cdm.consent.pack.Condition.NeverOptedOut;
import dev.cdm.consent.pack.Condition.NoSignal;
import dev.cdm.consent.pack.Condition.NotOptedOut;
import dev.cdm.consent.pack.Condition.OnlyData;
import dev.cdm.consent.pack.Condition.PurposeIs;
import dev.cdm.consent.pack.Condition.Recorded;
import dev.cdm.consent.pack.Condition.RegionIs;
import dev.cdm.consent.pack.Condition.RegisterClear;
import dev.cdm.consent.pack.Condition.RelationIs;
import dev.cdm.consent.pack.Condition.RestsOnlyOn;
import dev.cdm.consent.pack.Fact;
import dev.cdm.consent.purpose.DataClass;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.PurposeClass;
import dev.cdm.core.internal.Checks;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions as JSON: each field of an object is one part, and all of them must hold. */
final class ConditionNodes {

    private static final ImmutableSet<Method> ACTS =
            ImmutableSet.of(Method.AFFIRMATIVE, Method.EXPLICIT, Method.WRITTEN);
    private static final ImmutableSet<Actor> ANYBODY = ImmutableSet.of(Actor.SELF, Actor.GUARDIAN, Actor.AGENT);

    private ConditionNodes() {}

    static Condition read(Node node) {
        List<Condition> parts = new ArrayList<>();
        node.names().forEach(name -> parts.addAll(part(name, node)));
        return parts.size() == 1 ? parts.get(0) : new All(parts);
    }

    private static List<Condition> part(String name, Node node) {
        return switch (name) {
            case "all" -> node.objects(name).stream().map(ConditionNodes::read).toList();
            case "any" ->
                List.of(new Any(
                        node.objects(name).stream().map(ConditionNodes::read).toList()));
            case "facts" -> facts(node.object(name));
            default -> List.of(single(name, node));
        };
    }

    private static Condition single(String name, Node node) {
        return switch (name) {
            case "purpose" -> new PurposeIs(ImmutableSet.copyOf(node.constants(name, PurposeClass.class)));
            case "restsOnlyOn" -> new RestsOnlyOn(ImmutableSet.copyOf(node.constants(name, LegalBasis.class)));
            case "data" -> new DataIs(ImmutableSet.copyOf(node.constants(name, DataClass.class)));
            case "onlyData" -> new OnlyData(ImmutableSet.copyOf(node.constants(name, DataClass.class)));
            case "channel" -> new ChannelIs(ImmutableSet.copyOf(node.constants(name, Channel.class)));
            case "region" -> new RegionIs(ImmutableSet.copyOf(node.texts(name)));
            case "ground" -> new Recorded(ImmutableSet.copyOf(node.constants(name, LegalBasis.class)));
            case "line" -> new LineIs(ImmutableSet.copyOf(node.constants(name, Condition.Line.class)));
            case "registerClear" -> new RegisterClear(whole(name, node));
            case "consent" -> consent(node.object(name));
            case "relation" -> relation(node.object(name));
            case "age" -> age(node.object(name));
            case "localTime" -> localTime(node.object(name));
            default -> flag(name, node);
        };
    }

    private static Condition flag(String name, Node node) {
        Checks.require(node.flag(name), name, "must be true");
        return switch (name) {
            case "belowConsentAge" -> new BelowConsentAge();
            case "notOptedOut" -> new NotOptedOut();
            case "neverOptedOut" -> new NeverOptedOut();
            case "noSignal" -> new NoSignal();
            case "never" -> new Never(false);
            case "hostForbids" -> new Never(true);
            default -> throw new IllegalArgumentException("`" + name + "` is not a condition");
        };
    }

    private static List<Condition> facts(Node node) {
        return node.names().stream()
                .<Condition>map(name -> new FactIs(Node.constant(name, name, Fact.class), node.flag(name)))
                .collect(ImmutableList.toImmutableList());
    }

    private static Consent consent(Node node) {
        node.only(ImmutableSet.of("methods", "actors", "validity", "twoSteps"));
        return new Consent(
                node.has("methods") ? ImmutableSet.copyOf(node.constants("methods", Method.class)) : ACTS,
                node.has("actors") ? ImmutableSet.copyOf(node.constants("actors", Actor.class)) : ANYBODY,
                period("validity", node),
                node.flag("twoSteps", false));
    }

    private static RelationIs relation(Node node) {
        node.only(ImmutableSet.of("kinds", "within", "since"));
        return new RelationIs(
                ImmutableSet.copyOf(node.constants("kinds", Condition.Relation.class)),
                period("within", node),
                node.has("since") ? LocalDate.parse(node.text("since")) : null);
    }

    private static AgeIs age(Node node) {
        node.only(ImmutableSet.of("from", "below"));
        return new AgeIs(node.has("from") ? whole("from", node) : 0, node.has("below") ? whole("below", node) : 1000);
    }

    private static LocalTimeIs localTime(Node node) {
        node.only(ImmutableSet.of("from", "to"));
        return new LocalTimeIs(LocalTime.parse(node.text("from")), LocalTime.parse(node.text("to")));
    }

    private static int whole(String name, Node node) {
        long number = node.number(name);
        Checks.require(number >= 0 && number <= 100_000, name, "must be between 0 and 100000", number);
        return (int) number;
    }

    private static @Nullable Period period(String name, Node node) {
        return node.has(name) ? Period.parse(node.text(name)) : null;
    }
}
