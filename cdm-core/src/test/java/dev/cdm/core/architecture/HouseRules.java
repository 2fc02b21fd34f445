package dev.cdm.core.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Rules of the library modules: rooms keep to the table, libraries to their rooms, time and order to the caller, and
 * names, sizes and the module descriptor to the conventions. A package that the table does not know fails.
 */
public abstract class HouseRules extends SourceRules {

    private static final int TYPES_IN_A_ROOM = 15;
    private static final int PUBLIC_TYPES_IN_A_ROOM = (TYPES_IN_A_ROOM + 1) / 2;
    private static final int TYPES_IN_A_VOCABULARY = 35;
    private static final int TYPES_IN_INTERNAL = 6;
    private static final Pattern EMPTY_WORD =
            Pattern.compile(".*(Manager|Helper|Utils?|Service|Impl)(?![a-z]).*|Abstract(?![a-z]).*|.*(Enum|Json)");

    private final House house;
    private final JavaClasses classes;

    /**
     * Rules for one module.
     *
     * @param house its rooms and libraries
     */
    protected HouseRules(House house) {
        this.house = house;
        this.classes = new ClassFileImporter().importPath(moduleFolder().resolve("target/classes"));
    }

    @Test
    void everyPackageIsARoomOfTheTable() {
        none(packages().stream()
                .filter(name -> house.rooms().roomOf(name).isEmpty())
                .map(name -> name + " is not in the table of rooms")
                .toList());
    }

    @Test
    void roomsImportOnlyWhatTheTableAllows() {
        none(dependencies()
                .flatMap(dependency -> objection(dependency).stream())
                .distinct()
                .sorted()
                .toList());
    }

    @Test
    void timeOrderOutputAndThreadsComeFromTheCaller() {
        none(classes.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .flatMap(this::objections)
                .distinct()
                .sorted()
                .toList());
    }

    @Test
    void onlyBoundaryClassesCatchEverything() {
        none(mainFiles().stream()
                .filter(file -> file.types().stream().noneMatch(type -> house.isBoundary(type.name())))
                .flatMap(file -> file.broadCatches().stream().map(caught -> file.path() + " catches " + caught))
                .toList());
    }

    @Test
    void everythingPublicIsDocumented() {
        none(mainFiles().stream()
                .flatMap(file -> file.undocumented().stream().map(problem -> file.path() + ": " + problem))
                .toList());
    }

    @Test
    void publicTypesAreNamedAfterIdeas() {
        none(classes.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> EMPTY_WORD.matcher(type.getSimpleName()).matches())
                .map(type -> type.getName() + " carries a word that says nothing")
                .sorted()
                .toList());
    }

    @Test
    void roomsStaySmallAndMostlyPrivate() {
        Map<String, List<SourceFile.Type>> rooms = new TreeMap<>(mainFiles().stream()
                .collect(Collectors.groupingBy(
                        SourceFile::packageName,
                        Collectors.flatMapping(file -> file.types().stream(), Collectors.toList()))));
        none(rooms.entrySet().stream()
                .flatMap(room -> crowding(room.getKey(), room.getValue()))
                .toList());
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> marked = classes.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .filter(type -> type.isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        none(packages().stream()
                .filter(name -> !marked.contains(name))
                .map(name -> name + " has no package-info with @NullMarked")
                .toList());
    }

    @Test
    void theModuleExportsEveryRoomWithPublicTypesAndDescribesIt() {
        Set<String> exported = exports();
        String story = mainFiles().stream()
                .filter(file -> file.path().endsWith("module-info.java"))
                .flatMap(file -> file.lines().stream())
                .takeWhile(line -> !line.matches("(open )?module .*"))
                .collect(Collectors.joining("\n"));
        Stream<String> hidden = classes.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> !exported.contains(name) && !isInternal(name))
                .map(name -> name + " has public types and is not exported");
        Stream<String> untold = exported.stream()
                .filter(name -> !isInternal(name) && !tells(story, name))
                .map(name -> name + " is exported and missing in the module's Javadoc");
        none(Stream.concat(hidden, untold).sorted().toList());
    }

    private Stream<Dependency> dependencies() {
        return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private Optional<String> objection(Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        Optional<String> from = house.rooms().roomOf(dependency.getOriginClass().getPackageName());
        if (from.isEmpty() || target.isPrimitive()) {
            return Optional.empty();
        }
        String packageName = target.getPackageName();
        Optional<String> reason = isOurs(packageName)
                ? house.rooms()
                        .roomOf(packageName)
                        .filter(to -> !house.rooms().mayImport(from.get(), to))
                        .map(to -> "is not among the rooms it may import")
                : house.objection(from.get(), packageName);
        return reason.map(text ->
                dependency.getOriginClass().getName() + " uses " + target.getName() + ": " + packageName + " " + text);
    }

    private Stream<String> objections(JavaAccess<?> access) {
        String room =
                house.rooms().roomOf(access.getOriginOwner().getPackageName()).orElse("unknown");
        return BannedUse.ALL.stream()
                .filter(banned -> banned.matches(room, access.getTarget()))
                .map(banned -> access.getOriginOwner().getName() + " line " + access.getLineNumber() + " uses "
                        + access.getTarget().getFullName() + ": " + banned.instead());
    }

    private Stream<String> crowding(String packageName, List<SourceFile.Type> types) {
        long open = types.stream().filter(SourceFile.Type::isPublic).count();
        boolean vocabulary =
                house.rooms().roomOf(packageName).filter(house::isVocabulary).isPresent();
        int limit = vocabulary ? TYPES_IN_A_VOCABULARY : isInternal(packageName) ? TYPES_IN_INTERNAL : TYPES_IN_A_ROOM;
        int openLimit = vocabulary || isInternal(packageName) ? limit : PUBLIC_TYPES_IN_A_ROOM;
        return Stream.of(
                        types.size() > limit ? types.size() + " types, " + limit + " are allowed" : "",
                        open > openLimit ? open + " public types, " + openLimit + " are allowed" : "")
                .filter(problem -> !problem.isEmpty())
                .map(problem -> packageName + " has " + problem);
    }

    private Set<String> packages() {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> exports() {
        Path descriptor = moduleFolder().resolve("target/classes/module-info.class");
        if (!Files.exists(descriptor)) {
            return Set.of();
        }
        try (InputStream bytes = Files.newInputStream(descriptor)) {
            return ModuleDescriptor.read(bytes).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean tells(String story, String packageName) {
        String room = house.rooms().roomOf(packageName).orElse(packageName);
        return room.equals(RoomPlan.FRONT_DOOR)
                || story.contains("{@code " + room + "}")
                || story.contains("{@link " + packageName + "}");
    }

    private boolean isOurs(String packageName) {
        return packageName.equals(house.root()) || packageName.startsWith(house.root() + ".");
    }

    private boolean isInternal(String packageName) {
        return packageName.equals(house.root() + ".internal");
    }
}
