package dev.cdm.core.identity;

import dev.cdm.core.linking.IdentifierLimits;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.domains.Domain;

/** What stewards see and other systems hear where a finder links records as well. */
@Domain(Lives.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
@PropertyDefaults(tries = 250)
class FoundLinkingProperties extends LinkingProperties {

    @Override
    World world(IdentifierLimits limits) {
        return super.world(limits).finding(new NearTexts());
    }
}
