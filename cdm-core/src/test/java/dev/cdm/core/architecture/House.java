package dev.cdm.core.architecture;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules need to know of one module: its rooms, which room may use which library, and the exemptions. Packages of
 * the JDK, JSpecify, Guava and the Error Prone annotations are open to every room; every other library must be named.
 */
public final class House {

    private static final String EVERY_ROOM = "*";

    private final String root;
    private final RoomPlan rooms;
    private final Map<String, Set<String>> libraries = new LinkedHashMap<>();
    private final Set<String> vocabulary = new LinkedHashSet<>();
    private final Set<String> boundaries = new LinkedHashSet<>();
    private final Set<String> foundations = new LinkedHashSet<>();

    private House(String root) {
        this.root = root;
        this.rooms = new RoomPlan(root);
        for (String open :
                List.of("java", "javax", "org.jspecify", "com.google.common", "com.google.errorprone.annotations")) {
            library(open, EVERY_ROOM);
        }
        for (String closed : List.of("java.sql", "javax.sql", "java.util.logging")) {
            library(closed);
        }
    }

    /** An empty house for the module whose front door is the named package. */
    public static House of(String rootPackage) {
        return new House(rootPackage);
    }

    /** Declares a room; see {@link RoomPlan#add}. */
    public House room(String name, String... mayImport) {
        rooms.add(name, mayImport);
        return this;
    }

    /** Declares rooms above all earlier ones; see {@link RoomPlan#addAbove}. */
    public House above(String... names) {
        rooms.addAbove(names);
        return this;
    }

    /** Declares rooms of which each may import all earlier ones. */
    public House chain(String... names) {
        for (String name : names) {
            rooms.addAbove(name);
        }
        return this;
    }

    /** Opens the library with this package prefix to the named rooms and to no other; the longest prefix counts. */
    public House library(String packagePrefix, String... onlyIn) {
        for (String room : onlyIn) {
            if (!room.equals(EVERY_ROOM) && !rooms.declares(room)) {
                throw new IllegalArgumentException("no room `" + room + "` for `" + packagePrefix + "`");
            }
        }
        libraries.put(packagePrefix, new LinkedHashSet<>(List.of(onlyIn)));
        return this;
    }

    /** Names a module of ours below this one: its rooms are open to all of our rooms, its front door only to ours. */
    public House foundation(String rootPackage) {
        foundations.add(rootPackage);
        return library(rootPackage, EVERY_ROOM);
    }

    /** Rooms that hold words rather than work: up to 35 types, all of which may be public. */
    public House vocabulary(String... names) {
        vocabulary.addAll(List.of(names));
        return this;
    }

    /** Simple names of the classes that may catch {@code Exception}; each says why in its Javadoc. */
    public House boundaries(String... simpleNames) {
        boundaries.addAll(List.of(simpleNames));
        return this;
    }

    String root() {
        return root;
    }

    RoomPlan rooms() {
        return rooms;
    }

    boolean isVocabulary(String room) {
        return vocabulary.contains(room);
    }

    boolean isBoundary(String simpleName) {
        return boundaries.contains(simpleName);
    }

    /** Why the room must not use a package outside the module, or empty if it may. */
    Optional<String> objection(String room, String packageName) {
        if (foundations.contains(packageName) && !room.equals(RoomPlan.FRONT_DOOR)) {
            return Optional.of("is a front door");
        }
        String prefix = packageName;
        while (!libraries.containsKey(prefix)) {
            if (!prefix.contains(".")) {
                return Optional.of("belongs to no library that this module may use");
            }
            prefix = prefix.substring(0, prefix.lastIndexOf('.'));
        }
        Set<String> open = libraries.get(prefix);
        return open.contains(EVERY_ROOM) || open.contains(room)
                ? Optional.empty()
                : Optional.of("is open only to the rooms " + open);
    }
}
