package dev.cdm.core.identity;

import dev.cdm.core.permission.LinkGate;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.domains.Domain;

/** The same laws where a finder links records as well. */
@Domain(Lives.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
@PropertyDefaults(tries = 400)
class FoundLinksProperties extends IdentityProperties {

    @Override
    World world(LinkGate gate) {
        return super.world(gate).finding(new NearTexts());
    }
}
