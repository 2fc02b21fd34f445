package dev.cdm.core.architecture;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ModuleTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a reader of the Javadoc would miss: comments, parameters and results of everything public. The compiler's
 * own check for missing comments cannot be used on Java 17: it asks a compact constructor for the parameters that the
 * record's comment has already described.
 */
final class Documentation extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final CompilationUnitTree unit;
    private final DocTrees trees;
    private final List<String> missing = new ArrayList<>();

    private Documentation(CompilationUnitTree unit, DocTrees trees) {
        this.unit = unit;
        this.trees = trees;
    }

    static List<String> missing(CompilationUnitTree unit, DocTrees trees) {
        Documentation documentation = new Documentation(unit, trees);
        documentation.scan(unit, null);
        return documentation.missing;
    }

    @Override
    public @Nullable Void visitModule(ModuleTree module, @Nullable Void nothing) {
        comment(module, "module");
        return null;
    }

    @Override
    public @Nullable Void visitPackage(PackageTree statement, @Nullable Void nothing) {
        if (unit.getSourceFile().getName().endsWith("package-info.java")) {
            comment(statement, "package");
        }
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        if (!isOpen(type.getModifiers())) {
            return null;
        }
        String name = type.getSimpleName().toString();
        DocCommentTree comment = comment(type, name);
        if (comment != null) {
            Set<String> wanted = typeParameters(type.getTypeParameters());
            if (type.getKind() == Tree.Kind.RECORD) {
                wanted.addAll(components(type));
            }
            parameters(comment, wanted, type, name);
        }
        return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        if (!isOpen(method.getModifiers()) || isOverride(method)) {
            return null;
        }
        String name = method.getName().toString();
        DocCommentTree comment = comment(method, name);
        if (comment == null || isCompactConstructor(method)) {
            return null;
        }
        Set<String> wanted = typeParameters(method.getTypeParameters());
        method.getParameters()
                .forEach(parameter -> wanted.add(parameter.getName().toString()));
        parameters(comment, wanted, method, name);
        if (returns(method) && !has(comment, DocTree.Kind.RETURN)) {
            note(method, name + " has no @return");
        }
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree field, @Nullable Void nothing) {
        if (isOpen(field.getModifiers()) && !isComponent(field)) {
            comment(field, field.getName().toString());
        }
        return null;
    }

    private @Nullable DocCommentTree comment(Tree tree, String name) {
        DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
        if (comment == null || comment.getFullBody().isEmpty()) {
            note(tree, name + " has no description");
            return null;
        }
        return comment;
    }

    private void parameters(DocCommentTree comment, Set<String> wanted, Tree tree, String name) {
        for (DocTree tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree parameter) {
                wanted.remove(parameter.getName().getName().toString());
            }
        }
        wanted.forEach(parameter -> note(tree, name + " has no @param " + parameter));
    }

    private void note(Tree tree, String problem) {
        long position = trees.getSourcePositions().getStartPosition(unit, tree);
        missing.add(problem + " in line " + unit.getLineMap().getLineNumber(Math.max(0, position)));
    }

    private boolean isOpen(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        boolean implicit = parent() instanceof ClassTree owner
                && (owner.getKind() == Tree.Kind.INTERFACE || owner.getKind() == Tree.Kind.ANNOTATION_TYPE);
        return flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || (implicit && !flags.contains(Modifier.PRIVATE));
    }

    private boolean isCompactConstructor(MethodTree method) {
        if (!method.getName().contentEquals("<init>") || !(parent() instanceof ClassTree owner)) {
            return false;
        }
        Set<String> parameters = new LinkedHashSet<>();
        method.getParameters()
                .forEach(parameter -> parameters.add(parameter.getName().toString()));
        return owner.getKind() == Tree.Kind.RECORD && components(owner).equals(parameters);
    }

    private boolean isComponent(VariableTree field) {
        return parent() instanceof ClassTree owner
                && owner.getKind() == Tree.Kind.RECORD
                && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private Tree parent() {
        return getCurrentPath().getParentPath().getLeaf();
    }

    private static Set<String> components(ClassTree record) {
        Set<String> names = new LinkedHashSet<>();
        for (Tree member : record.getMembers()) {
            if (member instanceof VariableTree field
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
                names.add(field.getName().toString());
            }
        }
        return names;
    }

    private static Set<String> typeParameters(List<? extends TypeParameterTree> parameters) {
        Set<String> names = new LinkedHashSet<>();
        parameters.forEach(parameter -> names.add(parameter.getName().toString()));
        return names;
    }

    private static boolean isOverride(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    private static boolean returns(MethodTree method) {
        return method.getReturnType() != null
                && !method.getReturnType().toString().equals("void");
    }

    private static boolean has(DocCommentTree comment, DocTree.Kind kind) {
        return comment.getBlockTags().stream().anyMatch(tag -> tag.getKind() == kind)
                || comment.getFullBody().stream().anyMatch(tag -> tag.getKind() == kind);
    }
}
