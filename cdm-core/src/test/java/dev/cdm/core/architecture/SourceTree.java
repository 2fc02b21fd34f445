package dev.cdm.core.architecture;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import dev.cdm.core.architecture.SourceFile.Method;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Reads the Java files below a folder with the compiler's own parser. */
final class SourceTree {

    private static final Pattern BROAD = Pattern.compile("(?s).*\\b(java\\.lang\\.)?(Exception|Throwable)\\b.*");

    private SourceTree() {}

    static List<SourceFile> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> walk = Files.walk(folder);
                StandardJavaFileManager manager =
                        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<Path> paths = walk.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(paths));
            DocTrees trees = DocTrees.instance(task);
            List<SourceFile> files = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                files.add(file(folder, unit, trees));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile file(Path folder, CompilationUnitTree unit, DocTrees trees) throws IOException {
        Path path = Path.of(unit.getSourceFile().toUri());
        Scan scan = new Scan(unit, trees.getSourcePositions());
        scan.scan(unit, null);
        List<SourceFile.Type> types = StreamSupport.stream(unit.getTypeDecls().spliterator(), false)
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .map(type -> new SourceFile.Type(
                        type.getSimpleName().toString(),
                        type.getModifiers().getFlags().contains(Modifier.PUBLIC)))
                .toList();
        return new SourceFile(
                folder.toAbsolutePath().normalize().relativize(path),
                unit.getPackageName() == null ? "" : unit.getPackageName().toString(),
                Files.readAllLines(path, StandardCharsets.UTF_8),
                types,
                scan.methods,
                scan.broadCatches,
                Documentation.missing(unit, trees));
    }

    /** Collects methods and broad catch clauses of one file. */
    private static final class Scan extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> methods = new ArrayList<>();
        private final List<String> broadCatches = new ArrayList<>();

        Scan(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            if (method.getBody() != null) {
                long first = line(positions.getStartPosition(unit, method));
                long last = line(positions.getEndPosition(unit, method));
                methods.add(new Method(method.getName() + " in line " + first, last - first + 1));
            }
            return super.visitMethod(method, null);
        }

        @Override
        public @Nullable Void visitCatch(CatchTree clause, @Nullable Void nothing) {
            String caught = clause.getParameter().getType().toString();
            if (BROAD.matcher(caught).matches()) {
                broadCatches.add(caught + " in line " + line(positions.getStartPosition(unit, clause)));
            }
            return super.visitCatch(clause, null);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
