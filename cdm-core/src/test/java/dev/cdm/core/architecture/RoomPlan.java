package dev.cdm.core.architecture;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rooms of one module, bottom first, and which rooms each may import. A room names only rooms declared before it,
 * so the plan cannot contain a cycle. The root package is the front door: it imports every room and none imports it.
 */
final class RoomPlan {

    /** Name of the room that is the module's root package. */
    static final String FRONT_DOOR = "";

    private static final String INTERNAL = "internal";

    private final String root;
    private final Map<String, Set<String>> reach = new LinkedHashMap<>();

    RoomPlan(String root) {
        this.root = root;
    }

    /** Declares a room that may import the named rooms, all that those may import, and {@code internal}. */
    void add(String name, String... mayImport) {
        Set<String> rooms = new LinkedHashSet<>();
        if (reach.containsKey(INTERNAL)) {
            rooms.add(INTERNAL);
        }
        for (String room : mayImport) {
            require(reach.containsKey(room), "`" + name + "` may import `" + room + "`, which is not declared before");
            rooms.add(room);
            rooms.addAll(reach.get(room));
        }
        require(
                rooms.stream().noneMatch(room -> room.startsWith(name + ".")),
                "`" + name + "` must not import a child");
        require(reach.put(name, rooms) == null, "`" + name + "` is declared twice");
    }

    /** Declares rooms that may each import every room declared before this call, but not each other. */
    void addAbove(String... names) {
        String[] below = reach.keySet().toArray(new String[0]);
        Arrays.stream(names).forEach(name -> add(name, below));
    }

    /** The room a package is, or empty if the plan does not know it. */
    Optional<String> roomOf(String packageName) {
        if (packageName.equals(root)) {
            return Optional.of(FRONT_DOOR);
        }
        if (!packageName.startsWith(root + ".")) {
            return Optional.empty();
        }
        return Optional.of(packageName.substring(root.length() + 1)).filter(reach::containsKey);
    }

    boolean mayImport(String from, String to) {
        return from.equals(to)
                || from.equals(FRONT_DOOR)
                || reach.getOrDefault(from, Set.of()).contains(to);
    }

    boolean declares(String room) {
        return room.equals(FRONT_DOOR) || reach.containsKey(room);
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("room plan: " + problem);
        }
    }
}
