package dev.cdm.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.identity.LinkVerdict.ContradictionException;
import dev.cdm.core.identity.Lives.Observations;
import dev.cdm.core.identity.Lives.Observe;
import dev.cdm.core.identity.Lives.Say;
import dev.cdm.core.identity.Lives.Step;
import dev.cdm.core.identity.Lives.Story;
import dev.cdm.core.identity.Partition.Live;
import dev.cdm.core.identity.Partition.Redirected;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.permission.LinkGate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;

/** Laws 4 to 7 of the house, on random lives. */
@Domain(Lives.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class IdentityProperties {

    /** An empty world; the same laws hold with a finder. */
    World world(LinkGate gate) {
        return new World(Lives.LIMITS, gate);
    }

    private World born(LinkGate gate) {
        return Lives.born(world(gate));
    }

    /** Plays a story and returns the verdicts that were accepted. */
    static List<LinkVerdict> play(World world, List<Step> steps) {
        List<LinkVerdict> standing = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Observe observe) {
                world.receive(observe.observed());
            } else if (step instanceof Say say) {
                say(world, say, standing);
            }
        }
        return standing;
    }

    private static void say(World world, Say say, List<LinkVerdict> standing) {
        try {
            LinkVerdict verdict = say.kind() == LinkVerdict.Kind.MUST_LINK
                    ? world.mustLink(say.first(), say.second())
                    : world.cannotLink(say.first(), say.second());
            if (!standing.contains(verdict)) {
                standing.add(verdict);
            }
        } catch (ContradictionException refused) {
            assertThat(refused.standing()).isNotEmpty();
            assertThat(world.verdicts()).containsAll(refused.standing());
        }
    }

    @Property
    void theSameObservationsInAnyOrderAndBatchesWithRepeatsGiveTheSameStatesPartitionAndIds(
            @ForAll Observations observations, @ForAll long seed) {
        World once = born(LinkGate.open());
        once.receive(observations.all());
        World other = born(LinkGate.open());
        observations.inBatches(new Random(seed)).forEach(other::receive);
        assertThat(other.states()).isEqualTo(once.states());
        assertThat(other.partition()).isEqualTo(once.partition());
    }

    @Property
    void theOrderOfBirthsChangesIdsButNotWhoIsTogether(@ForAll Observations observations, @ForAll long seed) {
        World once = world(LinkGate.open());
        once.receive(observations.all());
        World other = world(LinkGate.open());
        observations.inBatches(new Random(seed)).forEach(other::receive);
        assertThat(other.clusters()).isEqualTo(once.clusters());
    }

    @Property
    void aRunWithoutNewDataChangesNoIdAndTellsNothing(@ForAll Story story) {
        World world = born(LinkGate.open());
        play(world, story.steps());
        Map<String, Set<String>> before = world.partition();
        List<LinkEvent> events = world.events();
        story.steps().forEach(step -> {
            if (step instanceof Observe observe) {
                world.receive(observe.observed());
            }
        });
        world.reevaluate(Lives.ids());
        assertThat(world.partition()).isEqualTo(before);
        assertThat(world.events()).isEqualTo(events);
    }

    @Property
    void thePartitionDoesNotDependOnWhenTheVerdictsWereGiven(@ForAll Story story) {
        World mixed = born(LinkGate.open());
        List<LinkVerdict> accepted = play(mixed, story.steps());
        World later = born(LinkGate.open());
        play(later, story.steps().stream().filter(Observe.class::isInstance).toList());
        for (LinkVerdict verdict : accepted) {
            say(
                    later,
                    new Say(
                            verdict.kind(),
                            verdict.first().text(),
                            verdict.second().text()),
                    new ArrayList<>());
        }
        assertThat(later.partition()).isEqualTo(mixed.partition());
    }

    @Property
    void liftingAMergeGivesBackExactlyWhatWouldBeWithoutItAlsoAfterLaterWrites(
            @ForAll Story before,
            @ForAll Story after,
            @ForAll @IntRange(max = 5) int first,
            @ForAll @IntRange(min = 1, max = 5) int step) {
        World merged = born(LinkGate.open());
        World never = born(LinkGate.open());
        play(merged, before.steps());
        play(never, before.steps());
        List<LinkVerdict> stoodBefore = merged.verdicts();
        List<LinkVerdict> given = new ArrayList<>();
        String one = Lives.RECORDS.get(first);
        String two = Lives.RECORDS.get((first + step) % Lives.RECORDS.size());
        say(merged, new Say(LinkVerdict.Kind.MUST_LINK, one, two), given);
        List<Step> writes =
                after.steps().stream().filter(Observe.class::isInstance).toList();
        play(merged, writes);
        play(never, writes);
        given.removeAll(stoodBefore);
        given.forEach(merged::lift);
        assertThat(merged.partition()).isEqualTo(never.partition());
    }

    @Property
    void aSeparationPartsAndItsUndoGivesBackWhatWas(@ForAll Story story, @ForAll @IntRange(max = 5) int which) {
        World world = born(LinkGate.open());
        play(world, story.steps());
        Map<String, Set<String>> before = world.partition();
        String record = Lives.RECORDS.get(which);
        Set<String> others = new TreeSet<>(before.get(world.profileOf(record)));
        others.remove(record);
        LinkVerdict.Separation separation;
        try {
            separation = world.separate(record);
        } catch (ContradictionException refused) {
            assertThat(world.partition()).isEqualTo(before);
            return;
        }
        assertThat(world.partition().get(world.profileOf(record))).noneMatch(others::contains);
        world.undo(separation);
        assertThat(world.partition()).isEqualTo(before);
    }

    @Property
    void gateThenCannotLinkThenMustLinkThenLimits(@ForAll Story story) {
        World world = born(Lives.gateBetween("crm/1", "web/1"));
        List<LinkVerdict> standing = play(world, story.steps());
        assertThat(world.profileOf("crm/1")).isNotEqualTo(world.profileOf("web/1"));
        Map<RecordId, Set<RecordId>> bound = new HashMap<>();
        for (LinkVerdict verdict : standing) {
            boolean together = world.profileOf(verdict.first().text())
                    .equals(world.profileOf(verdict.second().text()));
            if (verdict.kind() == LinkVerdict.Kind.CANNOT_LINK) {
                assertThat(together).isFalse();
            } else {
                join(bound, verdict);
            }
        }
        bound.values().stream()
                .filter(group -> !group.containsAll(List.of(World.id("crm/1"), World.id("web/1"))))
                .forEach(group -> assertThat(group)
                        .extracting(record -> world.profileOf(record.text()))
                        .containsOnly(world.profileOf(group.iterator().next().text())));
    }

    private static void join(Map<RecordId, Set<RecordId>> bound, LinkVerdict verdict) {
        Set<RecordId> group = new TreeSet<>(List.of(verdict.first(), verdict.second()));
        group.addAll(bound.getOrDefault(verdict.first(), Set.of()));
        group.addAll(bound.getOrDefault(verdict.second(), Set.of()));
        group.forEach(record -> bound.put(record, group));
    }

    @Property
    void noProfileHasMoreAccountsThanTheLimitUnlessAStewardOrOneRecordSaysSo(@ForAll Observations observations) {
        World world = born(LinkGate.open());
        world.receive(observations.all());
        world.partition().values().stream()
                .map(members ->
                        members.stream().map(member -> accounts(world, member)).toList())
                .filter(perRecord -> perRecord.stream().allMatch(accounts -> accounts.size() <= 1))
                .forEach(perRecord -> {
                    Set<String> all = new TreeSet<>();
                    perRecord.forEach(all::addAll);
                    assertThat(all).hasSizeLessThanOrEqualTo(1);
                });
    }

    private static Set<String> accounts(World world, String record) {
        Set<String> accounts = new TreeSet<>();
        world.state(record).identifiers().stream()
                .filter(identifier -> identifier.type().name().equals("user_id"))
                .forEach(identifier -> accounts.add(identifier.value()));
        return accounts;
    }

    @Property
    void everyIdEverGivenLeadsToALiveProfileThatHoldsItsRecord(@ForAll Story story) {
        World world = born(LinkGate.open());
        play(world, story.steps());
        for (LinkEvent.Born born : world.events(LinkEvent.Born.class)) {
            Partition.Fate fate = world.read(partition -> partition.resolve(born.profile()));
            assertThat(fate).isInstanceOfAny(Live.class, Redirected.class);
            ProfileId now = fate.current().orElseThrow();
            assertThat(world.<Partition.Fate>read(partition -> partition.resolve(now)))
                    .isEqualTo(new Live(now));
            Set<RecordId> members = world.read(partition -> partition.members(born.profile()));
            assertThat(members).contains(born.record());
        }
    }

    @Property
    void theLedgerAloneGivesThePartitionAtEveryMoment(@ForAll Story story) {
        World world = born(LinkGate.open());
        Map<Instant, Map<String, Set<String>>> history = new LinkedHashMap<>();
        for (Step step : story.steps()) {
            play(world, List.of(step));
            history.put(world.now(), world.partition());
        }
        history.forEach((time, partition) -> partition
                .values()
                .forEach(members -> members.forEach(member -> {
                    Set<RecordId> linked = world.read(now -> now.linkedAt(World.id(member), time));
                    assertThat(linked).extracting(RecordId::text).containsExactlyElementsOf(members);
                })));
    }

    @Property
    void afterAnErasureThePartitionOfTheOthersIsAsIfTheErasedHadNeverBeen(
            @ForAll Story story, @ForAll @IntRange(max = 5) int which) {
        String erased = Lives.RECORDS.get(which);
        World world = born(LinkGate.open());
        List<LinkVerdict> standing = play(world, story.steps());
        world.erase(erased);
        World never = born(LinkGate.open());
        never.erase(erased);
        play(never, story.steps().stream().filter(Observe.class::isInstance).toList());
        standing.stream()
                .filter(verdict -> !verdict.first().text().equals(erased)
                        && !verdict.second().text().equals(erased))
                .forEach(verdict -> say(
                        never,
                        new Say(
                                verdict.kind(),
                                verdict.first().text(),
                                verdict.second().text()),
                        new ArrayList<>()));
        assertThat(world.partition()).isEqualTo(never.partition());
        assertThat(world.events()).noneMatch(event -> event.records().contains(World.id(erased)));
    }

    @Property
    void theExplanationHoldsTheProfileTogetherWithAsFewLinksAsPossible(@ForAll Story story) {
        World world = born(LinkGate.open());
        play(world, story.steps());
        world.partition().forEach((id, members) -> {
            Partition.Explanation why = world.read(partition -> partition.explain(new ProfileId(id)));
            assertThat(why.held()).hasSize(members.size() - 1);
            Set<String> reached = new LinkedHashSet<>(List.of(members.iterator().next()));
            for (int i = 0; i < members.size(); i++) {
                why.held().stream()
                        .filter(edge -> reached.contains(edge.first().text())
                                || reached.contains(edge.second().text()))
                        .forEach(edge -> {
                            reached.add(edge.first().text());
                            reached.add(edge.second().text());
                        });
            }
            assertThat(reached).containsExactlyInAnyOrderElementsOf(members);
        });
    }
}
