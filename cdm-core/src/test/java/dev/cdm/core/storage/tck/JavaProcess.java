package dev.cdm.core.storage.tck;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts Java machines with the class path of this one, for tests with several processes. */
public final class JavaProcess {

    private JavaProcess() {}

    /**
     * {@return a process that was started; what it writes as errors appears among those of this one}
     *
     * @param main whose main method is run
     * @param properties system properties of the process
     * @param arguments the arguments of the main method
     */
    public static Process start(Class<?> main, Map<String, String> properties, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath()));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /* Surefire starts its own process with a jar that only names the class path, and tells the real one here. */
    private static String classPath() {
        String told = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        if (!(JavaProcess.class.getClassLoader() instanceof URLClassLoader loader)) {
            return told;
        }
        List<String> path = new ArrayList<>(); // JUnit's console launcher loads tests by a class loader of its own
        for (URL url : loader.getURLs()) {
            path.add(Path.of(URI.create(url.toString())).toString());
        }
        path.add(told);
        return String.join(File.pathSeparator, path);
    }
}
