package dev.cdm.core;

import dev.cdm.core.permission.LinkGate;
import dev.cdm.core.permission.UseGate;

/** The gates in force; installed once by a consent module, after the front door was built. Thread-safe. */
final class Gates {

    private volatile LinkGate link = LinkGate.open();
    private volatile UseGate use = UseGate.closed();

    void install(UseGate useGate, LinkGate linkGate) {
        this.use = useGate;
        this.link = linkGate;
    }

    /** A gate that asks the one in force at each question. */
    LinkGate link() {
        return (first, second, work) -> link.mayLink(first, second, work);
    }

    UseGate use() {
        return (asked, work) -> use.mayUse(asked, work);
    }
}
