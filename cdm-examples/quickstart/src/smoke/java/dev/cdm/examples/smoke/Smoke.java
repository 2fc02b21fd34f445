package dev.cdm.examples.smoke;

import dev.cdm.core.model.RecordId;
import java.util.List;

/** Uses the three library modules from a named module; prints one line if all is well. */
public final class Smoke {

    private Smoke() {}

    /**
     * Runs it.
     *
     * @param args none
     */
    public static void main(String[] args) {
        for (String name : List.of("dev.cdm.core", "dev.cdm.consent", "dev.cdm.matching")) {
            Module module = ModuleLayer.boot().findModule(name).orElseThrow();
            if (module.getDescriptor().isAutomatic()) {
                throw new IllegalStateException(name + " has lost its descriptor");
            }
        }
        RecordId written = new RecordId("crm", "4711");
        System.out.println("read back " + written);
    }
}
