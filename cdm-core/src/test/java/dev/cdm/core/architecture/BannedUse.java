package dev.cdm.core.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A method, constructor or field that library code must not touch, the rooms exempted, and what to do instead. */
record BannedUse(Pattern target, Set<String> exempt, String instead) {

    private static final Set<String> NOWHERE = Set.of();
    private static final Set<String> FRONT_DOOR = Set.of(RoomPlan.FRONT_DOOR);
    private static final String TIME = "take an InstantSource";
    private static final String SEED = "take a seed or a supplier";
    private static final String LOG = "log through System.Logger";
    private static final String ORDER =
            "use Guava's immutable collections: the iteration order is part of the contract";
    private static final String THREAD = "take an executor from the host";

    /** All of them. Targets are written as {@code type.member(parameter types)}. */
    static final List<BannedUse> ALL = List.of(
            of("java\\.time\\..*\\.now\\(.*", NOWHERE, TIME),
            of("java\\.time\\.Clock\\.(system|tick).*", NOWHERE, TIME),
            of("java\\.time\\.InstantSource\\.system\\(.*", FRONT_DOOR, TIME),
            of("java\\.lang\\.System\\.currentTimeMillis\\(.*", NOWHERE, TIME),
            of("java\\.lang\\.System\\.nanoTime\\(.*", FRONT_DOOR, TIME),
            of("java\\.util\\.UUID\\.randomUUID\\(.*", FRONT_DOOR, SEED),
            of("java\\.lang\\.Math\\.random\\(.*", NOWHERE, SEED),
            of("java\\.util\\.Random\\.<init>\\(\\)", NOWHERE, SEED),
            of("java\\.util\\.concurrent\\.ThreadLocalRandom\\..*", NOWHERE, SEED),
            of("java\\.lang\\.System\\.(out|err)", NOWHERE, LOG),
            of(".*\\.printStackTrace\\(.*", NOWHERE, LOG),
            of("java\\.lang\\.Thread\\.(<init>|start|sleep)\\(.*", NOWHERE, THREAD),
            of("java\\.util\\.concurrent\\.Executors\\..*", NOWHERE, THREAD),
            of("java\\.util\\.(Set|Map)\\.copyOf\\(.*", NOWHERE, ORDER),
            of("java\\.util\\.Set\\.of\\((.*,.*|.*\\[\\])\\)", NOWHERE, ORDER),
            of("java\\.util\\.Map\\.of\\(.*,.*,.*\\)", NOWHERE, ORDER),
            of("java\\.util\\.Map\\.ofEntries\\(.*", NOWHERE, ORDER),
            of("java\\.util\\.stream\\.Collectors\\.(toSet|toUnmodifiableSet|toUnmodifiableMap)\\(.*", NOWHERE, ORDER));

    boolean matches(String room, AccessTarget use) {
        return !exempt.contains(room) && target.matcher(use.getFullName()).matches();
    }

    private static BannedUse of(String target, Set<String> exempt, String instead) {
        return new BannedUse(Pattern.compile(target), exempt, instead);
    }
}
