package dev.cdm.core.architecture;

import java.nio.file.Path;
import java.util.List;

/**
 * One source file as the size rules see it.
 *
 * @param path where it is, relative to the source folder
 * @param packageName its package; empty for a module descriptor
 * @param lines its lines
 * @param types top-level types in it
 * @param methods methods and constructors with a body
 * @param broadCatches where {@code Exception} or {@code Throwable} is caught
 * @param undocumented what is public and lacks a comment, a parameter or a result in its Javadoc
 */
record SourceFile(
        Path path,
        String packageName,
        List<String> lines,
        List<Type> types,
        List<Method> methods,
        List<String> broadCatches,
        List<String> undocumented) {

    /**
     * A top-level type.
     *
     * @param name simple name
     * @param isPublic whether it is public
     */
    record Type(String name, boolean isPublic) {}

    /**
     * A method or constructor.
     *
     * @param name name of the method
     * @param lines from the first annotation or modifier to the closing brace
     */
    record Method(String name, long lines) {}

    /** Whether it describes a package or the module and declares nothing. */
    boolean isDescriptor() {
        return path.endsWith("package-info.java") || path.endsWith("module-info.java");
    }
}
