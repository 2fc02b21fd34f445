package dev.cdm.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.core.identity.LinkEvent.IdChange;
import dev.cdm.core.identity.LinkVerdict.ContradictionException;
import dev.cdm.core.identity.LinkVerdict.Preview;
import dev.cdm.core.identity.Lives.Observations;
import dev.cdm.core.identity.Lives.Story;
import dev.cdm.core.json.JsonCodecs;
import dev.cdm.core.linking.IdentifierLimits;
import dev.cdm.core.linking.IdentifierLimitsBuilder;
import dev.cdm.core.linking.SurvivorRule;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.permission.LinkGate;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.LogKind;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.memory.MemoryDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;

/** What stewards see beforehand, what other systems hear, and what a change of the rules does, on random lives. */
@Domain(Lives.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class LinkingProperties {

    private static final List<SurvivorRule> SURVIVORS =
            List.of(SurvivorRule.oldest(), SurvivorRule.largest(), SurvivorRule.preferring("shop", "web"));

    /** What a steward may do, with two records and what stands. */
    enum Deed {
        MERGE,
        PART,
        LIFT,
        SEPARATE,
        UNDO
    }

    private static Consumer<IdentityResolver> deed(
            Deed deed, World world, UnitOfWork work, RecordId one, RecordId two) {
        LinkEvent.Act act = world.act("steward");
        List<LinkVerdict> standing = world.verdicts();
        return resolver -> {
            switch (deed) {
                case MERGE -> resolver.mustLink(one, two, act, work);
                case PART -> resolver.cannotLink(one, two, act, work);
                case LIFT ->
                    resolver.lift(standing.isEmpty() ? "none" : standing.get(0).id(), act, work);
                case SEPARATE -> resolver.separate(List.of(one), act, work);
                case UNDO -> resolver.undo(new LinkVerdict.Separation(List.of(), standing), act, work);
            }
        };
    }

    @Property
    void aPreviewWritesNothingAndTheActThenDoesWhatItSaid(
            @ForAll Story story,
            @ForAll Deed deed,
            @ForAll @IntRange(max = 2) int survivor,
            @ForAll @IntRange(max = 5) int first,
            @ForAll @IntRange(min = 1, max = 5) int step) {
        World world = Lives.born(LinkGate.open()).surviving(SURVIVORS.get(survivor));
        IdentityProperties.play(world, story.steps());
        RecordId one = Lives.ids().get(first);
        RecordId two = Lives.ids().get((first + step) % Lives.RECORDS.size());
        Map<String, Set<String>> before = world.partition();
        List<LinkEvent> events = world.events();
        Preview preview;
        try {
            preview = world.storage.read(work -> world.resolver.preview(deed(deed, world, work, one, two), work));
        } catch (ContradictionException refused) {
            assertThatThrownBy(() -> world.change(
                            work -> deed(deed, world, work, one, two).accept(world.resolver)))
                    .isInstanceOfSatisfying(
                            ContradictionException.class,
                            again -> assertThat(again.standing()).isEqualTo(refused.standing()));
            return;
        }
        assertThat(world.partition()).isEqualTo(before);
        assertThat(world.events()).isEqualTo(events);
        world.change(work -> deed(deed, world, work, one, two).accept(world.resolver));
        Map<String, Set<String>> expected = new TreeMap<>(before);
        expected.keySet().removeAll(texts(preview.before()).keySet());
        assertThat(before).containsAllEntriesOf(texts(preview.before()));
        expected.putAll(texts(preview.after()));
        assertThat(world.partition()).isEqualTo(expected);
        List<LinkVerdict> verdicts = world.verdicts();
        assertThat(verdicts).hasSameSizeAs(new LinkedHashSet<>(verdicts));
        assertThat(verdicts.size() - verdictsBefore(events))
                .isEqualTo(preview.given().size() - preview.lifted().size());
    }

    private static int verdictsBefore(List<LinkEvent> events) {
        return (int) events.stream()
                        .filter(LinkEvent.VerdictGiven.class::isInstance)
                        .count()
                - (int) events.stream()
                        .filter(LinkEvent.VerdictLifted.class::isInstance)
                        .count();
    }

    private static Map<String, Set<String>> texts(Map<ProfileId, Set<RecordId>> profiles) {
        Map<String, Set<String>> texts = new TreeMap<>();
        profiles.forEach((id, records) -> {
            Set<String> members = new TreeSet<>();
            records.forEach(record -> members.add(record.text()));
            texts.put(id.text(), members);
        });
        return texts;
    }

    @Property
    void whicheverIdSurvivesLiftingAMergeGivesBackTheIdsAlsoAfterLaterWrites(
            @ForAll Story story,
            @ForAll @IntRange(max = 2) int survivor,
            @ForAll @IntRange(max = 5) int first,
            @ForAll @IntRange(min = 1, max = 5) int step) {
        World world = Lives.born(LinkGate.open()).surviving(SURVIVORS.get(survivor));
        IdentityProperties.play(world, story.steps());
        Map<String, Set<String>> before = world.partition();
        List<LinkVerdict> stood = world.verdicts();
        String one = Lives.RECORDS.get(first);
        String two = Lives.RECORDS.get((first + step) % Lives.RECORDS.size());
        LinkVerdict given;
        try {
            given = world.mustLink(one, two);
        } catch (ContradictionException refused) {
            return;
        }
        boolean nobodyElseMoved = world.clusters().containsAll(others(before.values(), one, two));
        if (!stood.contains(given)) {
            world.receive(World.record("later/1", 0), World.record("later/2", 0));
            world.lift(given);
        }
        Map<String, Set<String>> after = world.partition();
        after.values().removeIf(members -> members.iterator().next().startsWith("later/"));
        if (nobodyElseMoved || SURVIVORS.get(survivor).order() != SurvivorRule.Order.LARGEST) {
            assertThat(after).isEqualTo(before);
        } else {
            assertThat(after.values()).containsExactlyInAnyOrderElementsOf(before.values());
        }
        List<LinkEvent> events = world.events();
        world.reevaluate(Lives.ids());
        assertThat(world.events()).isEqualTo(events);
    }

    /* The profiles that a merge leaves alone, and the one it makes, if it only joins two. */
    private static List<Set<String>> others(Collection<Set<String>> clusters, String one, String two) {
        List<Set<String>> all = new ArrayList<>();
        Set<String> joined = new TreeSet<>();
        for (Set<String> cluster : clusters) {
            if (cluster.contains(one) || cluster.contains(two)) {
                joined.addAll(cluster);
            } else {
                all.add(cluster);
            }
        }
        all.add(joined);
        return all;
    }

    @Property
    void otherLimitsGiveWhatTheyWouldHaveGivenFromTheBeginning(
            @ForAll Observations observations, @ForAll @IntRange(min = 1, max = 4) int batch) {
        World before = new World(Lives.LIMITS, LinkGate.open());
        before.receive(observations.all());
        IdentifierLimits other = IdentifierLimits.standard();
        World after = before.with(other, LinkGate.open());
        for (int from = 0; from < Lives.ids().size(); from += batch) {
            after.reevaluate(
                    Lives.ids().subList(from, Math.min(from + batch, Lives.ids().size())));
        }
        World fresh = new World(other, LinkGate.open());
        fresh.receive(observations.all());
        assertThat(after.clusters()).isEqualTo(fresh.clusters());
        World back = after.with(Lives.LIMITS, LinkGate.open());
        Lives.ids().forEach(id -> back.reevaluate(List.of(id)));
        World first = new World(Lives.LIMITS, LinkGate.open());
        first.receive(observations.all());
        assertThat(back.clusters()).isEqualTo(first.clusters());
    }

    @Property
    void whoAppliesTheChangesOfIdsInAnyPagesAndSomeOfThemTwiceHasThePartition(
            @ForAll Story story, @ForAll @IntRange(max = 5) int erased, @ForAll @IntRange(min = 1, max = 9) int page) {
        World world = Lives.born(LinkGate.open()).surviving(SURVIVORS.get(erased % 3));
        IdentityProperties.play(world, story.steps());
        world.erase(Lives.RECORDS.get(erased));
        Map<ProfileId, IdChange> last = new LinkedHashMap<>();
        Cursor after = Cursor.START;
        Page<IdChange> changes;
        do {
            Cursor from = after;
            changes = world.read(partition -> partition.changes(from, page));
            for (int twice = 0; twice < 2; twice++) {
                changes.items().forEach(change -> last.put(change.profile(), change));
            }
            after = changes.next();
        } while (!changes.last());
        assertThat(last).hasSize(Lives.RECORDS.size());
        last.forEach((id, change) -> {
            Partition.Fate fate = world.read(partition -> partition.resolve(id));
            switch (change.kind()) {
                case CREATED, SPLIT_FROM -> assertThat(fate).isEqualTo(new Partition.Live(id));
                case MERGED_INTO, REDIRECTED ->
                    assertThat(fate)
                            .isEqualTo(new Partition.Redirected(
                                    change.otherProfile().orElseThrow()));
                case ERASED -> assertThat(fate).isEqualTo(new Partition.Erased());
            }
        });
    }

    @Property
    void afterAnErasureNoValueOfThePersonIsLeftInAnyKind(
            @ForAll Story story, @ForAll @IntRange(max = 5) int which, @ForAll long seed) {
        World world = Lives.born();
        String person = Lives.RECORDS.get(which);
        world.receive(
                World.record(person, 1, "email:unmistakable@example.com", "card:UNMISTAKABLE", "hint:Unmistakable"));
        IdentityProperties.play(world, story.steps());
        world.receive(World.builder(person, 60_000)
                .identifier(World.identifier("phone:+49177unmistakable"))
                .build());
        List<String> others = new ArrayList<>(Lives.RECORDS);
        others.remove(person);
        Collections.shuffle(others, new Random(seed));
        world.erase(person);
        world.reevaluate(others.stream().map(World::id).toList());
        for (Kind<?> kind : new IdentityKinds().all()) {
            assertThat(bodies(world, kind))
                    .as(kind.name())
                    .noneMatch(body -> body.toLowerCase(java.util.Locale.ROOT).contains("unmistakable"))
                    .noneMatch(body -> body.contains("\"" + person + "\""));
        }
    }

    private static List<String> bodies(World world, Kind<?> kind) {
        return world.storage.read(work -> kind instanceof LogKind<?> log
                ? encoded(log, work.log(log).feed(Cursor.START, 10_000).items())
                : documents((TableKind<?>) kind, work));
    }

    private static <V> List<String> documents(TableKind<V> kind, UnitOfWork work) {
        return encoded(
                kind,
                work.table(kind).all(Cursor.START, 10_000).items().stream()
                        .map(found -> found.document())
                        .toList());
    }

    private static <T> List<String> encoded(Kind<T> kind, List<?> facts) {
        JsonCodecs codecs = JsonCodecs.of();
        return facts.stream()
                .map(fact -> codecs.encode(kind, kind.type().cast(fact)))
                .toList();
    }

    @Property(tries = 50)
    void theFingerprintIsThatOfTheRulesWhateverTheOrderTheyWereGivenIn(@ForAll long seed) {
        List<String> words = new ArrayList<>(List.of("nobody", "demo", "kiosk"));
        Collections.shuffle(words, new Random(seed));
        IdentifierLimitsBuilder shuffled = IdentifierLimits.standard().toBuilder();
        words.forEach(shuffled::blockValue);
        IdentifierLimitsBuilder sorted = IdentifierLimits.standard().toBuilder();
        words.stream().sorted().forEach(sorted::blockValue);
        assertThat(shuffled.build().fingerprint())
                .isEqualTo(sorted.build().fingerprint())
                .isNotEqualTo(IdentifierLimits.standard().fingerprint());
        World world = new World(new MemoryDatabase().tenant("test"), shuffled.build(), LinkGate.open());
        world.change(work -> world.resolver.confirm(World.START, work));
        World same = world.with(sorted.build(), LinkGate.open());
        World other = world.with(IdentifierLimits.standard(), LinkGate.open());
        assertThat(same.storage.read(same.resolver::isCurrent)).isTrue();
        assertThat(other.storage.read(other.resolver::isCurrent)).isFalse();
        assertThat(world.storage.read(world.surviving(SurvivorRule.largest()).resolver::isCurrent))
                .isFalse();
    }
}
